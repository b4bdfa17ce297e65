"""Tab "Penutur": who said what, by date, found by name and by words."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rag.errors import KutipError
from rag.markup import Html, tag
from rag.passwords import Account
from rag.ui.desk import Desk
from rag.ui.filters import filter_inputs
from rag.ui.inputs import (
    QUIET,
    TYPED,
    Asking,
    NameClicked,
    account_of,
    chosen_filters,
    handler,
    language_of,
    speaker_of,
    text_of,
)
from rag.ui.sayings import PER_PAGE, by_date, most_quoted, names_view, sayings_view, with_words
from rag.ui.texts import Texts, sentence, texts

if TYPE_CHECKING:
    import gradio as gr

_LOG = logging.getLogger(__name__)
_NAME_JS = """
element.addEventListener('click', (event) => {
  const chip = event.target.closest('[data-speaker]');
  if (chip) trigger('click', {speaker: chip.dataset.speaker});
});
"""


class SpeakersTab:
    """The tab's components; ``intro`` and ``outlet`` are filled in when the page is opened."""

    def __init__(self, desk: Desk, i18n: Any, tab: gr.Tab) -> None:
        import gradio as gr

        self._desk = desk
        page = gr.State(0)
        self.intro = gr.HTML("", apply_default_css=False, elem_classes="k-intro")
        with gr.Column(elem_id="k-said-form", elem_classes="k-form"):
            with gr.Row(elem_classes="k-fields", equal_height=False):
                name = gr.Textbox(
                    label=i18n("speaker"),
                    placeholder=i18n("speaker_placeholder"),
                    max_lines=1,
                    scale=1,
                    elem_id="k-speaker",
                )
                wanted = gr.Textbox(
                    label=i18n("words"),
                    placeholder=i18n("words_placeholder"),
                    max_lines=1,
                    scale=1,
                    elem_id="k-words",
                )
                button = gr.Button(
                    i18n("search"), variant="primary", scale=0, min_width=120, elem_id="k-search"
                )
            chosen = filter_inputs(i18n, "k-said-")
        self.outlet: gr.Dropdown = chosen.outlet
        names = gr.HTML("", apply_default_css=False, elem_id="k-names", js_on_load=_NAME_JS)
        listing = gr.HTML("", apply_default_css=False, elem_id="k-said", elem_classes="k-result")
        with gr.Row(elem_classes="k-turning"):
            back = gr.Button(i18n("previous"), size="sm", visible=False, min_width=110, scale=0)
            forth = gr.Button(i18n("next"), size="sm", visible=False, min_width=110, scale=0)
        asked = [name, wanted, *chosen.values]
        shown = [listing, page, back, forth]
        gr.on(
            [name.submit, wanted.submit, button.click],
            handler(self._find),
            asked,
            [names, *shown],
            **TYPED,
        )
        # Whoever opens the tab for the first time sees who is quoted most.
        tab.select(handler(self._find), asked, [names, *shown], **QUIET)
        names.click(handler(self._clicked), asked[1:], [name, names, *shown], **QUIET)
        for turn, step in ((back, -1), (forth, 1)):
            turn.click(self._turning(step), [*asked, page], shown, **QUIET)

    def _find(
        self, name: str, wanted: str, o: str | None, s: str | None, u: str | None, request: Asking
    ) -> tuple[Any, ...]:
        return self._listing(account_of(request), name, wanted, (o, s, u), 0, texts(language_of(request)))

    def _clicked(
        self, wanted: str, o: str | None, s: str | None, u: str | None, event: NameClicked, request: Asking
    ) -> tuple[Any, ...]:
        name = getattr(event, "speaker", "")
        name = name if isinstance(name, str) else ""
        t = texts(language_of(request))
        return name, *self._listing(account_of(request), name, wanted, (o, s, u), 0, t)

    def _turning(self, step: int) -> Callable[..., tuple[Any, ...]]:
        def turn(
            name: str,
            wanted: str,
            o: str | None,
            s: str | None,
            u: str | None,
            page: int,
            request: Asking,
        ) -> tuple[Any, ...]:
            t = texts(language_of(request))
            return self._listing(account_of(request), name, wanted, (o, s, u), page + step, t)[1:]

        return handler(turn)

    def _listing(
        self,
        account: Account | None,
        name: str,
        wanted: str,
        chosen: tuple[str | None, ...],
        page: int,
        t: Texts,
    ) -> tuple[Any, ...]:
        """Return names to click, the list's page, its number and the two paging buttons."""
        import gradio as gr

        hidden = gr.Button(visible=False)
        try:
            speaker, filters = speaker_of(name), chosen_filters(*chosen)
            wanted = text_of(wanted or "", "words")
            with self._desk.at_work(account) as archive:
                quotes = archive.quotes(speaker, filters)
                articles = {a.path: a for a in archive.articles()}
        except KutipError as error:
            message = tag("p", sentence(error.in_language(t["lang"])), class_="k-error", role="alert")
            return Html(), message, 0, hidden, hidden
        except Exception:
            _LOG.exception("a list of quotes failed")
            return Html(), tag("p", t["failed"], class_="k-error", role="alert"), 0, hidden, hidden
        found = by_date(with_words(quotes, wanted), articles)
        last = max(0, (len(found) - 1) // PER_PAGE)
        page = min(max(page, 0), last)
        names = names_view(most_quoted(q for q, _ in found), t) if speaker is None else Html()
        return (
            names,
            sayings_view(found, page, t),
            page,
            gr.Button(visible=last > 0, interactive=page > 0),
            gr.Button(visible=last > 0, interactive=page < last),
        )
