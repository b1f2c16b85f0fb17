"""The command line of a frozen program."""

import sys

from reindreader.cli.main import main

sys.exit(main())
