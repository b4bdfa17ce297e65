"""The page: masthead, tabs, and what fills them when somebody opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rag.errors import KutipError
from rag.markup import Html, escape
from rag.ui.ask import ask_tab, opening_view
from rag.ui.check import CheckTab
from rag.ui.corpus import CorpusTab
from rag.ui.desk import Desk
from rag.ui.draft import DraftTab
from rag.ui.inputs import FEW, QUIET, Asking, account_of, handler, language_of, may_edit
from rag.ui.speakers import SpeakersTab
from rag.ui.status import intro, masthead, person, problem, status_line
from rag.ui.texts import Texts, tables, texts
from rag.ui.turns import opening

if TYPE_CHECKING:
    import gradio as gr

    from rag.archive import Archive

# Tabs with a choice of outlet.
_OUTLETS = 3
# Seconds between two looks at the queue while nothing is done, and at progress to be told: one and ten
# milliseconds, which is Gradio's own, keep a server at rest busy.
REST, TELLING = 0.01, 0.1


def build_blocks(desk: Desk) -> tuple[gr.Blocks, gr.I18n]:
    """Return the Gradio app and the translations of its labels, for ``mount_gradio_app``."""
    import gradio as gr

    i18n = gr.I18n(**tables())
    # Uploads that nobody stored are removed from the temporary folder every hour.
    tidy = (3600, 3600)
    with gr.Blocks(title="Kutip", analytics_enabled=False, fill_width=True, delete_cache=tidy) as blocks:
        who = gr.HTML(
            "", apply_default_css=False, elem_id="k-person", visible=desk.settings.passwords is not None
        )
        status = gr.HTML(masthead(Html(), texts("id")), apply_default_css=False, elem_id="k-masthead")
        with gr.Tabs(elem_id="k-tabs"):
            with gr.Tab(i18n("tab_ask"), id="ask", elem_id="k-tab-ask"):
                ask = ask_tab(desk, i18n, status, status_of)
            with gr.Tab(i18n("tab_check"), id="check", elem_id="k-tab-check"):
                check = CheckTab(desk, i18n)
            with gr.Tab(i18n("tab_draft"), id="draft", elem_id="k-tab-draft"):
                draft = DraftTab(desk, i18n)
            with gr.Tab(i18n("tab_speakers"), id="speakers", elem_id="k-tab-speakers") as tab:
                speakers = SpeakersTab(desk, i18n, tab)
            outlets = [ask.outlet, check.outlet, speakers.outlet]
            changing = [status, ask.hero, *outlets]
            with gr.Tab(i18n("tab_corpus"), id="corpus", elem_id="k-tab-corpus"):
                corpus = CorpusTab(desk, i18n, changing, partial(_refreshed, desk))
        intros = [check.intro, draft.intro, speakers.intro]
        _on_load(blocks, desk, who, changing, intros, corpus)
    blocks.queue(max_size=200, default_concurrency_limit=8)
    blocks._queue.sleep_when_free, blocks._queue.progress_update_sleep_when_free = REST, TELLING
    return blocks, i18n


def status_of(archive: Archive, t: Texts) -> Html:
    """Return the masthead for an open archive."""
    return masthead(status_line(archive.state, archive.refused(), t), t, archive.is_example)


def _refreshed(desk: Desk, t: Texts) -> tuple[Any, ...]:
    """Return masthead, opening view and each list of outlets as of the newest generation."""
    import gradio as gr

    try:
        with desk.archive() as archive:
            choices = [(t["all_outlets"], ""), *((name, name) for name in archive.outlets())]
            outlets = [gr.Dropdown(choices=choices) for _ in range(_OUTLETS)]
            return status_of(archive, t), opening_view(desk, archive, t), *outlets
    except KutipError as error:
        skipped = [gr.skip()] * _OUTLETS
        return masthead(problem(error.in_language(t["lang"])), t), opening([], False, t), *skipped


def _on_load(
    blocks: gr.Blocks,
    desk: Desk,
    who: gr.HTML,
    changing: list[Any],
    intros: list[gr.HTML],
    corpus: CorpusTab,
) -> None:
    import gradio as gr

    def words(request: Asking) -> tuple[Any, ...]:
        """Everything that needs no archive, so that it is there at once."""
        t = texts(language_of(request))
        return (
            person(account_of(request), t),
            gr.Column(visible=may_edit(request)),
            masthead(escape(t["opening"]), t),
            intro("check_head", "check_intro", t),
            intro("draft_head", "draft_intro", t),
            intro("speakers_head", "speakers_intro", t),
            *corpus.heads(t),
        )

    def contents(request: Asking) -> tuple[Any, ...]:
        t = texts(language_of(request))
        return *_refreshed(desk, t), *corpus.listing(account_of(request), "", 0, t)

    labels = [who, corpus.tools, changing[0], *intros, corpus.add_head, corpus.rebuild_head]
    filled = [*changing, *corpus.listed]
    blocks.load(handler(words), None, labels, **FEW).then(handler(contents), None, filled, **FEW)
    blocks.load(handler(corpus.watch), None, corpus.outputs, **QUIET)
