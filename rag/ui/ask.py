"""Tab "Tanya": the conversation, the question box, and the filters tucked under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.documents import Exchange
from rag.markup import Html, tag
from rag.ui.answering import Answering, comparison
from rag.ui.desk import EXAMPLES, Desk
from rag.ui.filters import filter_inputs
from rag.ui.inputs import KEPT_EXCHANGES, QUIET, TYPED, Asking, Clicked, account_of, handler, language_of
from rag.ui.texts import Texts, texts
from rag.ui.turns import conversation, opening, pending_turn, provisional_turn

if TYPE_CHECKING:
    import gradio as gr

    from rag.archive import Archive

# A conversation lives in the server's memory; older turns leave the page.
KEPT_TURNS = 40

Turns = list[Html]

_CHIPS_JS = """
element.addEventListener('click', (event) => {
  const chip = event.target.closest('[data-question]');
  if (chip) trigger('click', {question: chip.dataset.question});
});
"""


@dataclass(frozen=True)
class AskTab:
    """The components that the rest of the app fills in or refreshes."""

    hero: gr.HTML
    outlet: gr.Dropdown


def ask_tab(desk: Desk, i18n: Any, status: gr.HTML, show_status: Any) -> AskTab:
    """Lay out the tab; ``show_status(archive, t)`` fills ``status`` after every answer."""
    import gradio as gr

    turns, exchanges = gr.State([]), gr.State([])
    view = gr.HTML(conversation([], texts("id")), elem_id="k-view", apply_default_css=False)
    # Apart from the conversation, so that filling it in late never covers an early question.
    hero = gr.HTML("", elem_id="k-opening", apply_default_css=False, js_on_load=_CHIPS_JS)
    with gr.Column(elem_id="k-composer"):
        with gr.Row(elem_id="k-askrow", equal_height=True):
            box = gr.Textbox(
                placeholder=i18n("question_placeholder"),
                label=i18n("question"),
                show_label=False,
                container=False,
                lines=1,
                max_lines=5,
                scale=1,
                elem_id="k-question",
            )
            button = gr.Button(i18n("ask"), variant="primary", scale=0, min_width=96, elem_id="k-ask")
            compared = gr.Button(i18n("compare"), scale=0, min_width=112, elem_id="k-compare")
        missing = gr.HTML("", apply_default_css=False, elem_id="k-missing")
        chosen = filter_inputs(i18n)
        # Shown, by the style sheet, while there is a conversation to leave.
        anew = gr.Button(i18n("new_conversation"), size="sm", scale=0, elem_id="k-new")

    # What an event changes nothing with.
    unasked = (gr.skip(),) * 6

    def nothing_asked(t: Texts) -> tuple[Any, ...]:
        return *unasked[:-1], tag("p", t["question_missing"], class_="k-hint", role="status")

    def added(
        turn: Html, exchange: Exchange | None, question: str, kept: Turns, before: list[Exchange]
    ) -> tuple[Any, Turns, list[Exchange]]:
        """Return what stands in the box after a turn, and the conversation with it.

        A question that was refused, without an exchange, goes back into its box, to be mended or sent again.
        """
        kept = [*kept, turn][-KEPT_TURNS:]
        if exchange is None:
            return question, kept, before
        return gr.skip(), kept, [*before, exchange][-KEPT_EXCHANGES:]

    def ask(
        question: str,
        kept: Turns,
        before: list[Exchange],
        outlet_value: str | None,
        since_value: str | None,
        until_value: str | None,
        request: Asking,
    ) -> Iterator[tuple[Any, ...]]:
        t = texts(language_of(request))
        question = (question or "").strip()
        if not question:
            yield nothing_asked(t)
            return
        waiting = [*kept, pending_turn(question, t)]
        yield "", kept, before, conversation(waiting, t), gr.skip(), ""
        chosen_values = (outlet_value, since_value, until_value)
        answering = Answering(desk, account_of(request), question, before, chosen_values, t, show_status)
        for written in answering.written():
            waiting = [*kept, provisional_turn(question, written, t)]
            yield gr.skip(), gr.skip(), gr.skip(), conversation(waiting, t), gr.skip(), gr.skip()
        turn, line, exchange = answering.result()
        again, kept, before = added(turn, exchange, question, kept, before)
        shown = line if line is not None else gr.skip()
        yield again, kept, before, conversation(kept, t), shown, gr.skip()

    def ask_entered(
        question: str,
        kept: Turns,
        before: list[Exchange],
        o: str | None,
        s: str | None,
        u: str | None,
        request: Asking,
    ) -> Iterator[tuple[Any, ...]]:
        """Answer what Enter was pressed on; in an empty box it is a second Enter, and no fault."""
        if not (question or "").strip():
            yield *unasked[:-1], ""
            return
        yield from ask(question, kept, before, o, s, u, request)

    def ask_chip(
        kept: Turns,
        before: list[Exchange],
        o: str | None,
        s: str | None,
        u: str | None,
        event: Clicked,
        request: Asking,
    ) -> Iterator[tuple[Any, ...]]:
        question = getattr(event, "question", "")
        yield from ask(question if isinstance(question, str) else "", kept, before, o, s, u, request)

    def compare(
        question: str,
        kept: Turns,
        before: list[Exchange],
        o: str | None,
        s: str | None,
        u: str | None,
        request: Asking,
    ) -> Iterator[tuple[Any, ...]]:
        t = texts(language_of(request))
        question = (question or "").strip()
        if not question:
            yield nothing_asked(t)
            return
        yield "", kept, gr.skip(), conversation([*kept, pending_turn(question, t)], t), gr.skip(), ""
        turn, exchange = comparison(desk, account_of(request), question, (o, s, u), t)
        again, kept, before = added(turn, exchange, question, kept, before)
        yield again, kept, before, conversation(kept, t), gr.skip(), gr.skip()

    def begin_anew(request: Asking) -> tuple[Any, ...]:
        """Forget the conversation, so that the next question is no follow-up to it."""
        return gr.skip(), [], [], conversation([], texts(language_of(request))), gr.skip(), ""

    outputs = [box, turns, exchanges, view, status, missing]
    typed = [box, turns, exchanges, *chosen.values]
    entered = box.submit(handler(ask_entered), typed, outputs, **TYPED)
    asked = button.click(handler(ask), typed, outputs, **TYPED)
    compares = compared.click(handler(compare), typed, outputs, **TYPED)
    clicked = hero.click(handler(ask_chip), [turns, exchanges, *chosen.values], outputs, **QUIET)
    # What is still being answered would bring its conversation back.
    anew.click(handler(begin_anew), None, outputs, cancels=[entered, asked, compares, clicked], **QUIET)
    return AskTab(hero, chosen.outlet)


def opening_view(desk: Desk, archive: Archive, t: Texts) -> Html:
    """Return what stands there until the first question: what this is, and what to try."""
    examples = desk.examples(archive, t["lang"])
    titles = bool(examples) and examples[0] not in EXAMPLES[t["lang"]]
    return opening(examples, titles, t)
