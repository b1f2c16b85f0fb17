"""Values of the model as JSON and back. Fields that have their default are left out; a Span is ``[start, end]``.

The type hints of the dataclasses are the schema, so a new field with a default needs no migration. Where a field
may hold values of several classes, the object names its class under ``"is"``.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from math import isfinite
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reindreader.model.text import Box, Span

_MISSING = dataclasses.MISSING


def dumps(value: object) -> str:
    """The value as compact JSON text; equal values give equal text."""
    kind: Any = type(value)
    return _writer(kind)(value)


def loads(text: str, kind: Any) -> Any:
    """The value of type ``kind`` (a dataclass, a ``tuple[X, ...]``, a union) that ``dumps`` wrote.

    Raises ValueError where the text is no such value.
    """
    try:
        return _reader(kind)(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind}: {text[:80]}") from error


Writer = Callable[[Any], str]


def _list(parts: Iterable[Any]) -> str:
    return f"[{','.join([dumps(part) for part in parts])}]"


def _mapping(own: Mapping[Any, Any]) -> str:
    return f"{{{','.join([f'{_encoded(str(name))}:{dumps(part)}' for name, part in own.items()])}}}"


def _encoded(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _float(value: float) -> str:
    return repr(value) if isfinite(value) else _encoded(value)


def _box(box: Box) -> str:
    """As others are: a PDF has thousands."""
    places = f'"left":{box.left!r},"top":{box.top!r},"right":{box.right!r},"bottom":{box.bottom!r}'
    return f'{{"is":"Box","span":[{box.span.start},{box.span.end}],{places}}}'


_SIMPLE: dict[Any, Writer] = {
    Box: _box,
    Span: lambda span: f"[{span.start},{span.end}]",
    str: encode_basestring,
    int: repr,
    float: _float,
}
_LISTED: dict[Any, Writer] = {Enum: lambda one: dumps(one._value_), tuple: _list, list: _list, Mapping: _mapping}


@cache
def _writer(kind: type) -> Writer:
    """What writes values of the class: text put together at once takes a third of the time of a tree for ``json``."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if dataclasses.is_dataclass(kind):
        return _dataclass_writer(kind)
    return next((write for base, write in _LISTED.items() if issubclass(kind, base)), _encoded)


def _dataclass_writer(kind: type) -> Writer:
    fields = [(name, default, f',"{name}":') for name, default in _fields(kind)]
    head = f'{{"is":"{kind.__name__}"'

    def write(value: Any) -> str:
        text = head
        for name, default, before in fields:
            own = getattr(value, name)
            if default is _MISSING or (own is not default and own != default):
                text += before + dumps(own)
        return text + "}"

    return write


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    fields = dataclasses.fields(kind)
    return tuple((f.name, f.default if f.default_factory is _MISSING else f.default_factory()) for f in fields)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    made_of, parts = get_origin(kind), get_args(kind)
    if made_of in {Union, types.UnionType}:
        return _union_reader(parts)
    if made_of is tuple:
        part = _reader(parts[0])
        return lambda raw: tuple([part(item) for item in raw])
    if made_of is Mapping:
        return MappingProxyType
    return _class_reader(kind)


def _class_reader(kind: Any) -> Callable[[Any], Any]:
    if kind is Span:
        return lambda raw: Span(*raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind._value2member_map_.__getitem__
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    return _same


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(raw: dict[str, Any]) -> Any:
        if not readers:  # late, for types that contain themselves
            readers.update({name: _reader(hints[name]) for name, _default in _fields(kind)})
        return kind(**{name: readers[name](own) for name, own in raw.items() if name in readers})

    return read


def _same(raw: Any) -> Any:
    return raw


def _union_reader(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    named: dict[str, Callable[[Any], Any]] = {
        o.__name__: _reader(o) for o in options if isinstance(o, type) and dataclasses.is_dataclass(o)
    }
    others = [option for option in options if not dataclasses.is_dataclass(option) and option is not types.NoneType]
    span = named.pop("Span", None)
    other = _reader(others[0]) if len(others) == 1 else _same

    def read(raw: Any) -> Any:
        if isinstance(raw, dict):
            return named[raw["is"]](raw)
        if span is not None and isinstance(raw, list):
            return span(raw)
        return None if raw is None else other(raw)

    return read
