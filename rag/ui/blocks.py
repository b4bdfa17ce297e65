"""The page: masthead, tabs, and what fills them when somebody opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rag.errors import KutipError
from rag.markup import Html, escape
from rag.ui.ask import AskTab, ask_tab, opening_view
from rag.ui.corpus import CorpusTab
from rag.ui.desk import Desk
from rag.ui.inputs import Asking, handler, language_of
from rag.ui.status import masthead, problem, status_line
from rag.ui.texts import Texts, tables, texts
from rag.ui.turns import opening

if TYPE_CHECKING:
    import gradio as gr

    from rag.archive import Archive


def build_blocks(desk: Desk) -> tuple[gr.Blocks, gr.I18n]:
    """Return the Gradio app and the translations of its labels, for ``mount_gradio_app``."""
    import gradio as gr

    i18n = gr.I18n(**tables())
    # Uploads that nobody stored are removed from the temporary folder every hour.
    tidy = (3600, 3600)
    with gr.Blocks(title="Kutip", analytics_enabled=False, fill_width=True, delete_cache=tidy) as blocks:
        status = gr.HTML(masthead(Html(), texts("id")), apply_default_css=False, elem_id="k-masthead")
        with gr.Tabs(elem_id="k-tabs"):
            with gr.Tab(i18n("tab_ask"), id="ask", elem_id="k-tab-ask"):
                ask = ask_tab(desk, i18n, status, status_of)
            with gr.Tab(i18n("tab_corpus"), id="corpus", elem_id="k-tab-corpus"):
                corpus = CorpusTab(desk, i18n, [status, ask.outlet, ask.hero], partial(_refreshed, desk))
        _on_load(blocks, desk, status, ask, corpus)
    blocks.queue(max_size=200, default_concurrency_limit=8)
    return blocks, i18n


def status_of(archive: Archive, t: Texts) -> Html:
    """Return the masthead for an open archive."""
    return masthead(status_line(archive.state, archive.refused(), t), t, archive.is_example)


def _refreshed(desk: Desk, t: Texts) -> tuple[Any, Any, Any]:
    """Return masthead, outlets and opening view of the newest generation."""
    import gradio as gr

    try:
        with desk.archive() as archive:
            choices = [(t["all_outlets"], ""), *((name, name) for name in archive.outlets())]
            return status_of(archive, t), gr.Dropdown(choices=choices), opening_view(desk, archive, t)
    except KutipError as error:
        return masthead(problem(error.in_language(t["lang"])), t), gr.skip(), opening([], False, t)


def _on_load(blocks: gr.Blocks, desk: Desk, status: gr.HTML, ask: AskTab, corpus: CorpusTab) -> None:

    def words(request: Asking) -> tuple[Any, ...]:
        """Everything that needs no archive, so that it is there at once."""
        t = texts(language_of(request))
        return (
            masthead(escape(t["opening"]), t),
            *corpus.heads(t),
        )

    def contents(request: Asking) -> tuple[Any, ...]:
        t = texts(language_of(request))
        return *_refreshed(desk, t), *corpus.listing("", 0, t)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": 8}
    labels = [status, corpus.add_head, corpus.rebuild_head]
    filled = [status, ask.outlet, ask.hero, *corpus.listed]
    blocks.load(handler(words), None, labels, **quiet).then(handler(contents), None, filled, **quiet)
    blocks.load(handler(corpus.watch), None, corpus.outputs, **(quiet | {"concurrency_limit": None}))
