"""What the process's memory is kept in: few of glibc's pools, given back when much was let go, and looked
through seldom while much is built.

glibc's malloc opens a pool for each new thread until there are eight a processor, and keeps in each what is
freed there. Every index that is built or opened starts threads anew (Chroma's, Tantivy's), which fill one
pool after another: on two processors sixty rebuilds in one process go from 240 to 413 MB, and nothing leaks.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

# <malloc.h>
_M_ARENA_MAX = -8
_POOLS = 1
# Objects between two looks for cycles; Python's own is 700. A build leaves next to no cycles behind, and the
# words that it remembers were looked through again and again: 4 s of a processor for 21,681 passages.
_SELDOM = 100_000


@cache
def _libc() -> Any:
    """Return glibc, or None where the system has another allocator."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None


@cache
def use_few_pools() -> bool:
    """Have malloc open no more pools in this process; say whether it could be told. ``MALLOC_ARENA_MAX`` in
    the environment does the same from the start of a process."""
    libc = _libc()
    return libc is not None and bool(libc.mallopt(_M_ARENA_MAX, _POOLS))


def give_back() -> None:
    """Give back to the system what was freed and lies in whole pages."""
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)


@contextlib.contextmanager
def seldom_collecting() -> Iterator[None]:
    """Have Python look for cycles seldom while much is made that stays."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
