"""What the processor refuses, and where."""


class StyleError(Exception):
    """A style or locale that cannot be used. `line` is counted from 1, 0 where there is none; `what` says why."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {what}" if line else what)
        self.line = line
        self.what = what


class ItemError(Exception):
    """A bibliographic item that is not CSL-JSON. `item_id` and `variable` are "" where unknown; `what` says why."""

    def __init__(self, item_id: str, variable: str, what: str) -> None:
        place = f"item {item_id!r}" + (f", {variable}" if variable else "")
        super().__init__(f"{place}: {what}")
        self.item_id = item_id
        self.variable = variable
        self.what = what
