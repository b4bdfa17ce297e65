"""The command ``password``: the line of an account, for the file that ``RAG_PASSWORDS`` names."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from rag.errors import UsageError
from rag.passwords import EDITOR, READER, account_line


def add_password(commands: Any) -> None:
    """Describe the command."""
    password = commands.add_parser(
        "password",
        help="make an account's line for the file of RAG_PASSWORDS",
        description="Asks for a password, or reads it from standard input, and prints the account's line. "
        "Append it to a file: python -m rag password sari --editor >> kata-sandi.txt",
    )
    password.add_argument("name", metavar="NAME", help="who signs in with it")
    password.add_argument("--editor", action="store_true", help="may upload and rebuild as well")


def run_password(options: argparse.Namespace) -> int:
    """Print the line. Raises UsageError for a password that is too short or typed differently twice."""
    # Never an argument: those stand in the shell's history and in the list of processes.
    if sys.stdin.isatty():
        password = getpass.getpass("Kata sandi / password: ")
        if getpass.getpass("Sekali lagi / once more: ") != password:
            raise UsageError(
                "the two passwords differ; run the command again",
                "kedua kata sandi itu berbeda; jalankan perintahnya lagi",
            )
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    print(account_line(options.name, EDITOR if options.editor else READER, password))
    return 0
