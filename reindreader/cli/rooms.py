"""Which module has which commands: a module is loaded when one of its commands is wanted, so that each starts quickly."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

ROOMS: dict[str, str] = {
    "showing": "show self-check",
    "importing": "import reread",
    "bibliographies": "repairs duplicates keys merge",
    "finding": "list",
    "organising": "tag collection star bin undo history link",
    "records": "set revert highlight highlights",
    "citing": "cite quote export styles",
    "safekeeping": "backup restore check archive unarchive",
    "lines": "attribution",
    "texts": "reanchor align",
    "targets": "targets",
}
"""Module -> its commands, in the order of the help."""

_ROOM_OF = {command: room for room, commands in ROOMS.items() for command in commands.split()}


class Rooms(TyperGroup):
    """All commands, each loaded when it is asked for; help, and the question what a mistyped one meant, ask for all."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in order."""
        return [*_ROOM_OF]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of the name; None, with all commands known by then, where there is none."""
        wanted = {_ROOM_OF[cmd_name]} if cmd_name in _ROOM_OF else set(ROOMS)
        if cmd_name not in self.commands:
            for room in wanted:
                self.commands.update(_commands(room))
        return self.commands.get(cmd_name)


def _commands(room: str) -> Mapping[str, Any]:
    own = typer.Typer(rich_markup_mode=None)
    import_module(f"reindreader.cli.{room}").register(own)
    commands = typer.main.get_group(own).commands
    for command in commands.values():
        _name_values(command)
    return commands


_VALUES = {"str": "TEXT", "list[str]": "TEXT", "int": "NUMBER", "float": "NUMBER", "path": "FILE"}
"""Names of types as Python has them -> what a person gives."""


def _name_values(command: Any) -> None:
    """Let the help speak of words, numbers and files, not of types; and say of each command a whole sentence."""
    command.short_help = (command.help or "").partition(". ")[0].removesuffix(".") + "."
    for own in getattr(command, "commands", {}).values():
        _name_values(own)
    for param in command.params:
        if param.param_type_name == "argument":
            param.display_type_rich = lambda **_: ""
        elif param.metavar is None and param.bare_type() in _VALUES:
            param.metavar = _VALUES[param.bare_type()]
