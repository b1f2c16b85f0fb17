"""What memory is given back to the system, and who loses it first."""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

_MMAP_THRESHOLD = -3
"""mallopt(3), M_MMAP_THRESHOLD."""
_LARGE = 256 * 1024


def give_back_memory() -> None:
    """Ask glibc to map each large block by itself, as it does until it has freed the first one.

    Afterwards it would keep pictures of pages in its heaps, one a thread, with holes that nothing else fits. Other systems
    are left alone.
    """
    if sys.platform.startswith("linux"):
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _LARGE)


def go_first() -> None:
    """Where memory runs out, Linux ends this process before the window and the library."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", "ascii")
