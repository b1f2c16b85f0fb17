"""What a library keeps beside its records: settings, export targets, and broken entries of files to repair."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import sqlalchemy as sa

from reindreader.library.connected import Connected
from reindreader.library.rows import iso
from reindreader.library.schema import repairs, settings, targets


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """A file that is kept up to date. ``options``, ``selection``: JSON text; ``sha256``: of what was written last, at
    ``written``; ``trouble``: why it could not be written (a word for the sentence), None where all is well.
    """

    path: str
    format: str
    options: str = "{}"
    selection: str = "{}"
    sha256: str | None = None
    written: str | None = None
    paused: bool = False
    trouble: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """An entry of an imported file that could not be read. ``source``: the file's name; ``line``: from 1."""

    source: str
    line: int | None
    reason: str
    text: str
    added: str = ""
    id: int | None = None


class Keeping(Connected):
    """The part of a library that keeps what is no record."""

    def setting(self, name: str) -> str | None:
        """A setting of this library, such as the pattern of its citation keys; None where it was never set."""
        with self._reading() as connection:
            return connection.scalar(sa.select(settings.c.value).where(settings.c.name == name))

    def set_setting(self, name: str, value: str | None) -> None:
        """Keep a setting, or take it out."""
        with self._writing() as connection:
            connection.execute(sa.delete(settings).where(settings.c.name == name))
            if value is not None:
                connection.execute(sa.insert(settings).values(name=name, value=value))

    def export_targets(self) -> tuple[ExportTarget, ...]:
        """The files that are kept up to date, by their paths."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(targets).order_by(targets.c.path)).all()
        return tuple(ExportTarget(**{**row._mapping, "paused": bool(row.paused)}) for row in rows)

    def set_export_target(self, target: ExportTarget) -> ExportTarget:
        """Keep a target: in place of that of its id or path, else a new one. Return it with its id."""
        row: dict[str, Any] = asdict(target) | {"paused": int(target.paused)}
        del row["id"]
        with self._writing() as connection:
            same = targets.c.path == target.path if target.id is None else targets.c.id == target.id
            here = connection.scalar(sa.select(targets.c.id).where(same))
            if here is None:
                here = connection.execute(sa.insert(targets).values(row)).inserted_primary_key[0]  # type: ignore[index]
            else:
                connection.execute(sa.update(targets).where(targets.c.id == here).values(row))
        return replace(target, id=here)

    def remove_export_target(self, target: int) -> None:
        """Keep a file up to date no longer; the file stays as it is."""
        with self._writing() as connection:
            connection.execute(sa.delete(targets).where(targets.c.id == target))

    def repairs(self) -> tuple[Repair, ...]:
        """The entries to repair, in the order they came."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(repairs).order_by(repairs.c.id)).all()
        return tuple(Repair(**row._mapping) for row in rows)

    def add_repairs(self, new: Iterable[Repair]) -> None:
        """Keep entries that could not be read."""
        now = iso()
        rows = [
            {"source": own.source, "line": own.line, "reason": own.reason, "text": own.text, "added": own.added or now}
            for own in new
        ]
        if rows:
            with self._writing() as connection:
                connection.execute(sa.insert(repairs), rows)

    def remove_repair(self, repair: int) -> None:
        """An entry was repaired, or is wanted no more."""
        with self._writing() as connection:
            connection.execute(sa.delete(repairs).where(repairs.c.id == repair))
