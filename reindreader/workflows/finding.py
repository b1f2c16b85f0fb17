"""Finding: what a query shows, and what is wrong with it, in words."""

from dataclasses import dataclass

from reindreader.library import Library, Mistake, QueryProblem, ShelfRow, Snippet, View
from reindreader.library.query import FIELDS, HAS, IS, Field
from reindreader.workflows.wording import _

_MOST_SNIPPETS = 200


@dataclass(frozen=True, slots=True)
class Listing:
    """``rows``: in order; ``snippets``: by the record's id, of the first rows; ``mistakes``: of the query, in words."""

    rows: tuple[ShelfRow, ...]
    snippets: dict[int, Snippet]
    mistakes: tuple[str, ...]


def listing(library: Library, view: View, *, with_snippets: bool = False) -> Listing:
    """What the view shows."""
    found = library.shelf(view)
    rows = library.shelf_rows(found.ids)
    some = library.snippets(found.ids[:_MOST_SNIPPETS], view.query) if with_snippets and view.query else {}
    return Listing(tuple(rows), some, tuple(map(mistake_words, found.problems)))


def mistake_words(problem: QueryProblem) -> str:
    """What is wrong with a part of a query."""
    values = {"words": problem.words, "fields": ", ".join(sorted({field.value for field in FIELDS.values()}))}
    if problem.kind is Mistake.HALF_INDEXED:
        done, total = map(int, problem.words.split("/"))
        values |= {"done": f"{done:,}", "total": f"{total:,}"}
    values |= {"has": ", ".join(sorted(HAS)), "is": ", ".join(sorted(IS))}
    return _sentences()[problem.kind].format(**values)


def _sentences() -> dict[Mistake, str]:
    return {
        Mistake.UNCLOSED_QUOTE: _("A quotation mark is not closed: {words}"),
        Mistake.UNKNOWN_FIELD: _("“{words}” is looked for as words: there is no such field. Fields: {fields}"),
        Mistake.NO_VALUE: _(
            "Nothing stands behind the colon or between the quotation marks, so that part is left out."
        ),
        Mistake.BAD_YEAR: _("“{words}” is no year or span of years such as 2015, 2010-2015 or 2010-."),
        Mistake.UNKNOWN_VALUE: _("“{words}” cannot be asked for. has: {has}; is: {is}"),
        Mistake.LONELY_MINUS: _("A minus stands alone; it belongs to the word that is not wanted."),
        Mistake.LONELY_OR: _("OR stands between two words of which either will do."),
        Mistake.NO_LETTERS: _("“{words}” holds no letter or digit, so it is left out."),
        Mistake.NO_SUCH_TAG: _("No tag is called “{words}”."),
        Mistake.NO_SUCH_COLLECTION: _("No collection is called “{words}”."),
        Mistake.HALF_INDEXED: _(
            "The library is brought up to date: so far {done} of {total} articles are found by their words."
        ),
    }


def query_help() -> str:
    """How a query is written, in a few lines."""
    names = ", ".join(f"{field.value}:" for field in Field if field.value)
    return _(
        'Words, "phrases", -without, either OR other, begin*, and fields: {names} (year:2010-2015, is:unread).'
    ).format(names=names)
