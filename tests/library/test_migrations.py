"""Forward migration: step by step, all or nothing."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from reindreader.library import migrations, schema, sqlite


def older(path: Path) -> sa.Engine:
    engine = sqlite.open_engine(path, read_only=False).execution_options(writes=True)
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        connection.execute(sa.insert(schema.info).values(name="schema", value="1"))
    return engine


def test_takes_each_step_once_and_in_order(tmp_path: Path) -> None:
    engine, taken = older(tmp_path / "l.sqlite"), []
    steps = {1: lambda connection: taken.append(1), 2: lambda connection: taken.append(2)}
    for _ in range(2):
        with engine.begin() as connection:
            migrations.bring_up_to_date(connection, tmp_path, steps=steps, newest=3)
    assert taken == [1, 2]
    engine.dispose()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    engine = older(tmp_path / "l.sqlite")

    def fails(connection: sa.Connection) -> None:
        connection.execute(sa.delete(schema.info))
        raise RuntimeError

    with pytest.raises(RuntimeError), engine.begin() as connection:
        migrations.bring_up_to_date(connection, tmp_path, steps={1: fails}, newest=2)
    with engine.connect() as connection:
        assert migrations.schema_of(connection, tmp_path) == 1
    engine.dispose()


def test_every_older_schema_has_a_step() -> None:
    assert set(migrations.STEPS) == set(range(1, schema.SCHEMA))
