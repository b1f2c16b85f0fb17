"""Records as the library keeps them to be read often: JSON lists, a value a place, in a tenth of the time of ``serial``.

A dataclass is the list of its fields' values, in their order, without the last ones that have their default; a date that
its ISO text says whole is that text; where several classes may stand, the list begins with the class's name. What is
read was made of checked values by the library itself, so no value checks itself again. A change of the model's fields
is a change of what is made of claims (``derived.VERSION``).
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reindreader.model.dates import Date, parse_iso
from reindreader.model.records import Record

Maker = Callable[[Any], Any]
_MISSING = dataclasses.MISSING
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]
"""What ``json.loads`` comes to after looking for blanks, which we do not write."""


def dumps_record(record: Record) -> str:
    """The record as one line of JSON; equal records give equal text."""
    return json.dumps(_writer(Record)(record), ensure_ascii=False, separators=(",", ":"))


def loads_record(text: str, at: int = 0) -> Record:
    """The record that ``dumps_record`` wrote, which begins there. Other text is not looked for mistakes."""
    record: Record = _class_reader(Record)(_scan(text, at)[0])
    return record


@lru_cache(maxsize=65_536)
def _date(text: str) -> Date:
    """Remembered: all days of a century and a half are fewer."""
    return parse_iso(text)


def _date_text(date: Date) -> str | None:
    """The text that says the date whole, None where there is none."""
    try:
        return text if parse_iso(text := date.edtf) == date else None
    except ValueError:
        return None


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any, Any], ...]:
    """Name, type and default of each field."""
    hints = get_type_hints(kind)
    made = ((f, f.default if f.default_factory is _MISSING else f.default_factory()) for f in dataclasses.fields(kind))
    return tuple((f.name, hints[f.name], default) for f, default in made)


def _options(kind: Any) -> tuple[Any, ...]:
    """The classes that may stand there, beside None."""
    parts = get_args(kind) if get_origin(kind) in {Union, types.UnionType} else (kind,)
    return tuple(part for part in parts if part is not types.NoneType)


@cache
def _writer(kind: Any) -> Maker:
    options = _options(kind)
    classes: list[Any] = [option for option in options if dataclasses.is_dataclass(option)]
    if len(classes) > 1:
        return _date_writer
    if get_origin(kind) is tuple:
        part = _writer(get_args(kind)[0])
        return lambda own: [part(one) for one in own]
    if classes:
        write = _class_writer(classes[0])
        return lambda own: write(own) if dataclasses.is_dataclass(own) else own
    if get_origin(kind) is Mapping:
        return dict
    return lambda own: own.value if isinstance(own, Enum) else own


def _date_writer(date: Date | None) -> Any:
    if date is None:
        return None
    kind: Any = type(date)
    return _date_text(date) or [kind.__name__, *_class_writer(kind)(date)]


@cache
def _class_writer(kind: Any) -> Maker:
    fields = _fields(kind)

    def write(value: Any) -> list[Any]:
        own = [(getattr(value, name), hint, default) for name, hint, default in fields]
        while own and own[-1][0] == own[-1][2]:
            own.pop()
        return [_writer(hint)(part) for part, hint, _default in own]

    return write


@cache
def _reader(kind: Any) -> Maker | None:
    """What makes the value of what JSON has for it, where that is not null; None where that is the value itself."""
    options = _options(kind)
    classes: list[Any] = [option for option in options if dataclasses.is_dataclass(option)]
    if len(classes) > 1:
        return _date_reader(classes)
    if get_origin(kind) is tuple:
        read = _class_reader(get_args(kind)[0])
        return lambda raw: tuple([read(one) for one in raw])
    if get_origin(kind) is Mapping:
        return MappingProxyType
    if classes:
        read = _class_reader(classes[0])
        return read if len(options) == 1 else lambda raw: read(raw) if isinstance(raw, list) else raw
    first: Any = options[0]
    return first._value2member_map_.__getitem__ if issubclass(first, Enum) else None


def _date_reader(classes: list[Any]) -> Maker:
    named = {kind.__name__: _class_reader(kind) for kind in classes}
    return lambda raw: _date(raw) if isinstance(raw, str) else named[raw[0]](raw[1:])


@cache
def _class_reader(kind: Any) -> Maker:
    """Fills an unfrozen twin of the class, which then becomes the class: a quarter of the time that setting slots of a
    frozen one takes."""
    twin = _twin(kind)
    deep = [(place, read) for place, (_, hint, _) in enumerate(_fields(kind)) if (read := _reader(hint))]

    def made(raw: list[Any]) -> Any:
        for place, read in deep:
            if place >= len(raw):
                break
            if raw[place] is not None:
                raw[place] = read(raw[place])
        value = twin(*raw)
        value.__class__ = kind
        return value

    return made


def _twin(kind: Any) -> Any:
    """A class of the same slots and defaults that is not frozen and checks nothing."""
    fields: list[Any] = []
    for name, _hint, default in _fields(kind):
        shared = isinstance(default, Mapping)  # dataclasses want a maker of what could be changed
        own = dataclasses.field(default_factory=partial(MappingProxyType, {})) if shared else default
        fields.append((name, Any) if default is _MISSING else (name, Any, own))
    return dataclasses.make_dataclass(f"{kind.__name__}Twin", fields, slots=True, eq=False)
