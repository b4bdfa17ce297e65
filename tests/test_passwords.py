"""Accounts: hashes, the file they stand in, and the command that writes a line of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import UsageError
from rag.passwords import SHORTEST, Account, account_line, hash_password, matches, read_accounts
from tests.accounts import PASSWORD, cheap_line

ROOT = Path(__file__).resolve().parent.parent


def test_a_hash_opens_to_its_password_alone_and_no_two_are_alike() -> None:
    one, other = hash_password(PASSWORD), hash_password(PASSWORD)
    assert one != other
    assert PASSWORD not in one
    assert matches(PASSWORD, one)
    assert not matches(PASSWORD + " ", one)
    assert not matches("", one)
    # What shells and service files would eat is not in it.
    assert not set("$%\\'\" \t") & set(one)


def test_the_same_password_typed_on_another_keyboard_opens_it() -> None:
    composed, decomposed = "kafé di sudut jalan", "kafe\u0301 di sudut jalan"
    assert matches(decomposed, hash_password(composed))


@pytest.mark.parametrize("stored", ["", "x", "scrypt:1:1:1:a:b", PASSWORD, "scrypt:32:8:1:" + "a" * 22 + ":"])
def test_what_is_no_hash_opens_to_nothing(stored: str) -> None:
    assert not matches(PASSWORD, stored)
    assert not matches(stored, stored)


def test_a_short_password_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match=f"at least {SHORTEST}"):
        hash_password("x" * (SHORTEST - 1))


@pytest.mark.parametrize("name", ["", "dua kata", "a:b", "#a", "x" * 65, "a\x00b", "a\u202eb", "a\nb"])
def test_a_name_that_no_line_could_hold_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot be used"):
        account_line(name, "reader", PASSWORD)


def test_a_file_of_accounts(tmp_path: Path) -> None:
    file = tmp_path / "kata-sandi.txt"
    lines = [
        "# redaksi",
        "",
        cheap_line("sari", "editor"),
        "  " + cheap_line("Budi", "reader", "lain sekali ya"),
    ]
    file.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    accounts = read_accounts(file)
    assert accounts.check("sari", PASSWORD) == Account("sari", "editor")
    assert accounts.check(" BUDI ", "lain sekali ya") == Account("Budi", "reader")
    assert accounts.check("budi", PASSWORD) is None
    assert accounts.check("siti", PASSWORD) is None
    assert accounts.check("", "") is None
    assert Account("sari", "editor").may_edit
    assert not Account("Budi", "reader").may_edit


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "holds no account"),
        ("# nobody\n", "holds no account"),
        ("sari editor rahasiasekali123", "line 1 is not"),
        ("sari boss " + cheap_line("a", "reader").split()[2], "line 1 is not"),
        ("sari editor", "line 1 is not"),
        (cheap_line("sari", "editor") + "\n" + cheap_line("SARI", "reader"), "line 2: SARI is there already"),
    ],
)
def test_a_bad_file_is_named_with_its_line_and_the_next_command(
    content: str, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "kata-sandi.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_accounts(file)
    assert says in caught.value.english
    assert str(file) in caught.value.english
    assert str(file) in caught.value.indonesian
    # A password that somebody wrote there in the clear is not repeated on a terminal.
    assert "rahasiasekali123" not in caught.value.english + caught.value.indonesian


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="python -m rag password"):
        read_accounts(tmp_path / "tidak-ada.txt")


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("accounts") / "f"
    file.write_bytes(content)
    with pytest.raises(UsageError):
        read_accounts(file)


def _password(*arguments: str, typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rag", "password", *arguments],
        cwd=ROOT, env=os.environ, input=typed, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_the_command_reads_the_password_and_prints_the_line(tmp_path: Path) -> None:
    file = tmp_path / "kata-sandi.txt"
    for arguments in (["sari", "--editor"], ["budi"]):
        done = _password(*arguments, typed=PASSWORD + "\n")
        assert done.returncode == 0, done.stderr
        assert PASSWORD not in done.stdout + done.stderr
        with file.open("a", encoding="utf-8") as out:
            out.write(done.stdout)
    accounts = read_accounts(file)
    assert accounts.check("sari", PASSWORD) == Account("sari", "editor")
    assert accounts.check("budi", PASSWORD) == Account("budi", "reader")


def test_the_command_takes_no_password_as_an_argument() -> None:
    assert _password("sari", PASSWORD, typed="").returncode == 2


@pytest.mark.parametrize("typed", ["", "\n", "pendek\n"])
def test_the_command_refuses_a_short_one_in_a_line(typed: str) -> None:
    done = _password("sari", typed=typed)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
