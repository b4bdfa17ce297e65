"""Tab "Cek Kutipan": a quotation and whoever is said to have said it, and the verdict."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rag.errors import KutipError
from rag.markup import Html, tag
from rag.passwords import Account
from rag.ui.desk import Desk
from rag.ui.filters import filter_inputs
from rag.ui.inputs import TYPED, Asking, account_of, chosen_filters, handler, language_of, speaker_of, text_of
from rag.ui.texts import Texts, sentence, texts
from rag.ui.verdicts import check_view, checked

if TYPE_CHECKING:
    import gradio as gr

_LOG = logging.getLogger(__name__)


class CheckTab:
    """The tab's components; ``intro`` and ``outlet`` are filled in when the page is opened."""

    def __init__(self, desk: Desk, i18n: Any) -> None:
        import gradio as gr

        self._desk = desk
        self.intro = gr.HTML("", apply_default_css=False, elem_classes="k-intro")
        with gr.Column(elem_id="k-check-form", elem_classes="k-form"):
            quote = gr.Textbox(
                label=i18n("quote"),
                placeholder=i18n("quote_placeholder"),
                lines=3,
                max_lines=10,
                elem_id="k-quote",
            )
            with gr.Row(elem_classes="k-fields", equal_height=False):
                speaker = gr.Textbox(
                    label=i18n("claimed_speaker"),
                    placeholder=i18n("speaker_placeholder"),
                    max_lines=1,
                    scale=1,
                    elem_id="k-claimed",
                )
                button = gr.Button(
                    i18n("check"), variant="primary", scale=0, min_width=120, elem_id="k-check"
                )
            chosen = filter_inputs(i18n, "k-check-")
        self.outlet: gr.Dropdown = chosen.outlet
        result = gr.HTML("", apply_default_css=False, elem_id="k-checked", elem_classes="k-result")
        gr.on(
            [quote.submit, speaker.submit, button.click],
            handler(self._check),
            [quote, speaker, *chosen.values],
            result,
            **TYPED,
        )

    def _check(
        self,
        quote: str,
        speaker: str,
        outlet: str | None,
        since: str | None,
        until: str | None,
        request: Asking,
    ) -> Iterator[Html]:
        t = texts(language_of(request))
        if not (quote or "").strip():
            yield tag("p", t["quote_missing"], class_="k-hint", role="status")
            return
        yield tag("p", t["checking"], class_="k-muted k-pending", role="status")
        yield self._result(account_of(request), quote, speaker, (outlet, since, until), t)

    def _result(
        self, account: Account | None, quote: str, speaker: str, chosen: tuple[str | None, ...], t: Texts
    ) -> Html:
        try:
            filters = chosen_filters(*chosen)
            with self._desk.at_work(account) as archive:
                check = archive.check(text_of(quote, "quote"), speaker_of(speaker), filters)
                return check_view(checked(archive, check, filters), t, filters)
        except KutipError as error:
            return tag("p", sentence(error.in_language(t["lang"])), class_="k-error", role="alert")
        except Exception:
            # The reader gets a sentence, the operator the traceback; the quotation is not logged.
            _LOG.exception("a check failed")
            return tag("p", t["failed"], class_="k-error", role="alert")
