"""Regular expressions that time themselves: how long the slowest single search takes."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import rag


class Watch:
    """Every expression of the package's modules, replaced by one that is timed."""

    def __init__(self, put: Callable[[Any, str, Any], None]) -> None:
        """``put`` sets an attribute, as ``monkeypatch.setattr`` does."""
        self.slowest: dict[str, float] = defaultdict(float)
        self._made: dict[tuple[Any, int], Timed] = {}
        for found in pkgutil.walk_packages(rag.__path__, "rag."):
            if found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for name, value in list(vars(module).items()):
                timed = self._timed(value, f"{found.name}.{name}", put)
                if timed is not value:
                    put(module, name, timed)

    def __len__(self) -> int:
        return len(self._made)

    def _timed(self, value: Any, name: str, put: Callable[[Any, str, Any], None]) -> Any:
        if isinstance(value, re.Pattern):
            key = (value.pattern, value.flags)
            return self._made.setdefault(key, Timed(value, name, self.slowest))
        if isinstance(value, (tuple, list)):
            made = [self._timed(each, name, put) for each in value]
            if all(new is old for new, old in zip(made, value, strict=True)):
                return value
            return type(value)(*made) if hasattr(value, "_fields") else type(value)(made)
        if isinstance(value, dict) and not name.rpartition(".")[2].startswith("__"):
            made_dict = {key: self._timed(each, name, put) for key, each in value.items()}
            return made_dict if any(made_dict[key] is not each for key, each in value.items()) else value
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
            made_parts = {part: self._timed(each, name, put) for part, each in parts.items()}
            changed = {part: new for part, new in made_parts.items() if new is not parts[part]}
            return dataclasses.replace(value, **changed) if changed else value
        return value


class Timed:
    """An expression that notes the time of each search: of ``finditer``, from one match to the next."""

    def __init__(self, pattern: re.Pattern[Any], name: str, slowest: dict[str, float]) -> None:
        self._pattern = pattern
        self._name = name
        self._slowest = slowest

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._pattern, name)
        if not callable(value):
            return value

        def call(*arguments: Any, **named: Any) -> Any:
            return self._noted(lambda: value(*arguments, **named))

        return call

    def finditer(self, *arguments: Any) -> Iterator[re.Match[Any]]:
        """Yield the matches."""
        matches = self._pattern.finditer(*arguments)
        while (match := self._noted(lambda: next(matches, None))) is not None:
            yield match

    def _noted(self, search: Callable[[], Any]) -> Any:
        began = time.thread_time()
        result = search()
        self._slowest[self._name] = max(self._slowest[self._name], time.thread_time() - began)
        return result
