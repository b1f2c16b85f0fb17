"""Commands are loaded when they are wanted."""

import subprocess
import sys
from importlib import import_module

import typer

from reindreader.cli.rooms import ROOMS


def test_each_module_has_the_commands_that_the_table_names() -> None:
    for room, commands in ROOMS.items():
        own = typer.Typer()
        import_module(f"reindreader.cli.{room}").register(own)
        assert list(typer.main.get_group(own).commands) == commands.split()


def test_the_version_is_printed_without_a_database_or_styles() -> None:
    words = (
        "import sys; from reindreader.cli.main import main; main(['--version']);"
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'babel', 'reindreader.citing')))"
    )
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)
    assert ran.returncode == 0
    assert ran.stdout.startswith("reindread ")
