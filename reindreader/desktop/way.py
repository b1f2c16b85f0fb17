"""The way the user came: the articles that were open, and the places in them that were jumped from."""

from dataclasses import dataclass, field

Place = tuple[int, int, float]
"""A place of the text: side, code point, and how far below the top its line stands; or of the pages as printed:
``PAGES``, page, and which part of it is above."""

PAGES = -1


@dataclass(frozen=True, slots=True)
class Stop:
    """``place``: None for where the article was left."""

    record: int
    place: Place | None = None


@dataclass(slots=True)
class Way:
    """Stops to go back to, and forward, the nearest last."""

    _back: list[Stop] = field(default_factory=list)
    _forward: list[Stop] = field(default_factory=list)
    _landed: Stop | None = None

    @property
    def is_open(self) -> tuple[bool, bool]:
        """Whether there is anything to go back to, and forward."""
        return bool(self._back), bool(self._forward)

    def leave(self, record: int) -> None:
        """Another article is opened."""
        self._push(Stop(record))
        self._landed = None

    def jump(self, record: int, before: Place, after: Place) -> None:
        """A jump within an article. Jumps with nothing read between them are one: the way back leads to what was read."""
        landed = self._landed
        if landed is None or (record, before[:2]) != (landed.record, landed.place[:2] if landed.place else None):
            self._push(Stop(record, before))
        self._landed = Stop(record, after)

    def step(self, step: int, here: Stop | None) -> Stop | None:
        """The stop before (-1) or after (1); one comes back to ``here``. None where there is none."""
        source, target = (self._back, self._forward) if step < 0 else (self._forward, self._back)
        if not source:
            return None
        if here is not None:
            target.append(here)
        self._landed = None
        return source.pop()

    def forget(self, record: int) -> None:
        """An article is gone."""
        self._back = [stop for stop in self._back if stop.record != record]
        self._forward = [stop for stop in self._forward if stop.record != record]

    def _push(self, stop: Stop) -> None:
        self._back.append(stop)
        self._forward.clear()
