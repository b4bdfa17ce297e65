"""Accounts for tests: real lines of a passwords' file, with hashes cheap enough to make by the dozen."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

PASSWORD = "pasar pagi sebelum hujan"


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def cheap_line(name: str, role: str, password: str = PASSWORD) -> str:
    """Return an account's line whose hash costs a thousandth of a real one."""
    salt = b"garam untuk uji!"
    digest = hashlib.scrypt(password.encode(), salt=salt, n=32, r=8, p=1, dklen=32)
    return f"{name} {role} scrypt:32:8:1:{_text(salt)}:{_text(digest)}"


def write_accounts(file: Path, roles: Mapping[str, str]) -> Path:
    """Write a file of accounts, ``{name: role}``, all with PASSWORD."""
    file.write_text("".join(cheap_line(name, role) + "\n" for name, role in roles.items()), encoding="utf-8")
    return file
