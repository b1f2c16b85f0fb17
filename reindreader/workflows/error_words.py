"""Errors in words for people: what happened, where, and what now."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reindreader import errors
from reindreader.workflows.catalogue import _, ngettext


def error_sentence(error: BaseException) -> str:
    """What happened, where, and what now, in one or two sentences."""
    for kind, words in _SENTENCES.items():
        if isinstance(error, kind):
            return words(error)
    return _("Something went wrong that should not: {detail}").format(detail=f"{type(error).__name__}: {error}")


def _unreadable(error: Any) -> str:
    name = one_line(Path(error.path).name)
    return _("{name} could not be read: {reason}.").format(name=name, reason=unreadable_reason(error))


def unreadable_reason(error: errors.UnreadableFileError) -> str:
    """Why a file could not be read, as the end of a sentence."""
    return {
        "missing": _("it is not there"),
        "folder": _("it is a folder"),
        "empty-folder": _("there is no file in it that can be read"),
        "special": _("it is not a file but a device"),
        "permission": _("you may not read it"),
        "empty": _("there is no text in it"),
        "no-entries": _("none of its entries could be read; those that look like one wait in repairs"),
        "binary": _("it is not a text"),
        "too-large": _("it is larger than the limit"),
        "too-many": _("it has more paragraphs than any book"),
        "format": _("files of this kind are not read yet"),
        "damaged": _("its bytes are not those that were kept"),
        "broken": _("it is damaged, or ends in mid-file"),
        "encrypted": _("it is locked and needs a password"),
        "password": _("this is not its password"),
        "bomb": _("unpacked it would be many times its size"),
        "slow": _("reading it takes longer than the limit"),
        "memory": _("reading it takes more memory than the limit"),
        "crash": _("the reader gave up on it"),
        "system": _("the system gives an error"),
    }.get(error.reason, error.reason)


def one_line(name: str) -> str:
    """A file's name as it can stand in a line: line ends and other controls are written out."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def _unreachable(error: Any) -> str:
    reason = {
        "address": _("this is no address that begins with http:// or https://"),
        "offline": _("there is no connection to it"),
        "certificate": _("its certificate is not to be trusted"),
        "silent": _("it does not answer"),
        "slow": _("it takes longer than the limit"),
        "cut-off": _("it ended before its end"),
        "too-large": _("it is larger than the limit"),
        "redirects": _("it leads from one address to the next without end"),
        "redirect-kind": _("it leads to something that is no page of the web"),
        "redirect-inside": _("it leads into your own network"),
        "not-found": _("there is nothing at this address"),
        "forbidden": _("the server does not give it to you; save the page in your browser and add the file"),
        "busy": _("the server is busy; try again later"),
        "status": _("the server gives an error ({status})"),
        "type": _("it is nothing to read ({detail})"),
        "no-record": _("nothing is registered for it in a form that can be read"),
    }.get(error.reason, error.reason)
    return _("{address} could not be fetched: {reason}.").format(
        address=error.address, reason=reason.format(status=error.status, detail=error.detail)
    )


def _unwritable(error: Any) -> str:
    name, folder = Path(error.path).name, Path(error.path).parent
    return {
        "full": _("The disk is full. {name} was not changed; make room and try again."),
        "read-only": _("The folder {folder} allows no writing. Choose another; {name} was not changed."),
        "missing": _("The folder {folder} is not there. Choose another place."),
        "exists": _("There is a file named {name} in {folder} already. It was not changed."),
    }.get(error.reason, _("{name} could not be written in {folder}. It was not changed.")).format(
        name=name, folder=folder
    )


def _unknown(error: Any, what: str, near: tuple[str, ...]) -> str:
    hint = _(" Perhaps: {near}.").format(near=", ".join(near)) if near else ""
    return what + hint


def _not_found(error: Any) -> str:
    if not error.count:
        return _("These words do not stand in {key}: {words}").format(key=error.key, words=error.words)
    places = ", ".join(f"¶ {number}" for number in error.paragraphs)
    return ngettext(
        "These words stand in {key} {count} time",
        "These words stand in {key} {count} times; add some more of them",
        error.count,
    ).format(key=error.key, count=error.count) + (f" ({places})." if places else ".")


def _bad_value(error: Any) -> str:
    wanted = {
        "date": _("a date, such as 2015-11-30, 30 November 2015, or --11-30 where the year is unknown"),
        "language": _("a language, such as zh-Hant or Chinese"),
        "relation": _("original, translation, reprint or unstated"),
        "translation-kind": _("published, own, machine or unknown"),
        "url": _("an address that begins with http:// or https://"),
        "type": _("a CSL type, such as article-newspaper"),
        "yes-no": _("yes or no"),
        "bibliography": _("BibTeX, RIS, CSL-JSON, EndNote XML, MODS or Zotero RDF"),
        "link": _("another record of the library; link the two instead"),
        "encoding": _("an encoding, such as utf-8 or big5"),
    }.get(error.wanted, error.wanted)
    return _("{field}: “{value}” does not fit. It takes {wanted}.").format(
        field=error.field_name, value=error.value, wanted=wanted
    )


_NEAR = 5
"""Names that are offered instead of one that is not there."""

_SENTENCES: Mapping[type[BaseException], Callable[[Any], str]] = {
    errors.UnreadableFileError: _unreadable,
    errors.UnwritableError: _unwritable,
    errors.BadKeyPatternError: lambda e: _("{detail}, at sign {place} of the pattern {pattern}.").format(
        detail=e.detail, place=e.place + 1, pattern=e.pattern
    ),
    errors.UnreachableError: _unreachable,
    errors.NewerLibraryError: lambda e: _("This library is from a newer Reindreader. It was not opened or changed."),
    errors.NotALibraryError: lambda e: _(
        "The file {path} is no library of Reindreader, or it is damaged. It was not changed."
    ).format(path=e.path),
    errors.LibraryBusyError: lambda e: _("Another program is writing to the library {path}. Try again.").format(
        path=e.path
    ),
    errors.UnknownKeyError: lambda e: _unknown(e, _("There is no record {key}.").format(key=e.key), e.near),
    errors.UnknownBackupError: lambda e: _unknown(
        e,
        _("No backup, or more than one, has a name that begins with {name}.").format(name=e.name)
        if e.name
        else _("There is no backup yet."),
        e.names[:5],
    ),
    errors.SameRecordError: lambda e: _("Both are {key}. Two records are wanted.").format(key=e.key),
    errors.TakenKeyError: lambda e: _("The citation key {key} is another record's.").format(key=e.key),
    errors.UnknownCollectionError: lambda e: _unknown(
        e, _("There is no collection {path}.").format(path=e.path), e.paths
    ),
    errors.UnknownFieldError: lambda e: _unknown(
        e,
        _("There is no field {field}.").format(field=e.field_name),
        tuple(get_close_matches(e.field_name, e.fields, _NEAR, 0.5)) or e.fields[:_NEAR],
    ),
    errors.UnknownStyleError: lambda e: _unknown(e, _("There is no style {style}.").format(style=e.style), e.near),
    errors.BadStyleError: lambda e: _("The style {style} cannot be used: {detail}{line}.").format(
        style=e.style, detail=e.detail, line=_(", line {line}").format(line=e.line) if e.line else ""
    ),
    errors.BadValueError: _bad_value,
    errors.QuoteNotFoundError: _not_found,
    errors.NoTextError: lambda e: _("{key} has no text to quote from.").format(key=e.key),
    errors.MissingResourceError: lambda e: _("A part of the program is missing: {name}. Install it again.").format(
        name=e.name
    ),
}
