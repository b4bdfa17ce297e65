"""Giving a whole file its name, over nothing that is there."""

from __future__ import annotations

import os
from pathlib import Path

# How the names begin of what is not whole yet: hidden, so no article, and left out of a backup.
STAGED = ".kutip-"


def place(part: Path, file: Path) -> None:
    """Give the whole file ``part`` the name ``file``, in the same folder; ``part`` may be gone afterwards.

    Raises FileExistsError where something has that name, and OSError; then nothing was placed.
    """
    try:
        os.link(part, file)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links. A rename alone would replace what has the name: so it is claimed
        # first, and the whole file then takes the place of an empty one, never of half of it.
        file.touch(exist_ok=False)
        try:
            part.replace(file)
        except BaseException:
            file.unlink(missing_ok=True)
            raise
