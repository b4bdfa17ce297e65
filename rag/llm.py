"""Language models: the only importer of LangChain's chat models.

None is configured, none is imported. ``RAG_LLM`` names one as ``provider:model``; with ``RAG_LLM_URL`` it is
an OpenAI-compatible server's. The providers' packages are extras: ``pip install -r requirements-llm.txt``.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

from rag.errors import LanguageModelError
from rag.prompts import Message
from rag.settings import Settings

# More than any answer of three sentences: what goes on longer has gone astray.
LONGEST = 6_000
_COMPATIBLE = "openai"
# Ends of an answer that is not whole.
_CUT_SHORT = frozenset("length max_tokens content_filter".split())
_LOG = logging.getLogger(__name__)


class LanguageModel:
    """A chat model with a limit on how long a whole answer may take."""

    def __init__(self, settings: Settings) -> None:
        """Load the model's package. Raises LanguageModelError for a missing package, key or provider."""
        self.name = settings.llm or ""
        self._seconds, self._key = settings.llm_seconds, settings.llm_key
        self._model = _load(settings)

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """Yield the answer piece by piece.

        Raises LanguageModelError where the server fails, says nothing, or takes longer than allowed. It is
        read in a thread of its own: a server that hangs holds nobody up.
        """
        pieces: queue.Queue[str | BaseException | None] = queue.Queue()
        threading.Thread(target=self._read, args=(messages, pieces), name="llm", daemon=True).start()
        deadline, length = time.monotonic() + self._seconds, 0
        while True:
            try:
                piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise self._failed(f"no whole answer within {self._seconds:g} s") from None
            if piece is None:
                break
            if isinstance(piece, BaseException):
                _LOG.warning("the language model %s failed: %s", self.name, self._told(piece))
                raise self._failed(_cause(piece)) from piece
            length += len(piece)
            if length > LONGEST:
                raise self._failed(f"over {LONGEST} characters")
            yield piece
        if not length:
            raise self._failed("an empty answer")

    def _read(self, messages: Sequence[Message], pieces: queue.Queue[str | BaseException | None]) -> None:
        try:
            ended = ""
            for chunk in self._model.stream(list(messages)):
                if text := _text(chunk):
                    pieces.put(text)
                ended = ended or _end(chunk)
            whole = bool(ended) and ended not in _CUT_SHORT
            pieces.put(None if whole else ConnectionError("the answer broke off"))
        except BaseException as error:  # whatever a provider's package raises is the caller's to hear
            pieces.put(error)

    def _told(self, error: BaseException) -> str:
        """Return an error for the operator's log, without the key."""
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:500]}"
        return told.replace(self._key, "***") if self._key else told

    def _failed(self, cause: str) -> LanguageModelError:
        return LanguageModelError(
            f"the language model {self.name} did not answer ({cause}); the sources' own words are shown",
            f"model bahasa {self.name} tidak menjawab ({cause}); yang ditampilkan kata-kata sumber sendiri",
        )


def _text(chunk: Any) -> str:
    """Return a chunk's text; a content of parts has text in some of them."""
    if isinstance(chunk.content, str):
        return chunk.content
    return "".join(part.get("text", "") for part in chunk.content if isinstance(part, dict))


def _end(chunk: Any) -> str:
    """Return why an answer ends here, empty where it goes on; each provider says so in its own words."""
    known = chunk.response_metadata
    reasons = (known.get(name) for name in ("finish_reason", "stop_reason", "done_reason"))
    return next((str(reason) for reason in reasons if reason), "done" if known.get("done") else "")


def _cause(error: BaseException) -> str:
    """Return what failed, without what a server wrote: that may hold a key, or a traceback."""
    if isinstance(error, ConnectionError):
        return str(error)
    status = getattr(error, "status_code", None)
    return f"{type(error).__name__}, HTTP {status}" if status else type(error).__name__


def _staying(seconds: float) -> Any:
    """Return a client that follows no redirect: it would take the passages to another address."""
    from openai import DefaultHttpxClient

    return DefaultHttpxClient(follow_redirects=False, timeout=seconds)


def _load(settings: Settings) -> Any:
    from langchain.chat_models import init_chat_model

    provider, colon, model = (settings.llm or "").partition(":")
    if settings.llm_url and not colon:
        provider, model = _COMPATIBLE, settings.llm or ""
    if not provider or not model:
        raise LanguageModelError(
            f"RAG_LLM is {settings.llm!r}; expected provider:model, such as ollama:qwen3",
            f"RAG_LLM berisi {settings.llm!r}; yang diharapkan penyedia:model, misalnya ollama:qwen3",
        )
    given: dict[str, Any] = {"temperature": 0, "timeout": settings.llm_seconds, "max_retries": 0}
    if provider == "ollama":
        client = {"timeout": settings.llm_seconds, "follow_redirects": False}
        given = {"temperature": 0, "client_kwargs": client}
    if settings.llm_url:
        given["base_url"] = settings.llm_url
    if settings.llm_key:
        given["api_key"] = settings.llm_key
    elif settings.llm_url and provider == _COMPATIBLE:
        given["api_key"] = "none"  # a server of one's own asks for no key, and the package for one
    try:
        if provider == _COMPATIBLE:
            given["http_client"] = _staying(settings.llm_seconds)
        return init_chat_model(model, model_provider=provider, **given)
    except ImportError:
        raise LanguageModelError(
            f"RAG_LLM={settings.llm} needs a package: pip install -r requirements-llm.txt",
            f"RAG_LLM={settings.llm} memerlukan paket: pip install -r requirements-llm.txt",
        ) from None
    except Exception as error:
        cause = _cause(error)
        raise LanguageModelError(
            f"RAG_LLM={settings.llm} cannot be used ({cause}); check RAG_LLM, RAG_LLM_KEY and RAG_LLM_URL",
            f"RAG_LLM={settings.llm} tidak dapat dipakai ({cause});"
            " periksa RAG_LLM, RAG_LLM_KEY, RAG_LLM_URL",
        ) from error
