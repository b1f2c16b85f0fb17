"""What was noticed in a bibliography file and among the records of a library, in sentences."""

from reindreader.citing.duplicates import Group, Reason
from reindreader.citing.identifiers import form_problems
from reindreader.citing.reading.values import Notice, Remark
from reindreader.model.records import Record
from reindreader.workflows.bibliographies import Arrival, Arrived, BibliographyReport
from reindreader.workflows.identity import Alike, Shared
from reindreader.workflows.outcomes import Outcome, State
from reindreader.workflows.wording import _, field_label, ngettext


def remark_sentence(remark: Remark) -> str:
    """What was noticed, without its place: that is ``remark.line``."""
    sentences = {
        Notice.NOT_CLOSED: _("An entry that could not be read: a brace, a quotation mark or a comma is missing. Kept to repair."),
        Notice.NO_FIELDS: _("An entry without fields."),
        Notice.NOT_READABLE: _("Words that belong to no field: {words}"),
        Notice.MISSING_COMMA: _("A comma is missing before {field}. It was read as if it were there."),
        Notice.DUPLICATE_FIELD: _("{field} is there twice. The first one holds, the other is kept beside it: {words}"),
        Notice.DUPLICATE_KEY: _("The key {words} is there twice."),
        Notice.NO_KEY: _("An entry without a key."),
        Notice.UNKNOWN_STRING: _("{words} in {field} is an abbreviation that is defined nowhere."),
        Notice.UNKNOWN_PARENT: _("{field} names {words}, which is not in the file."),
        Notice.BAD_DATE: _("{field} is no date that has a year: {words}. It is kept as it is."),
        Notice.BAD_FORM: _("{field} cannot be right: {words}. It is kept as it is."),
    }  # fmt: skip
    return sentences[remark.notice].format(field=_label(remark), words=remark.words)


def _label(remark: Remark) -> str:
    return field_label(remark.field) if remark.notice is Notice.BAD_FORM else remark.field


def arrival_note(one: Arrived) -> str:
    """What became of an entry; "" where it was simply added."""
    if one.state is Arrival.HERE:
        return _("was already here")
    words = []
    if one.state is Arrival.RENAMED:
        words.append(_("another record has the key {key}").format(key=one.wished))
    if one.state is Arrival.JOINED:
        words.append(_("put beside what the text says, which has {shared}").format(shared=shared_words(one.alike)))
    elif one.alike:
        words.append(_("{key} has {shared}").format(key=one.alike.key, shared=shared_words(one.alike)))
    return "; ".join(words)


def shared_words(alike: Alike | None) -> str:
    """What it has in common with the record that was there."""
    return _("the same address") if alike and alike.shared is Shared.ADDRESS else _("the same DOI")


def alike_sentence(outcome: Outcome) -> str:
    """Of a source that came in: which record was there with the same DOI or address; "" where there was none."""
    if outcome.alike is None:
        return ""
    facts = {"key": outcome.alike.key, "shared": shared_words(outcome.alike)}
    if outcome.state is State.JOINED:
        return _("{key} was here without a text and has {shared}. This is its text now.").format(**facts)
    if outcome.alike.one:
        return _("{key} is here with {shared}. Merge the two if they are one.").format(**facts)
    return _("{key} is here with {shared}, but with another title, language or translator.").format(**facts)


def bibliography_summary(report: BibliographyReport) -> str:
    """How many came in, in one sentence."""
    added, here = len(report.added), len(report.of(Arrival.HERE))
    words = [ngettext("{count} record added", "{count} records added", added).format(count=added)]
    joined = report.of(Arrival.JOINED)
    if joined:
        words.append(_("{count} put beside texts that were here").format(count=len(joined)))
    alike = sum(one.alike is not None for one in report.added)
    if alike:
        words.append(_("{count} with the DOI or address of others").format(count=alike))
    if here:
        words.append(_("{count} already here").format(count=here))
    if report.broken:
        words.append(_("{count} to repair").format(count=len(report.broken)))
    return ", ".join(words) + "."


def group_sentence(group: Group) -> str:
    """Why records are thought to be the same, or versions of one work."""
    if group.versions:
        return _("Versions of one work, that could be linked")
    return {
        Reason.DOI: _("Duplicates: the same DOI"),
        Reason.ISBN: _("Duplicates: the same ISBN and title"),
        Reason.URL: _("Duplicates: the same web address"),
        Reason.TITLE: _("Duplicates: the same title, author and year"),
        Reason.TEXT: _("Duplicates: nearly the same title, the same author and year"),
        Reason.ORIGINAL: _("Duplicates: the same title"),
    }[group.reason]


def form_warnings(record: Record, value: str | None = None) -> list[str]:
    """Sentences about identifiers, addresses and access dates of the wrong form. ``value``: only about this one."""
    found = [(name, words) for name, words in form_problems(record) if value is None or words == value.strip()]
    return [remark_sentence(Remark(Notice.BAD_FORM, 1, name, words)) for name, words in found]
