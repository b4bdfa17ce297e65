"""Who is signed in, and how often somebody may try to: both in memory, both bounded.

A restart signs everybody out, so that taking a line out of the passwords' file takes effect.
"""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from rag.passwords import Account

# A long working day; whoever is at it then signs in once more.
SECONDS = 12 * 3600
OF_ONE, OF_ALL = 50, 10_000
# Wrong passwords of one address: ten at once, then one in six seconds (14,400 a day).
TRIES, SECONDS_A_TRY = 10, 6.0
_ADDRESSES = 10_000


class Sessions:
    """Accounts by their tokens, each for twelve hours. Thread-safe.

    A token is kept as a keyed digest alone: what leaks from memory or a core file opens nothing.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._kept: OrderedDict[bytes, tuple[Account, float]] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, account: Account) -> str:
        """Return a new token that nobody can guess, and keep it for ``account``."""
        token = secrets.token_urlsafe(32)
        self.keep(token, account)
        return token

    def keep(self, token: str, account: Account) -> None:
        """Keep ``token`` for ``account``; the oldest of too many goes."""
        with self._lock:
            own = [key for key, (kept, _) in self._kept.items() if kept.name == account.name]
            for key in own[: max(0, len(own) - OF_ONE + 1)]:
                del self._kept[key]
            while len(self._kept) >= OF_ALL:
                self._kept.popitem(last=False)
            self._kept[self._key(token)] = account, self._clock() + SECONDS

    def account(self, token: str) -> Account | None:
        """Return whom ``token`` was given to; None for one that nobody was given, or that has expired."""
        key = self._key(token)
        with self._lock:
            account, until = self._kept.get(key, (None, 0.0))
            if account is not None and self._clock() >= until:
                del self._kept[key]
                return None
        return account

    def close(self, token: str) -> None:
        """Forget ``token``."""
        with self._lock:
            self._kept.pop(self._key(token), None)

    def _key(self, token: str) -> bytes:
        return hashlib.blake2b(token.encode("utf-8", "replace"), key=self._secret, digest_size=32).digest()


class Attempts:
    """Tries at a password, a bucket of tokens for each address. Thread-safe.

    Counted by address and not by name: a stranger must not be able to lock a colleague out.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        # address -> tokens left, and when that was
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, address: str) -> float:
        """Take a try; return 0, or the seconds until there is one."""
        key = _network(address)
        with self._lock:
            left = self._now(key)
            if left < 1:
                return (1 - left) * SECONDS_A_TRY
            self._put(key, left - 1)
            return 0.0

    def give_back(self, address: str) -> None:
        """Give a try back: the password was right."""
        key = _network(address)
        with self._lock:
            self._put(key, min(self._now(key) + 1, TRIES))

    def _now(self, key: str) -> float:
        left, when = self._left.get(key, (float(TRIES), self._clock()))
        return min(float(TRIES), left + (self._clock() - when) / SECONDS_A_TRY)

    def _put(self, key: str, left: float) -> None:
        self._left[key] = left, self._clock()
        self._left.move_to_end(key)
        while len(self._left) > _ADDRESSES:
            self._left.popitem(last=False)


def _network(address: str) -> str:
    """Return what one household has: an IPv4 address, or 64 bits of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))
