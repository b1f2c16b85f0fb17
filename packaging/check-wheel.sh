#!/bin/sh
# Builds the wheel, installs it alone into an empty environment, and lets the program check itself there.
set -e
top=$(cd "$(dirname "$0")/.." && pwd)
work=$top/build/wheel
rm -rf "$work"
mkdir -p "$work"
"$top/.venv/bin/python" -m build --no-isolation --wheel --outdir "$work" "$top" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$top/.venv/bin/python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet "$work"/*.whl
cd "$work"
PYTHONSAFEPATH=1 QT_QPA_PLATFORM=offscreen ./venv/bin/reindread self-check
./venv/bin/reindreader --version
