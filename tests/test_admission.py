"""Turns: bounded, quick to refuse, and shared out so that nobody starves."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import pytest

from rag.admission import AT_ONCE, OWN, PATIENCE_SECONDS, WAITING, Admission
from rag.errors import Busy

T = TypeVar("T")


def on_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run ``work`` on a loop of another thread: where a browser was driven, this one's loop runs on."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result(30)


@contextmanager
def held(admission: Admission, *who: str | None) -> Iterator[threading.Event]:
    """Hold a turn, or a place in line, for each of ``who``, in that order, until the event is set."""
    go, order = threading.Event(), []
    threads = []

    def hold(name: str | None) -> None:
        with admission.turn(name):
            order.append(name)
            go.wait(10)

    for n, name in enumerate(who, start=1):
        thread = threading.Thread(target=hold, args=(name,))
        thread.start()
        threads.append(thread)
        until = time.monotonic() + 5
        while admission._working.total() + len(admission._line) < n:
            assert time.monotonic() < until
            time.sleep(0.001)
    yield go
    go.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def test_the_constants_leave_threads_for_pages_and_health() -> None:
    assert AT_ONCE + WAITING < 40
    assert OWN < AT_ONCE


def test_beyond_the_line_is_a_quick_503_for_anybody() -> None:
    admission = Admission(at_once=2, waiting=2, own=9)
    with held(admission, "a", "b", "c", "d"):
        started = time.monotonic()
        with pytest.raises(Busy) as caught, admission.turn("e"):
            pass
        assert time.monotonic() - started < PATIENCE_SECONDS / 2
        assert (caught.value.status, caught.value.own) == (503, False)
        assert caught.value.seconds > 0
    with admission.turn("e"):
        pass


def test_beyond_ones_share_is_a_quick_429_while_others_get_in() -> None:
    admission = Admission(at_once=3, waiting=3, own=2)
    with held(admission, "a", "a"):
        with pytest.raises(Busy) as caught, admission.turn("a"):
            pass
        assert caught.value.status == 429
        with admission.turn("b"):
            pass
    with admission.turn("a"):
        pass


def test_a_place_in_line_counts_towards_ones_share() -> None:
    admission = Admission(at_once=1, waiting=5, own=2)
    with held(admission, "b", "a", "a"), pytest.raises(Busy, match="you have 2"), admission.turn("a"):
        pass


def test_nobody_named_has_no_share_but_the_bounds() -> None:
    admission = Admission(at_once=2, waiting=1, own=1)
    with held(admission, None, None, None), pytest.raises(Busy) as caught, admission.turn(None):
        pass
    assert caught.value.status == 503


def test_waiting_ends_in_time() -> None:
    admission = Admission(at_once=1, waiting=5, own=9, patience=0.1)
    with held(admission, "a"):
        started = time.monotonic()
        with pytest.raises(Busy) as caught, admission.turn("b"):
            pass
        assert 0.1 <= time.monotonic() - started < PATIENCE_SECONDS / 2
        assert caught.value.status == 503
        assert admission._line == []


def test_a_free_turn_goes_to_whoever_has_the_fewest_then_to_the_longest_waiting() -> None:
    admission = Admission(at_once=2, waiting=9, own=9)
    got: list[str] = []
    done = threading.Event()

    def work(name: str) -> None:
        with admission.turn(name):
            got.append(name)
            done.wait(5)

    with held(admission, "a") as first:
        with held(admission, "a") as second:
            line = []
            for n, name in enumerate(["a", "a", "b", "c"], start=1):
                line.append(threading.Thread(target=work, args=(name,)))
                line[-1].start()
                while len(admission._line) < n:
                    time.sleep(0.001)
            # One of a's two turns ends: b has none and has waited longer than c.
            second.set()
            while not got:
                time.sleep(0.001)
            assert got == ["b"]
        first.set()
        while len(got) < 2:
            time.sleep(0.001)
        # Now a has no turn either, and has waited longest.
        assert got[1] == "a"
        done.set()
        for thread in line:
            thread.join(5)
    assert sorted(got) == ["a", "a", "b", "c"]
    assert admission._working.total() == 0


def test_on_a_loop_turns_are_waited_for_and_refused_without_a_thread() -> None:
    admission = Admission(at_once=1, waiting=20, own=30, patience=5)
    order: list[int] = []

    async def work(n: int) -> None:
        async with admission.turn_on_loop(f"p{n}"):
            order.append(n)
            await asyncio.sleep(0.001)

    async def crowd() -> int:
        before = threading.active_count()
        tasks = [asyncio.create_task(work(n)) for n in range(30)]
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert threading.active_count() == before
        return sum(isinstance(r, Busy) for r in results)

    assert on_a_loop(crowd()) == 9
    assert order == list(range(21))
    assert (admission._working.total(), admission._line) == (0, [])


def test_on_a_loop_waiting_ends_in_time_and_a_free_thread_calls_the_next() -> None:
    admission = Admission(at_once=1, waiting=5, own=9, patience=0.2)

    async def wait_for_one() -> bool:
        try:
            async with admission.turn_on_loop("b"):
                return True
        except Busy:
            return False

    with held(admission, "a") as go:
        assert on_a_loop(wait_for_one()) is False
        threading.Timer(0.05, go.set).start()
        assert on_a_loop(wait_for_one()) is True


@pytest.mark.parametrize("free_first", [False, True])
def test_somebody_who_leaves_while_waiting_takes_no_turn_along(free_first: bool) -> None:
    admission = Admission(at_once=1, waiting=5)

    async def leave(go: threading.Event) -> None:
        async def work() -> None:
            async with admission.turn_on_loop("b"):
                pytest.fail("left already")

        task = asyncio.create_task(work())
        await asyncio.sleep(0.05)
        if free_first:
            # Called and cancelled before the loop comes round.
            go.set()
            time.sleep(0.1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    with held(admission, "a") as go:
        on_a_loop(leave(go))
    with admission.turn("c"):
        pass
    assert (admission._working.total(), admission._line) == (0, [])


def test_asking_whether_there_is_a_turn_takes_none() -> None:
    admission = Admission(at_once=1, waiting=1, own=2)
    admission.check("a")
    with held(admission, "a", "a"):
        for who, status in (("a", 429), ("b", 503), (None, 503)):
            with pytest.raises(Busy) as caught:
                admission.check(who)
            assert caught.value.status == status


def test_a_turn_ends_with_an_error_too() -> None:
    admission = Admission(at_once=1, waiting=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), admission.turn("a"):
            raise ZeroDivisionError
    assert admission._working.total() == 0


def test_turns_are_never_lost_nor_doubled_in_a_crowd() -> None:
    admission = Admission(at_once=4, waiting=8, own=3, patience=0.02)
    at_once, most, served, refused = 0, 0, 0, 0
    lock = threading.Lock()

    def person(name: str) -> None:
        nonlocal at_once, most, served, refused
        for _ in range(60):
            try:
                with admission.turn(name):
                    with lock:
                        at_once += 1
                        most = max(most, at_once)
                    time.sleep(0.001)
                    with lock:
                        at_once -= 1
                        served += 1
            except Busy:
                with lock:
                    refused += 1

    crowd = [threading.Thread(target=person, args=(f"p{n % 10}",)) for n in range(30)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join(60)
    assert served + refused == 30 * 60
    assert served
    assert refused
    assert most <= 4
    assert (admission._working.total(), admission._line) == (0, [])
