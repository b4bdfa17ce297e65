"""Markdown: the words without the marks."""

from __future__ import annotations

import re

_MD_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)")
_MD_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#|\.)[^()\s]{0,500}(?: \"[^\"\n]*\")?\)"
)
_MD_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$")
_MD_RULE = re.compile(r"(?m)^ {0,3}(?:[-*_][ \t]*){3,}$")
_MD_SETEXT = re.compile(r"(?m)^[ \t]{0,3}(?:={3,}|-{3,})[ \t]*$")
# Emphasis: a mark, words without that mark, the mark; what is inside is scanned once.
_MD_EM = re.compile(
    r"(?<![\w*\\])\*([^\s*](?:[^*\n]*[^\s*\\])?)\*(?![\w*])|(?<![\w_\\])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
)
_MD_STRONG = re.compile(r"\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*|(?<!\w)__([^\s_](?:[^_\n]*[^\s_])?)__(?!\w)")
_MD_QUOTE = re.compile(r"(?m)^ {0,3}(?:> ?)+")
# A line that stops in mid-sentence and goes on in lower case is one paragraph; a list's item is not.
_MD_SOFT_BREAK = re.compile(r"(?<=[\w,)])[ \t]*\n(?=[a-z])")
_LOWER_CASE_LINE = re.compile(r"\n[a-z]")
_MD_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def markdown_text(text: str) -> str:
    """Return the words of a Markdown text; list markers stay, other marks go."""
    text = _without_comments(text)
    if "](" in text:
        text = _MD_LINK.sub(r"\1", _MD_IMAGE.sub("", text))
    text = _MD_RULE.sub("", _MD_SETEXT.sub("", text))
    if "#" in text:
        text = _MD_HEADING.sub(r"\n\1\n", text)
    if ">" in text:
        text = _MD_QUOTE.sub("", text)
    if "*" in text or "_" in text:
        for marks in (_MD_EM, _MD_STRONG, _MD_EM):
            text = marks.sub(lambda m: m.group(1) or m.group(2), text)
    if _LOWER_CASE_LINE.search(text):
        text = _MD_SOFT_BREAK.sub(" ", text)
    return _MD_ESCAPE.sub(r"\1", text) if "\\" in text else text


def _without_comments(text: str) -> str:
    parts = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        parts.append(text[start:opened])
        start = closed + 3
    return "".join((*parts, text[start:]))
