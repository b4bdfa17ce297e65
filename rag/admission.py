"""How much is worked on at once: a turn for everyone, a short line, and "busy" beyond it.

Without a bound a crowd makes every answer late; with one, most are as quick as ever and the rest
are told at once. Nobody holds more than a share of turns and line.
"""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future, wait
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from rag.errors import Busy

# Swept 2, 4, 8 at once with 100 users on two cores: a refusal's p95 is 0.28 to 0.30 s with each; a language
# model's answers, which only wait, want more. Turns and line stay under the 40 threads that Gradio and
# Starlette share, so that pages, health and "busy" itself always find one.
AT_ONCE, WAITING, OWN = 8, 24, 4
PATIENCE_SECONDS = 10.0
_AGAIN, _OWN_AGAIN = 5, 1


@dataclass(eq=False)
class _Ticket:
    who: str | None
    number: int
    called: Future[None] = field(default_factory=Future)


class Admission:
    """Turns to work, ``at_once`` of them; ``waiting`` may wait for one, for ``patience`` seconds.

    Thread-safe. Somebody named has at most ``own`` turns and places in line together. A free turn goes to
    whoever in the line has the fewest, then to the longest waiting.
    """

    def __init__(
        self,
        at_once: int = AT_ONCE,
        waiting: int = WAITING,
        own: int = OWN,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._at_once, self._waiting, self._own, self._patience = at_once, waiting, own, patience
        self._lock = threading.Lock()
        self._line: list[_Ticket] = []
        self._working: Counter[str | None] = Counter()
        self._numbered = 0

    @contextmanager
    def turn(self, who: str | None) -> Iterator[None]:
        """Wait for a turn and hold it for the length of a block; ``who`` is None where nobody is named.

        Raises Busy: ``own`` where this person has too much under way, else where the line is full or slow.
        """
        ticket = self._arrive(who)
        wait([ticket.called], self._patience)
        self._must_have(ticket)
        try:
            yield
        finally:
            self._leave(who)

    @asynccontextmanager
    async def turn_on_loop(self, who: str | None) -> AsyncIterator[None]:
        """Do as ``turn`` does from an event loop: neither waiting nor being refused takes a thread."""
        ticket = self._arrive(who)
        try:
            if not ticket.called.done():
                await asyncio.wait([asyncio.wrap_future(ticket.called)], timeout=self._patience)
        except asyncio.CancelledError:
            if not self._gave_up(ticket):
                self._leave(who)
            raise
        self._must_have(ticket)
        try:
            yield
        finally:
            self._leave(who)

    def check(self, who: str | None) -> None:
        """Raise Busy where a turn asked for now would be refused."""
        with self._lock:
            self._check(who)

    def _arrive(self, who: str | None) -> _Ticket:
        with self._lock:
            self._check(who)
            self._numbered += 1
            ticket = _Ticket(who, self._numbered)
            if self._working.total() < self._at_once:
                self._call(ticket)
            else:
                self._line.append(ticket)
            return ticket

    def _check(self, who: str | None) -> None:
        mine = self._working[who] + sum(t.who == who for t in self._line)
        if who is not None and mine >= self._own:
            raise _own_busy(mine)
        if self._working.total() >= self._at_once and len(self._line) >= self._waiting:
            raise _busy()

    def _call(self, ticket: _Ticket) -> None:
        self._working[ticket.who] += 1
        ticket.called.set_result(None)

    def _must_have(self, ticket: _Ticket) -> None:
        if not ticket.called.done() and self._gave_up(ticket):
            raise _busy()

    def _gave_up(self, ticket: _Ticket) -> bool:
        """Take a ticket out of the line; False where it was called at the last moment."""
        with self._lock:
            if ticket not in self._line:
                return False
            self._line.remove(ticket)
            return True

    def _leave(self, who: str | None) -> None:
        with self._lock:
            self._working[who] -= 1
            if not self._working[who]:
                del self._working[who]
            if self._line:
                following = min(self._line, key=lambda t: (self._working[t.who], t.number))
                self._line.remove(following)
                self._call(following)


def _busy() -> Busy:
    return Busy(
        f"the server is busy with others' questions; try again in {_AGAIN} seconds",
        f"server sedang sibuk melayani yang lain; coba lagi {_AGAIN} detik lagi",
        own=False,
        seconds=_AGAIN,
    )


def _own_busy(mine: int) -> Busy:
    return Busy(
        f"you have {mine} requests under way already; wait for one of them, then try again",
        f"masih ada {mine} permintaan Anda yang sedang dikerjakan; tunggu salah satunya, lalu coba lagi",
        own=True,
        seconds=_OWN_AGAIN,
    )
