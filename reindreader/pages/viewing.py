"""What a viewer asks of the worker. The libraries behind it are loaded there only: these names cost the window nothing."""

from collections.abc import Sequence

from reindreader.pages.values import Letters, Markup, OutlineEntry, PageImage, PageLink, PrintedDocument


def forget() -> None:
    """Let go of the documents that are open; loads what draws pages."""
    from reindreader.pages import printed  # noqa: PLC0415

    printed.forget()


def printed_document(path: str, password: str | None = None) -> PrintedDocument:
    """See ``printed.printed_document``."""
    from reindreader.pages import printed  # noqa: PLC0415

    return printed.printed_document(path, password)


def outline(path: str, password: str | None = None) -> tuple[OutlineEntry, ...]:
    """See ``printed.outline``."""
    from reindreader.pages import printed  # noqa: PLC0415

    return printed.outline(path, password)


def page_image(path: str, password: str | None, number: int, scale: float, turned: int = 0) -> PageImage:
    """See ``printed.page_image``."""
    from reindreader.pages import printed  # noqa: PLC0415

    return printed.page_image(path, password, number, scale, turned)


def page_letters(path: str, password: str | None, number: int) -> tuple[Letters, ...]:
    """See ``printed.page_letters``."""
    from reindreader.pages import printed  # noqa: PLC0415

    return printed.page_letters(path, password, number)


def page_links(path: str, password: str | None, number: int) -> tuple[PageLink, ...]:
    """See ``printed.page_links``."""
    from reindreader.pages import printed  # noqa: PLC0415

    return printed.page_links(path, password, number)


def marked_up(path: str, password: str | None, marks: Sequence[Markup]) -> tuple[bytes, int]:
    """See ``marking_up.marked_up``."""
    from reindreader.pages import marking_up  # noqa: PLC0415

    return marking_up.marked_up(path, password, marks)
