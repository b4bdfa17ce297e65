"""Gradio's page, made ours before it leaves: language, style, script, and a nonce on each script.

Gradio writes one page for everybody, with inline scripts and with preview images from other
hosts. Here it gets the reader's language, the app's own style sheet and script in its head, so
that nothing flashes, and a nonce, so that the browser runs no inline script but these.
"""

from __future__ import annotations

import re

from rag.markup import Html, join, tag
from rag.ui.texts import Texts

_HTML_LANG = re.compile(r'<html(\s+)lang="[^"]*"')
_PREVIEW_META = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_MANIFEST = re.compile(r'<link\s+rel="manifest"[^>]*>\s*')
# The page is served at "/" only, and the policy forbids a base.
_BASE = re.compile(r"<base\s[^>]*>\s*")
_SCRIPT = re.compile(r"<script(?=[\s>])")
# Gradio's labels follow navigator.language; the server has already decided, by header or cookie.
_LANGUAGE_JS = (
    "for(const[k,v]of[['language',{0}],['languages',[{0}]]])"
    "Object.defineProperty(navigator,k,{{get:()=>v,configurable:true}});"
)


def own_page(html: str, t: Texts, nonce: str) -> str:
    """Return Gradio's ``html`` in the language of ``t``; ``nonce`` is the response's."""
    html = _HTML_LANG.sub(rf'<html\1lang="{t["lang"]}"', html, count=1)
    for needless in (_PREVIEW_META, _MANIFEST, _BASE):
        html = needless.sub("", html)
    script = f"<script>{_LANGUAGE_JS.format(repr(t['lang']))}</script>"
    script += '<script defer src="/kutip/kutip.js"></script>'
    html = html.replace("<head>", f"<head>{_head(t)}{script}", 1)
    # Gradio writes "<" inside its JSON as \u003c, so each "<script" here is a real one.
    return _SCRIPT.sub(f'<script nonce="{nonce}"', html)


def _head(t: Texts) -> Html:
    return join(
        [
            tag("title", t["title"]),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="kutip-close", content=t["close"]),
            tag("meta", name="kutip-apart", content=t["apart"]),
            tag("meta", name="kutip-reader", content=t["reader"]),
            tag("meta", name="kutip-loading", content=t["loading"]),
            tag("meta", name="kutip-failed", content=t["load_failed"]),
            tag("meta", name="kutip-upload", content=t["upload"]),
            tag("meta", name="kutip-crowded", content=t["crowded"]),
            tag("link", rel="icon", href="/kutip/icon.svg", type="image/svg+xml"),
            tag("link", rel="stylesheet", href="/kutip/kutip.css"),
            tag("link", rel="stylesheet", href="/kutip/quotes.css"),
        ]
    )
