"""``GET /sehat``: how the server is, for a monitor. Needs no password and tells no secrets."""

from __future__ import annotations

import logging
from typing import Any

from rag.errors import KutipError
from rag.generations import current_generation
from rag.ui.desk import Desk

_LOG = logging.getLogger(__name__)


def health(desk: Desk) -> tuple[int, dict[str, Any]]:
    """Return an HTTP status and what it means.

    200 ``ok``; 200 ``degraded`` where an older generation answers because the newest does not open; 503
    ``unavailable`` where there is no index, or none that opens.
    """
    try:
        with desk.archive() as archive:
            archive.articles(limit=1)
            serving = archive.state.generation
        newest = current_generation(desk.settings.index)
    except KutipError as error:
        return 503, {"status": "unavailable", "index": type(error).__name__, "generation": None}
    except Exception:
        _LOG.exception("the archive cannot be read")
        return 503, {"status": "unavailable", "index": "unreadable", "generation": None}
    status = "ok" if serving == newest else "degraded"
    return 200, {"status": status, "index": "open", "generation": serving}
