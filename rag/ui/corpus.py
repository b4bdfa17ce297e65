"""Tab "Korpus": the articles, adding some, and rebuilding the index while questions go on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

from rag.errors import KutipError
from rag.formats import most_bytes
from rag.markup import Html, tag
from rag.passwords import Account
from rag.ui.articles import PER_PAGE, matching, rebuild_view, table, upload_report
from rag.ui.desk import Desk
from rag.ui.inputs import FEW, QUIET, TYPED, Asking, account_of, handler, language_of, may_edit
from rag.ui.status import problem
from rag.ui.texts import Texts, texts
from rag.ui.uploads import store

_POLL_SECONDS = 0.25

Refresh = Callable[[Texts], tuple[Any, ...]]


class CorpusTab:
    """The tab's components and what happens in them; ``tools`` are for editors alone.

    ``refreshed`` are components of other tabs that change with the archive; ``refresh(t)``
    gives their new values.
    """

    def __init__(self, desk: Desk, i18n: Any, refreshed: list[Any], refresh: Refresh) -> None:
        import gradio as gr

        self.desk, self.refresh = desk, refresh
        page = gr.State(0)
        with gr.Row(elem_id="k-corpus"):
            with gr.Column(scale=3, min_width=300, elem_id="k-list"):
                self.search = gr.Textbox(
                    placeholder=i18n("find"),
                    label=i18n("find"),
                    show_label=False,
                    container=False,
                    elem_id="k-find",
                )
                listing = gr.HTML("", apply_default_css=False, elem_id="k-articles")
                with gr.Row(elem_id="k-paging"):
                    back = gr.Button(i18n("previous"), size="sm", visible=False, min_width=110, scale=0)
                    forth = gr.Button(i18n("next"), size="sm", visible=False, min_width=110, scale=0)
            # Shown at once where there is nobody to be kept out, else once the page knows its reader.
            alone = desk.settings.passwords is None
            with gr.Column(scale=2, min_width=280, elem_id="k-tools", visible=alone) as self.tools:
                self.add_head = gr.HTML("", apply_default_css=False)
                upload = gr.File(
                    file_count="multiple",
                    show_label=False,
                    label=i18n("upload"),
                    height=132,
                    elem_id="k-upload",
                )
                uploaded = gr.HTML("", apply_default_css=False, elem_id="k-uploaded")
                self.rebuild_head = gr.HTML("", apply_default_css=False)
                build = gr.Button(i18n("rebuild"), variant="primary", elem_id="k-rebuild")
                progress = gr.HTML("", apply_default_css=False, elem_id="k-progress")
        self.listed = [listing, page, back, forth]
        self.outputs = [progress, build, uploaded, *self.listed, *refreshed]

        gr.on(
            # Not input: that one misses what is pasted.
            [self.search.change],
            handler(self._find),
            self.search,
            self.listed,
            **(TYPED | FEW),
        )
        for button, step in ((back, -1), (forth, 1)):
            button.click(self._turning(step), [self.search, page], self.listed, **FEW)
        upload.upload(handler(self._add), upload, [uploaded, upload], **FEW)
        build.click(handler(self.run), self.search, self.outputs, **QUIET)

    def listing(self, account: Account | None, wanted: str, page: int, t: Texts) -> tuple[Any, ...]:
        """Return the table's page ``page``, its number and the two paging buttons."""
        import gradio as gr

        try:
            with self.desk.at_work(account) as archive:
                found = matching(archive.articles(), wanted or "", t)
        except KutipError as error:
            return (
                problem(error.in_language(t["lang"])),
                0,
                gr.Button(visible=False),
                gr.Button(visible=False),
            )
        last = max(0, (len(found) - 1) // PER_PAGE)
        page = min(max(page, 0), last)
        buttons = [
            gr.Button(visible=last > 0, interactive=page > 0),
            gr.Button(visible=last > 0, interactive=page < last),
        ]
        return table(found, page, t), page, *buttons

    def heads(self, t: Texts) -> tuple[Html, Html]:
        """Return the headings of the two tools, which no component label can hold."""
        limit, html = (most_bytes(extension) // 2**20 for extension in (".txt", ".html"))
        return (
            tag("div", tag("h3", t["add_head"]), tag("p", t["add_hint"].format(limit=limit, html=html))),
            tag("div", tag("h3", t["rebuild_head"]), tag("p", t["rebuild_hint"])),
        )

    def _find(self, wanted: str, request: Asking) -> tuple[Any, ...]:
        return self.listing(account_of(request), wanted, 0, texts(language_of(request)))

    def _turning(self, step: int) -> Callable[..., tuple[Any, ...]]:
        def turn(wanted: str, page: int, request: Asking) -> tuple[Any, ...]:
            return self.listing(account_of(request), wanted, page + step, texts(language_of(request)))

        return handler(turn)

    def _add(self, files: list[str] | None, request: Asking) -> tuple[Any, ...]:
        t = texts(language_of(request))
        if not may_edit(request):
            return problem(t["editors_only"]), None
        stored = []
        for name in files or []:
            path = Path(name)
            stored.append(store(path, path.name, self.desk.settings.corpus, t))
            path.unlink(missing_ok=True)
        return upload_report(stored, t), None

    async def run(self, wanted: str, request: Asking) -> AsyncIterator[tuple[Any, ...]]:
        """Start a rebuild, or join the one that is running, and show how far it is."""
        import gradio as gr

        t = texts(language_of(request))
        if not may_edit(request):
            yield problem(t["editors_only"]), *(gr.skip() for _ in self.outputs[1:])
            return
        self.desk.rebuild.start()
        async for step in self._follow(account_of(request), wanted, t):
            yield step

    async def watch(self, request: Asking) -> AsyncIterator[tuple[Any, ...]]:
        """Show a rebuild that was running when the page was opened.

        To editors alone: each page that watches holds one of Gradio's forty workers until the end.
        """
        import gradio as gr

        if not (self.desk.rebuild.status.running and may_edit(request)):
            yield tuple(gr.skip() for _ in self.outputs)
            return
        async for step in self._follow(account_of(request), "", texts(language_of(request))):
            yield step

    async def _follow(self, account: Account | None, wanted: str, t: Texts) -> AsyncIterator[tuple[Any, ...]]:
        import gradio as gr

        rest = tuple(gr.skip() for _ in self.outputs[2:])
        shown = None
        while (status := self.desk.rebuild.status).running:
            if status is not shown:
                shown = status
                yield rebuild_view(status, t), gr.Button(interactive=False), *rest
            await asyncio.sleep(_POLL_SECONDS)
        yield await asyncio.to_thread(self._finished, account, wanted, t)

    def _finished(self, account: Account | None, wanted: str, t: Texts) -> tuple[Any, ...]:
        import gradio as gr

        status = self.desk.rebuild.status
        uploads: Any = Html() if status.report else gr.skip()
        return (
            rebuild_view(status, t),
            gr.Button(interactive=True),
            uploads,
            *self.listing(account, wanted, 0, t),
            *self.refresh(t),
        )
