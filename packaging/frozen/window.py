"""The window of a frozen program."""

import sys

from reindreader.desktop.main import main

sys.exit(main())
