"""The one place where text becomes HTML.

Articles, questions, file names and error messages are untrusted. Everything shown is built
with :func:`tag`, which escapes whatever is not already :class:`Html`, refuses event handlers
and styles, and lets only web and own addresses into links. Pure: no I/O.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from rag.decoding import without_surrogates
from rag.documents import Span

_NAME = re.compile(r"[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]*")
_VOID = frozenset({"br", "input", "link", "meta"})
# Elements that run, load or redirect have no business in a view of an article.
_REFUSED = frozenset({"script", "style", "iframe", "object", "embed", "base", "img", "svg", "template"})
_ADDRESSES = frozenset({"href", "src", "action", "formaction"})
_UNSAFE_IN_URL = re.compile(r"[\s\x00-\x20\x7f\\<>\"'`]")
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+\Z")


class Html(str):
    """Markup that is safe to insert as it is; made only in this file."""

    __slots__ = ()


Child = str | None


def escape(text: str) -> Html:
    """Return ``text`` as HTML that shows exactly its characters.

    A carriage return is written as a reference, or the browser would turn it into a line
    feed; an unpaired surrogate, which no encoding can carry, becomes U+FFFD.
    """
    if isinstance(text, Html):
        return text
    return Html(
        html.escape(without_surrogates(text), quote=True).replace("\r", "&#13;").replace("\x00", "\ufffd")
    )


def join(parts: Iterable[Child], between: str = "") -> Html:
    """Join ``parts``, escaping those that are plain text; ``None`` and empty ones are left out."""
    return Html(escape(between).join(escape(part) for part in parts if part))


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """Return one element. ``class_`` gives ``class``, ``aria_label`` gives ``aria-label``.

    ``None`` and ``False`` leave an attribute out, ``True`` writes it without a value. An
    address that is neither http(s) nor a path on this server is left out.
    Raises ValueError for elements that run or load something, event handlers and styles.
    """
    if not _NAME.fullmatch(name) or name in _REFUSED:
        raise ValueError(f"element not allowed: {name!r}")
    written = [name]
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-")
        if not _ATTRIBUTE.fullmatch(attribute) or attribute.startswith("on") or attribute == "style":
            raise ValueError(f"attribute not allowed: {attribute!r}")
        if attribute in _ADDRESSES and isinstance(value, str):
            value = own_or_web_url(value)
        if value is None or value is False:
            continue
        written.append(attribute if value is True else f'{attribute}="{escape(str(value))}"')
    opening = Html(f"<{' '.join(written)}>")
    return opening if name in _VOID else Html(f"{opening}{join(children)}</{name}>")


def web_url(url: str | None) -> str | None:
    """Return ``url`` if it is a plain http(s) address with a host, else None."""
    if not url or _UNSAFE_IN_URL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def own_or_web_url(url: str) -> str | None:
    """Return ``url`` if it is a path on this server (``/…``) or an http(s) address, else None."""
    if url.startswith("/") and not url.startswith("//") and not _UNSAFE_IN_URL.search(url):
        return url
    return web_url(url)


def isolated(text: str, **attributes: str | int | bool | None) -> Html:
    """Return ``text`` in an element whose direction cannot disturb its neighbours."""
    return tag("bdi", text, **attributes)


def marked(text: str, marks: Sequence[Span], offset: int = 0, anchor: str | None = None) -> Html:
    """Return ``text`` with the characters of ``marks`` in ``<mark>``, the first with ``anchor`` for its id.

    ``marks`` are in the coordinates of a longer text of which ``text`` starts at ``offset``;
    what lies outside is left out, overlapping ones are joined.
    """
    parts: list[Html] = []
    position = 0
    for span in merged(marks):
        start = min(max(span.start - offset, position), len(text))
        end = min(max(span.end - offset, start), len(text))
        if start == end:
            continue
        parts += [escape(text[position:start]), tag("mark", text[start:end], id=None if position else anchor)]
        position = end
    parts.append(escape(text[position:]))
    return join(parts)


def merged(marks: Sequence[Span]) -> list[Span]:
    """Return ``marks`` in order, those that touch or overlap joined and empty ones left out."""
    result: list[Span] = []
    for span in sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, m.end)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def paragraphs(
    text: str, marks: Sequence[Span] = (), headline: str | None = None, anchor: str | None = None
) -> Html:
    """Return the whole of ``text`` as paragraphs with ``marks`` marked, the first with ``anchor`` for its id.

    Line breaks stay inside the paragraphs that they end, so that the text of all ``<mark>``
    elements together is exactly the marked characters. A first line equal to ``headline``
    is shown as the headline.
    """
    result: list[Html] = []
    first = min((mark.start for mark in marks), default=-1)
    for index, match in enumerate(_PARAGRAPH.finditer(text)):
        line = match.group()
        is_headline = index == 0 and headline is not None and line.strip() == headline.strip()
        result.append(
            tag(
                "p",
                marked(line, marks, match.start(), anchor if match.start() <= first < match.end() else None),
                class_="k-headline" if is_headline else None,
            )
        )
    return join(result)


def excerpt(text: str, start: int, end: int, reach: int = 120) -> Html:
    """Return the characters ``[start, end)`` marked, with up to ``reach`` around them.

    The surroundings end at words, never cross a line break, and show an ellipsis where the
    line goes on; the marked characters are always whole.
    """
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    left = max(line_start, start - reach)
    if left > line_start:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else start
    right = min(line_end, end + reach)
    if right < line_end:
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else end
    return join(
        [
            "… " if left > line_start else None,
            marked(text[left:right], [Span(start, end)], left),
            " …" if right < line_end else None,
        ]
    )
