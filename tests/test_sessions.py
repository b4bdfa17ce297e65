"""Sessions and tries: they expire, they are bounded, and nobody locks a colleague out."""

from __future__ import annotations

import pytest

from rag.passwords import Account
from rag.sessions import OF_ONE, SECONDS, SECONDS_A_TRY, TRIES, Attempts, Sessions

SARI, BUDI = Account("sari", "editor"), Account("budi", "reader")


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_token_is_somebodys_until_it_expires_or_is_closed() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    sari, budi = sessions.open(SARI), sessions.open(BUDI)
    assert len(sari) >= 43
    assert (sessions.account(sari), sessions.account(budi)) == (SARI, BUDI)
    sessions.close(sari)
    assert sessions.account(sari) is None
    clock.now += SECONDS - 1
    assert sessions.account(budi) == BUDI
    clock.now += 1
    assert sessions.account(budi) is None


@pytest.mark.parametrize("forged", ["", "x", "sari", "\x00", "é" * 50, "\ud800", "a" * 10_000])
def test_a_forged_token_is_nobodys(forged: str) -> None:
    sessions = Sessions()
    token = sessions.open(SARI)
    assert sessions.account(forged) is None
    assert sessions.account(token + forged[:1]) is (None if forged else sessions.account(token))
    assert Sessions().account(token) is None


def test_no_token_is_kept_as_it_is() -> None:
    sessions = Sessions()
    token = sessions.open(SARI)
    assert token.encode() not in repr(vars(sessions)).encode()


def test_one_person_never_pushes_the_others_out() -> None:
    sessions = Sessions()
    budi, first = sessions.open(BUDI), sessions.open(SARI)
    last = [sessions.open(SARI) for _ in range(OF_ONE)][-1]
    assert sessions.account(budi) == BUDI
    assert sessions.account(first) is None
    assert sessions.account(last) == SARI


def test_wrong_passwords_run_out_and_come_back_one_by_one() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    assert [attempts.take("192.0.2.7") for _ in range(TRIES)] == [0.0] * TRIES
    assert attempts.take("192.0.2.7") == pytest.approx(SECONDS_A_TRY)
    assert attempts.take("192.0.2.8") == 0
    clock.now += SECONDS_A_TRY
    assert attempts.take("192.0.2.7") == 0
    assert attempts.take("192.0.2.7") > 0


def test_right_passwords_cost_nothing() -> None:
    attempts = Attempts(Clock())
    for _ in range(5 * TRIES):
        assert attempts.take("192.0.2.7") == 0
        attempts.give_back("192.0.2.7")


def test_addresses_of_one_ipv6_network_count_together_and_the_table_is_bounded() -> None:
    attempts = Attempts(Clock())
    for n in range(TRIES):
        assert attempts.take(f"2001:db8:1:2::{n:x}") == 0
    assert attempts.take("2001:db8:1:2:ffff::1") > 0
    assert attempts.take("2001:db8:1:3::1") == 0
    for n in range(11_000):
        attempts.take(f"10.{n // 65536}.{n // 256 % 256}.{n % 256}")
    assert len(attempts._left) <= 10_000
