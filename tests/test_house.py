"""The rules of the house that no linter knows."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError(name)

sys.meta_path.insert(0, NoQt())
import reindreader
names = [m.name for m in pkgutil.walk_packages(reindreader.__path__, "reindreader.", onerror=lambda name: None)]
names = [name for name in names if not name.startswith("reindreader.desktop")]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_all_but_the_desktop_works_without_qt() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 40


def test_pinned_versions_name_no_address() -> None:
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    assert lines
    for line in lines:
        name, _, version = line.partition("==")
        assert name.replace("-", "").replace("_", "").replace(".", "").isalnum(), line
        assert version[0].isdigit(), line
        assert not {"/", "@", ":"} & set(line), line
