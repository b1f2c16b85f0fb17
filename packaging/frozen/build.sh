#!/bin/sh
# Makes the program as one folder that needs no Python, and lets it check itself there.
set -e
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$top/build/frozen
"$top/.venv/bin/pyinstaller" --noconfirm --log-level WARN --distpath "$work/dist" --workpath "$work/work" \
  "$top/packaging/frozen/reindreader.spec"
cd "$work/dist/reindreader"
./reindread self-check
QT_QPA_PLATFORM=offscreen ./reindreader --version
du -sh .
