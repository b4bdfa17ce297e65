"""Accounts: who may come in, with which password, and whether they may change the archive.

``RAG_PASSWORDS`` names a file with a line for each person, ``NAME ROLE HASH``, as ``python -m rag password``
writes it. A file and not variables, which every child process inherits; a name each, so that one
person can be taken out, and cannot take the others' share of the server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag.errors import UsageError

READER, EDITOR = "reader", "editor"
SHORTEST = 12
# OWASP's table for scrypt: 32 MiB and three rounds. One check took 0.26 s on two shared cores.
_N, _R, _P = 2**15, 8, 3
_MEMORY = 128 * _R * (_N + _P + 2)
_NAME = re.compile(r"[^\s:#]{1,64}")
# Colons between the parts: "$" would be eaten by shells and service files.
_HASH = re.compile(r"scrypt:(\d{2,7}):(\d{1,2}):(\d{1,2}):([\w-]{22}):([\w-]{43})")
_NEXT = "python -m rag password NAME"
_NEXT_ID = "python -m rag password NAMA"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may come in; ``role`` is ``reader`` or ``editor``, ``name`` empty without accounts."""

    name: str
    role: str

    @property
    def sharer(self) -> str | None:
        """Return whose share of the server's turns this person's work comes out of; None without accounts."""
        return self.name or None

    @property
    def may_edit(self) -> bool:
        """Say whether this person may upload and rebuild."""
        return self.role == EDITOR


def hash_password(password: str) -> str:
    """Return a salted hash of ``password`` as text without white space.

    Raises UsageError for one shorter than SHORTEST characters.
    """
    if len(password) < SHORTEST:
        raise UsageError(
            f"the password has {len(password)} characters; at least {SHORTEST} are needed: take a few words",
            f"kata sandi berisi {len(password)} karakter; perlu sedikitnya {SHORTEST}: pakai beberapa kata",
        )
    salt = secrets.token_bytes(16)
    return f"scrypt:{_N}:{_R}:{_P}:{_text(salt)}:{_text(_scrypt(password, salt, _N, _R, _P))}"


def matches(password: str, stored: str) -> bool:
    """Say whether ``stored`` is a hash of ``password``, in a time that does not tell how nearly."""
    found = _HASH.fullmatch(stored)
    if found is None:
        return False
    n, r, p = int(found[1]), int(found[2]), int(found[3])
    digest = _scrypt(password, base64.urlsafe_b64decode(found[4] + "=="), n, r, p)
    return hmac.compare_digest(_text(digest), found[5])


def _scrypt(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    # One password typed on two keyboards may be two sequences of code points.
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "replace")
    return hashlib.scrypt(
        typed, salt=salt, n=n, r=r, p=p, maxmem=max(_MEMORY, 128 * r * (n + p + 2)), dklen=32
    )


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")


def account_line(name: str, role: str, password: str) -> str:
    """Return the line of an account. Raises UsageError for a name or a password that cannot be used."""
    if not _NAME.fullmatch(name) or not name.isprintable():
        raise UsageError(
            f"the name {name!r} cannot be used: 1 to 64 characters, no space, no : and no #. {_NEXT}",
            f"nama {name!r} tidak dapat dipakai: 1 sampai 64 karakter, tanpa spasi, : dan #. {_NEXT_ID}",
        )
    return f"{name} {role} {hash_password(password)}"


class Accounts:
    """The people of one file and the hashes of their passwords."""

    def __init__(self, kept: Mapping[str, tuple[Account, str]]) -> None:
        self._kept = kept
        # Checked where the name is unknown, so that the time taken tells nobody which names there are.
        salt, digest = _text(secrets.token_bytes(16)), _text(secrets.token_bytes(32))
        self._nobody = f"scrypt:{_N}:{_R}:{_P}:{salt}:{digest}"

    def check(self, name: str, password: str) -> Account | None:
        """Return the account of that name and password, None for any other. Slow on purpose."""
        account, stored = self._kept.get(_folded(name), (None, self._nobody))
        return account if matches(password, stored) else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()


def read_accounts(file: Path) -> Accounts:
    """Return the accounts in ``file``; empty lines and those beginning with # are passed over.

    Raises UsageError for a file that cannot be read, for one without an account, and for a line that is none.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise UsageError(
            f"the passwords of RAG_PASSWORDS={file} cannot be read ({why}). Make them: {_NEXT} >> {file}",
            f"kata sandi RAG_PASSWORDS={file} tidak terbaca ({why}). Buatlah: {_NEXT_ID} >> {file}",
        ) from None
    kept: dict[str, tuple[Account, str]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        account, stored = _account(file, number, line)
        if _folded(account.name) in kept:
            raise UsageError(
                f"{file}, line {number}: {account.name} is there already; keep one of the two lines",
                f"{file}, baris {number}: {account.name} sudah ada; sisakan satu dari dua baris itu",
            )
        kept[_folded(account.name)] = account, stored
    if not kept:
        raise UsageError(
            f"{file} holds no account. Add one: {_NEXT} >> {file}",
            f"{file} tidak memuat akun. Tambahkan: {_NEXT_ID} >> {file}",
        )
    return Accounts(kept)


def _account(file: Path, number: int, line: str) -> tuple[Account, str]:
    parts = line.split()
    if len(parts) != 3 or parts[1] not in (READER, EDITOR) or not _HASH.fullmatch(parts[2]):
        # The line itself may hold a password that somebody wrote there: it is not repeated.
        raise UsageError(
            f"{file}, line {number} is not 'NAME reader|editor HASH'. Make it anew: {_NEXT} >> {file}",
            f"{file}, baris {number} bukan 'NAMA reader|editor HASH'. Buat lagi: {_NEXT_ID} >> {file}",
        )
    return Account(parts[0], parts[1]), parts[2]
