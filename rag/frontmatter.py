"""YAML front matter and sidecars: what somebody wrote about an article on purpose.

Values are strings, or a list of strings for ``via``: ``NO`` stays a string and a date is
parsed here. The events of the YAML parser are read one by one, so that nothing is ever built
from a tag, an alias or a depth that no metadata needs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from rag.dates import parse_date
from rag.errors import UnreadableFile
from rag.metadata import Metadata
from rag.repair import Log, repair

KEYS = ("title", "outlet", "author", "editor", "date", "url", "via")
MAX_BYTES = 64 * 1024
MAX_DEPTH = 16
MAX_VALUE = 500  # characters

_FENCE = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_KEY_LINE = re.compile(r"(?m)^[ \t]*(title|outlet|author|editor|date|url|via)[ \t]*:[ \t]*(.*)$")
_EMPTY = ("", "~", "null", "Null", "NULL")
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
}


def split_front_matter(text: str) -> tuple[Metadata, str, list[str]]:
    """Return the metadata in front of ``text``, the rest of it, and warnings.

    ``text`` has ``\\n`` line ends. Text without front matter comes back whole. Raises
    UnreadableFile for YAML that is an attack: too deep, aliased, tagged, or too large.
    """
    if not text.startswith("---"):
        return Metadata(), text, []
    found = _FENCE.match(text)
    if not found:
        if _KEY_LINE.match(text, text.find("\n") + 1):
            return Metadata(), text, ["front matter is not closed by a line '---'; kept as text"]
        return Metadata(), text, []
    block = found["yaml"]
    if not block.strip():
        return Metadata(), text[found.end() :], []
    if not _KEY_LINE.search(block) and not re.match(r"\s*[\w\"'{\[!&*-]+[^\n]{0,40}:|\s*[\[{!&*]", block):
        return Metadata(), text, []  # two rules with prose between them
    metadata, warnings = read_yaml(block, "front matter")
    return metadata, text[found.end() :], warnings


def read_yaml(block: str, where: str) -> tuple[Metadata, list[str]]:
    """Return the metadata in a YAML mapping and warnings; broken YAML is read line by line."""
    import yaml

    if len(block.encode("utf-8", "replace")) > MAX_BYTES:
        raise _refuse(
            where, f"is longer than {MAX_BYTES // 1024} KB", f"lebih panjang dari {MAX_BYTES // 1024} KB"
        )
    try:
        data = _load(block, where)
    except yaml.YAMLError as error:
        values = {key: value.strip().strip("\"'") for key, value in _KEY_LINE.findall(block)}
        problem = getattr(error, "problem", None) or "not YAML"
        metadata, warnings = _metadata(values, where)
        return metadata, [f"{where} is broken ({problem}); read line by line", *warnings]
    if data is None:
        return Metadata(), []
    if not isinstance(data, dict):
        return Metadata(), [f"{where} is not a list of 'key: value' lines; ignored"]
    return _metadata(data, where)


def _load(block: str, where: str) -> Any:
    """Build strings, lists and mappings from parser events."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    root: list[Any] = []
    stack: list[Any] = [root]
    keys: list[Any] = [None]
    for event in yaml.parse(block, Loader=loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refuse(where, "uses YAML anchors or aliases", "memakai anchor atau alias YAML")
        tag = getattr(event, "tag", None)
        if tag and tag != "!" and tag not in _PLAIN_TAGS:
            raise _refuse(where, f"uses the YAML tag {tag[:60]!r}", f"memakai tag YAML {tag[:60]!r}")
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, yaml.ScalarEvent):
            _put(stack, keys, event.value)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            _put(stack, keys, value)
            stack.append(value)
            keys.append(None)
            if len(stack) > MAX_DEPTH:
                raise _refuse(
                    where, f"is nested deeper than {MAX_DEPTH}", f"bersarang lebih dalam dari {MAX_DEPTH}"
                )
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            keys.pop()
    return root[0] if root else None


def _put(stack: list[Any], keys: list[Any], value: Any) -> None:
    if isinstance(stack[-1], list):
        stack[-1].append(value)
    elif keys[-1] is None:
        keys[-1] = value if isinstance(value, str) else repr(value)
    else:
        stack[-1][keys[-1]] = value
        keys[-1] = None


def _metadata(data: dict[str, Any], where: str) -> tuple[Metadata, list[str]]:
    warnings: list[str] = []
    metadata = Metadata(stated=frozenset(key.lower() for key in data if key.lower() in KEYS))
    for raw_key, value in data.items():
        key = raw_key.lower()
        if key not in KEYS:
            warnings.append(f"{where}: unknown key {_short(raw_key)!r} ignored; known are {', '.join(KEYS)}")
        elif key == "via":
            items = value if isinstance(value, list) else [value]
            texts = tuple(t for item in items if isinstance(item, str) and (t := tidy_value(item)))
            if any(not isinstance(item, str) for item in items):
                warnings.append(f"{where}: 'via' is to be a text or a list of texts; other parts ignored")
            metadata = replace(metadata, via=texts)
        elif not isinstance(value, str):
            warnings.append(f"{where}: {key!r} is to be one text; ignored")
            metadata = replace(metadata, stated=metadata.stated - {key})
        elif text := tidy_value(value):
            checked, problem = _check(key, text)
            if problem:
                warnings.append(f"{where}: {problem}")
            metadata = replace(metadata, **{key: checked})  # type: ignore[arg-type]
    return metadata, warnings


def _check(key: str, text: str) -> tuple[str | None, str]:
    if key == "date":
        parsed = parse_date(text)
        return (
            parsed,
            "" if parsed else f"date {_short(text)!r} is no whole date such as 2023-07-05; left empty",
        )
    if key == "url":
        url = web_address(text)
        return url, "" if url else f"url {_short(text)!r} is no http(s) address; left empty"
    return text, ""


def tidy_value(value: str) -> str:
    """Return a metadata value on one line, its characters mended; empty for null."""
    text = "" if value.strip() in _EMPTY else " ".join(repair(value[: 4 * MAX_VALUE], Log()).split())
    return text[:MAX_VALUE].rstrip()


def web_address(text: str) -> str | None:
    """Return ``text`` where it is an http(s) address with a host, else None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc and " " not in text else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


def _refuse(where: str, english: str, indonesian: str) -> UnreadableFile:
    return UnreadableFile(
        f"{where} {english}; write plain 'key: value' lines",
        f"{'berkas pendamping' if 'sidecar' in where else 'metadata di awal berkas'} {indonesian}; "
        "tulislah baris 'kunci: nilai' biasa",
    )
