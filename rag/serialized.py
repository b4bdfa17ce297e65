"""What passes between a reader and its parent, as JSON: data only, of the kinds named here and no others.

A reader that a file has taken over can send what it likes. Unpickled, it could run in the parent; read here,
it is a refusal, a reading, a text or an error, or it is nothing. Pure: bytes in, values out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from rag.documents import Reading, Refusal
from rag.errors import KutipError, UnreadableFile, UsageError

_VALUES: dict[str, Any] = {
    "tasks": tuple[tuple[str, ...], ...], "reading": Reading, "refusal": Refusal, "text": str,
}  # fmt: skip
_ERRORS = {kind.__name__: kind for kind in (UnreadableFile, UsageError, KutipError)}


def dumps(value: Reading | Refusal | str | KutipError | tuple[tuple[str, ...], ...]) -> bytes:
    """Return a value as bytes; an error of another kind becomes a KutipError."""
    if isinstance(value, KutipError):
        kind = type(value).__name__
        name, held = kind if kind in _ERRORS else "KutipError", [value.english, value.indonesian]
    else:
        by_type = {Reading: "reading", Refusal: "refusal", str: "text", tuple: "tasks"}
        name, held = by_type[type(value)], _plain(value)
    return json.dumps([name, held]).encode("ascii")


def loads(data: bytes) -> Any:
    """Return the value that ``dumps`` made bytes of. Raises ValueError for any others."""
    try:
        name, held = json.loads(data)
        if name in _ERRORS:
            english, indonesian = _maker(tuple[str, ...])(held)
            return _ERRORS[name](english, indonesian)
        return _maker(_VALUES[name])(held)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no message of a reader: {type(error).__name__}") from None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        kind: Any = type(value)
        return [_plain(getattr(value, name)) for name in _names(kind)]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type out of JSON's, or raises ValueError."""
    if hasattr(kind, "__dataclass_fields__"):
        hints = get_type_hints(kind)
        makers = [_maker(hints[name]) for name in _names(kind)]
        return lambda held: kind(*(make(part) for make, part in zip(makers, _list(held), strict=True)))
    if get_origin(kind) is tuple:
        part_of = _maker(get_args(kind)[0])
        return lambda held: tuple(part_of(part) for part in _list(held))
    allowed = get_args(kind) or (kind,)
    if not set(allowed) <= {str, int, bool, NoneType}:
        raise ValueError(f"{kind} cannot be sent")
    return lambda held: _one_of(allowed, held)


def _list(held: Any) -> list[Any]:
    if not isinstance(held, list):
        raise ValueError("no list")
    return held


def _one_of(allowed: tuple[Any, ...], held: Any) -> Any:
    if type(held) not in allowed:
        raise ValueError("another type")
    return held
