"""Values of the model as JSON and back. Fields that have their default are left out; a Span is ``[start, end]``.

The type hints of the dataclasses are the schema, so a new field with a default needs no migration. Where a field
may hold values of several classes, the object names its class under ``"is"``.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reindreader.model.text import Span


def dumps(value: object) -> str:
    """The value as compact JSON text; equal values give equal text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def loads(text: str, kind: Any) -> Any:
    """The value of type ``kind`` (a dataclass, a ``tuple[X, ...]``, a union) that ``dumps`` wrote.

    Raises ValueError where the text is no such value.
    """
    try:
        return _reader(kind)(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind}: {text[:80]}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {
            name: _plain(own) for name, default in _fields(type(value)) if (own := getattr(value, name)) != default
        }
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: _plain(own) for name, own in value.items()}
    return value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    fields = dataclasses.fields(kind)
    missing = dataclasses.MISSING
    return tuple((f.name, f.default if f.default_factory is missing else f.default_factory()) for f in fields)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    made_of, parts = get_origin(kind), get_args(kind)
    if made_of in {Union, types.UnionType}:
        return _union_reader(parts)
    if made_of is tuple:
        part = _reader(parts[0])
        return lambda raw: tuple(part(item) for item in raw)
    if made_of is Mapping:
        return MappingProxyType
    return _class_reader(kind)


def _class_reader(kind: Any) -> Callable[[Any], Any]:
    if kind is Span:
        return lambda raw: Span(*raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _dataclass_reader(kind)
    return lambda raw: raw


def _dataclass_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers: dict[str, Callable[[Any], Any]] = {}

    def read(raw: dict[str, Any]) -> Any:
        if not readers:  # late, for types that contain themselves
            readers.update({name: _reader(hint) for name, hint in hints.items() if name in kind.__dataclass_fields__})
        return kind(**{name: readers[name](own) for name, own in raw.items() if name in readers})

    return read


def _union_reader(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    named: dict[str, Callable[[Any], Any]] = {
        o.__name__: _reader(o) for o in options if isinstance(o, type) and dataclasses.is_dataclass(o)
    }
    others = [option for option in options if not dataclasses.is_dataclass(option) and option is not types.NoneType]
    span = named.pop("Span", None)
    other = _reader(others[0]) if len(others) == 1 else lambda raw: raw

    def read(raw: Any) -> Any:
        if isinstance(raw, dict):
            return named[raw["is"]](raw)
        if span is not None and isinstance(raw, list):
            return span(raw)
        return None if raw is None else other(raw)

    return read
