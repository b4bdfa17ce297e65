"""HTML pages: the article's paragraphs, and what the page's own markup states about it.

trafilatura finds the main text. It lost headings on two of seven layouts that were measured
(tests/test_corpus.py), so headings and paragraphs that stand between paragraphs it found
are put back. Metadata is read here and not by trafilatura, which would guess a date.
Nothing is fetched: no script, image, frame, refresh or base address is followed.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from rag.boilerplate import line_rule, plain
from rag.dates import parse_date, publication_date
from rag.formats import Raw, refusal
from rag.frontmatter import tidy_value, web_address
from rag.headline import stated
from rag.metadata import Metadata
from rag.outlets import known_outlet, tidy_outlet
from rag.signed import byline

MAX_DEPTH = 250  # open elements; real pages stay under 60
MAX_ELEMENTS = 300_000

_DECLARES = re.compile(r"<!DOCTYPE[^<>\[]{0,300}\[\s*<!ENTITY\b", re.IGNORECASE)
_PROLOGUE = 4_096  # characters
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
# Elements without a closing tag, or whose closing tag may be left out.
_OPEN_ENDED = """area base br col embed hr img input link meta param source track wbr p li dt dd tr td th
thead tbody tfoot option optgroup colgroup rt rp html body head"""
_NEVER_OPEN = frozenset(_OPEN_ENDED.split())
# White or clear letters are unseen unless the same element paints something behind them.
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*(?:0(?:px|pt|em)?|1(?:px|pt))\s*(?:;|$)|"
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|(?:left|top|text-indent)\s*:\s*-\d{3,}|"
    r"^(?!.*background).*(?<![\w-])color\s*:\s*(?:white|#f{3}(?:f{3})?|transparent)\s*(?:;|$)"
)
_AROUND = """nav aside footer form figure figcaption button script style noscript iframe svg select template
dialog"""
_FURNITURE_TAGS = frozenset(_AROUND.split())
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|terkait|share|social|sosmed|comments?|komentar|sidebar|breadcrumb|newsletter|"
    r"popup|cookie|ads?|iklan|"
    r"banner|promo|recommend\w*|rekomendasi|populer|popular|trending|tags?|caption|menu|footer|subscribe|"
    r"bacajuga|read-?also|"
    r"baca-?juga|byline|author|pagination|paging)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LAID_OUT = 300  # characters of a cell that lays out a page
_TITLE = 15  # letters of a heading that a page's title must repeat to be its headline
# Where a reader sees a new line.
_BREAKING = (
    "p", "div", "br", "li", "ul", "ol", "td", "tr", "table", "h1", "h2", "h3", "h4", "center", "font", "time",
    "section", "header", "footer", "figure", "figcaption", "form", "blockquote", "article", "aside", "nav",
)  # fmt: skip
_UNDER, _SIGN = 12, 120  # lines under a headline that may say who wrote it and when, and their length
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "blockquote", "li")
_ARTICLE_TYPES = re.compile(
    r"(?:News|Live|Report\w*|Blog\w*|Opinion\w*|Review|Analysis|Background\w*|Tech|Scholarly|"
    r"Social\w*)?(?:Article|Posting)"
)

_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "publishdate",
    "publish_date",
    "pubdate",
    "content_publisheddate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date.published",
    "cxenseparse:recs:publishtime",
    "parsely-pub-date",
    "sailthru.date",
)
_AUTHORS = (
    "author",
    "article:author",
    "content_author",
    "dc.creator",
    "parsely-author",
    "byl",
    "cxenseparse:author",
)
_EDITORS = ("editor", "content_editor", "article:editor")


def read_html(page: str) -> Raw:
    """Return the article's paragraphs and the metadata that the page states.

    Raises UnreadableFile for a page nested deeper or larger than any article's, or with its own entities.
    """
    if _DECLARES.search(page, 0, _PROLOGUE):
        raise refusal(
            "declares XML entities of its own, which no page needs; save it again from the browser",
            "mendeklarasikan entitas XML sendiri, yang tidak perlu bagi halaman; simpan ulang dari peramban",
        )
    _check_depth(page)
    import lxml.html
    from lxml.etree import LxmlError

    try:
        # Bytes with a fixed encoding: an encoding declared inside the page no longer counts.
        parser = lxml.html.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
        )
        tree = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise refusal(
            "is no readable HTML page; save it again", "bukan halaman HTML yang terbaca; simpan ulang"
        ) from error
    metadata = _page_metadata(tree)
    hidden = _drop_hidden(tree)
    warnings = (f"{hidden} hidden words of the page left out",) if hidden else ()
    _lay_open(tree)
    paragraphs, steps = _paragraphs(tree)
    signs = _signs(tree, metadata.title, paragraphs)
    return Raw("\n\n".join([*signs, *paragraphs]), metadata, warnings, steps)


def _check_depth(page: str) -> None:
    depth = deepest = count = 0
    for found in _TAG.finditer(page):
        count += 1
        if found[2].lower() in _NEVER_OPEN or found[3]:
            continue
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH or count > MAX_ELEMENTS:
        raise refusal(
            f"nests {deepest} elements ({count} in all); at most {MAX_DEPTH} ({MAX_ELEMENTS}) are read",
            f"menyarangkan {deepest} elemen ({count} seluruhnya); batasnya {MAX_DEPTH} ({MAX_ELEMENTS})",
        )


def _drop_hidden(tree: Any) -> int:
    """Remove what a reader of the page does not see; return how many words that was."""
    words = 0
    for element in list(tree.iter("*")):
        style = element.get("style") or ""
        if (
            element.tag in ("template", "noscript")
            or element.get("hidden") is not None
            or (style and _HIDDEN_STYLE.search(style.lower()))
        ):
            parent = element.getparent()
            if parent is None or element.tag in ("html", "body"):
                continue
            words += (
                len(" ".join(element.itertext()).split()) if element.tag not in ("script", "style") else 0
            )
            element.drop_tree()
    return words


def _signs(tree: Any, title: str | None, paragraphs: list[str]) -> list[str]:
    """Return the lines under the headline that say who wrote it and when, and the page's copyright: what its
    reader sees and trafilatura leaves out."""
    lines = [line for line in (" ".join(line.split()) for line in _visible(tree).split("\n")) if line]
    keys = [_key(line) for line in lines]
    headline = _key(title or "")
    begins = keys.index(headline) + 1 if headline in keys else len(lines)
    have = {_key(paragraph) for paragraph in paragraphs} - {headline}
    under = takewhile(lambda x: len(x) < _SIGN and _key(x) not in have, lines[begins : begins + _UNDER])
    signs = [line for line in under if stated(line) or byline(line) or publication_date(line, top=True)]
    signs += [line for line in lines if len(line) < _SIGN and line_rule(plain(line)) == "copyright"]
    return [line for line in signs if _key(line) not in have]


def _visible(tree: Any) -> str:
    """Return a page's words with a line end wherever its reader sees one."""
    page = copy.deepcopy(tree)
    for element in list(page.iter("script", "style", "head")):
        element.drop_tree()
    for element in page.iter(*_BREAKING):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    return str(page.text_content())


def _lay_open(tree: Any) -> None:
    """Take apart the tables that only lay out a page: a cell holds its paragraphs, which are no row. A table
    of data inside one stays."""
    for table in list(tree.iter("table")):
        parts = table.iter("thead", "tbody", "tfoot", "tr", "td", "th")
        own = [part for part in parts if next(part.iterancestors("table")) is table]
        if any(_holds_a_page(cell) for cell in own if cell.tag in ("td", "th")):
            for part in (table, *own):
                part.tag = "div"


def _holds_a_page(cell: Any) -> bool:
    blocks = [block for block in cell.iter("p", "h1", "h2", "h3") if (block.text_content() or "").strip()]
    return len(blocks) > 2 and len(cell.text_content()) > _LAID_OUT


def _paragraphs(tree: Any) -> tuple[list[str], tuple[str, ...]]:
    import trafilatura

    text = trafilatura.extract(copy.deepcopy(tree), include_comments=False, include_tables=True) or ""
    main = [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]
    blocks = list(_blocks(tree))
    if not main:
        return [words for words, _ in blocks], ("html_blocks",)
    whole = _put_back(main, blocks)
    return whole, ("html_main_text", "html_put_back") if len(whole) > len(main) else ("html_main_text",)


def _put_back(main: list[str], blocks: list[tuple[str, str]]) -> list[str]:
    """Return ``main`` with the headings and paragraphs of the page that it lost in between."""
    have = {_key(line): at for at, line in enumerate(main)}
    places = [have.get(_key(words)) for words, _ in blocks]
    known = [at for at, place in enumerate(places) if place is not None]
    if not known:
        return main
    before: dict[int, list[str]] = {}
    joined = _key(" ".join(main))
    upcoming: int | None = None
    for at in range(known[-1], -1, -1):
        words, tag = blocks[at]
        if (place := places[at]) is not None:
            upcoming = place
        elif upcoming is not None and _key(words) not in joined and _belongs(tag, inside=at > known[0]):
            before.setdefault(upcoming, []).insert(0, words)
    return [line for at, known_line in enumerate(main) for line in (*before.get(at, ()), known_line)]


def _belongs(tag: str, *, inside: bool) -> bool:
    """Tell whether a lost block is the article's: the h1, or what is no list between its paragraphs."""
    return tag == "h1" or (inside and tag != "li")


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _blocks(tree: Any) -> Iterator[tuple[str, str]]:
    """Yield ``(words, tag)`` of each heading and paragraph outside the page's furniture."""
    skip: set[Any] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        if parent in skip or element.tag in _FURNITURE_TAGS or _named_furniture(element):
            skip.add(element)
        elif element.tag in _BLOCKS and (parent is None or not _inside_block(element)):
            words = " ".join(element.text_content().split())
            linked = sum(len(a.text_content().split()) for a in element.iter("a"))
            if words and linked <= 0.5 * len(words.split()):
                yield words, element.tag


def _named_furniture(element: Any) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(name) > 1 and bool(_FURNITURE_NAMES.search(name[:300]))


def _inside_block(element: Any) -> bool:
    return any(ancestor.tag in _BLOCKS for ancestor in element.iterancestors())


# What the page states about itself ---------------------------------------------------------


def _page_metadata(tree: Any) -> Metadata:
    meta = _meta_tags(tree)
    data = _json_ld(tree)
    publisher = _name(data.get("publisher")) or _first(meta, ("og:site_name", "content_source"))
    outlet = tidy_outlet(publisher) if publisher else None
    author = _person(_name(data.get("author")) or _first(meta, _AUTHORS), outlet)
    editor = _person(_name(data.get("editor")) or _first(meta, _EDITORS), outlet)
    headline = tidy_value(str(data.get("headline") or data.get("name") or ""))
    dates = [str(data.get("datePublished") or ""), *(meta.get(name, "") for name in _DATES)]
    dates += [
        t.get("datetime") or t.get("content") or ""
        for t in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    ]
    links = [e.get("href") or "" for e in tree.xpath("//link[@rel='canonical']")]
    links += [meta.get("og:url", ""), str(data.get("url") or "")]
    return Metadata(
        title=headline or _page_title(tree, meta.get("og:title", "")),
        outlet=outlet,
        author=author,
        editor=editor,
        date=next((d for d in map(_date, dates) if d), None),
        url=next((u for u in (web_address(link.strip()) for link in links) if u), None),
    )


def _meta_tags(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        value = tidy_value(element.get("content") or "")
        if name and value:
            found.setdefault(name, value)
    return found


def _page_title(tree: Any, stated: str) -> str | None:
    """Return the headline: the h1 that the page's title repeats, the only h1, or the stated title."""
    headings = [h for h in (tidy_value(e.text_content()) for e in tree.iter("h1")) if h]
    for heading in headings:
        if stated and _key(heading) and _key(heading) in _key(stated):
            return heading
    if stated:
        return stated
    if len(headings) == 1 and not known_outlet(headings[0]):
        return headings[0]
    named = _key(" ".join(e.text_content() for e in tree.iter("title")))
    seconds = [h for h in (tidy_value(e.text_content()) for e in tree.iter("h2")) if h]
    return next((h for h in seconds if len(_key(h)) >= _TITLE and named.startswith(_key(h))), None)


def _json_ld(tree: Any) -> dict[str, Any]:
    """Return the article of the page's JSON-LD, or an empty mapping."""
    for element in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(element.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind):
                    return item
    return {}


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _name(value: Any) -> str:
    """Return the name or names in a JSON-LD person, organisation, text, or list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value) if name)
    if isinstance(value, dict):
        value = value.get("name")
    return tidy_value(value) if isinstance(value, str) else ""


def _person(name: str, outlet: str | None) -> str | None:
    low = name.lower()
    if (
        not name
        or "://" in name
        or "@" in name
        or low in ("admin", "administrator", "redaksi", "editor", "author")
    ):
        return None
    return None if known_outlet(name) or (outlet and low == outlet.lower()) else name


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _date(text: str) -> str | None:
    text = text.strip()
    return parse_date(text) or (parse_date(text[:10]) if re.match(r"\d{4}-\d\d-\d\d[T ]", text) else None)
