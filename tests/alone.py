"""Programs in a network namespace with nothing but its own loopback, and what they ask of anything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ABLE = ("unshare", "--net", "--map-root-user", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")

# Put on a program's path as sitecustomize.py: notes each name looked up and each address off loopback.
NOTED = """
import os, sys
def note(event, arguments):
    if event == "socket.getaddrinfo" and arguments[0] not in (None, "localhost", "127.0.0.1", "::1"):
        asked = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        asked = arguments[1][0]
        if asked in ("localhost", "127.0.0.1", "::1"):
            return
    else:
        return
    with open(os.environ["KUTIP_NOTED"], "a") as file:
        print(event, asked, *sys.argv, file=file)
sys.addaudithook(note)
"""


def unable() -> str | None:
    """Say why no such namespace can be made here, None where one can."""
    tools = all(map(shutil.which, ("unshare", "ip")))
    if not tools or subprocess.run([*ABLE, "true"], capture_output=True).returncode:
        return "needs unshare and ip with the right to make a network namespace"
    return None


class Alone:
    """Runs Python in such a namespace; ``home`` takes what it notes."""

    def __init__(self, home: Path) -> None:
        self._site, self._noted = home / "site", home / "noted"
        self._site.mkdir()
        (self._site / "sitecustomize.py").write_text(NOTED)

    def __call__(
        self, *arguments: str, seconds: float = 300, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end. What the program, and what it starts, asks of anything but loopback is an
        AssertionError."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("RAG_", "PYTEST_"))}
        path = os.pathsep.join(filter(None, (str(self._site), kept.get("PYTHONPATH"))))
        environment = {**kept, "PYTHONPATH": path, "KUTIP_NOTED": str(self._noted), **variables}
        command = [*ABLE, sys.executable, *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds
        )
        assert not self._noted.exists(), self._noted.read_text()
        return done
