"""Tab "Cek Naskah": a draft, every quotation in it checked, and the report to take along."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rag.documents import Filters
from rag.errors import KutipError
from rag.markup import Html, tag
from rag.passwords import Account
from rag.ui.desk import Desk
from rag.ui.draft_view import draft_view
from rag.ui.inputs import (
    QUIET,
    TYPED,
    Asking,
    Corrected,
    account_of,
    handler,
    language_of,
    speaker_of,
    text_of,
)
from rag.ui.reports import CheckedDraft
from rag.ui.texts import Texts, sentence, texts
from rag.ui.verdicts import checked

_LOG = logging.getLogger(__name__)
# Sources shown for each quotation of a draft; its report has all.
_SHOWN_SOURCES = 5
_CORRECT_JS = """
const again = (box) => trigger('submit', {
  quote: Number(box.dataset.quote), speaker: box.querySelector('input').value,
});
element.addEventListener('click', (event) => {
  const button = event.target.closest('.k-again');
  if (button) again(button.closest('.k-correction'));
});
element.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('.k-correction input')) {
    event.preventDefault();
    again(event.target.closest('.k-correction'));
  }
});
"""


@dataclass(frozen=True)
class _Work:
    """What a page has under check: the text, the reader's corrections, its report's name."""

    text: str = ""
    corrections: dict[int, str | None] = field(default_factory=dict)
    report: str | None = None


class DraftTab:
    """The tab's components; ``intro`` is filled in when the page is opened."""

    def __init__(self, desk: Desk, i18n: Any) -> None:
        import gradio as gr

        self._desk = desk
        self.intro = gr.HTML("", apply_default_css=False, elem_classes="k-intro")
        work = gr.State(_Work())
        with gr.Row(elem_id="k-draft-form", elem_classes="k-form"):
            with gr.Column(scale=3, min_width=280, elem_id="k-draft-typing"):
                text = gr.Textbox(
                    label=i18n("draft"),
                    placeholder=i18n("draft_placeholder"),
                    lines=8,
                    max_lines=16,
                    elem_id="k-draft-text",
                )
                button = gr.Button(i18n("check_draft"), variant="primary", elem_id="k-check-draft")
            with gr.Column(scale=1, min_width=220, elem_id="k-draft-file"):
                # Which kinds are read says the reader, in the page's language; Gradio would in English.
                upload = gr.File(
                    show_label=False,
                    label=i18n("upload_draft"),
                    height=132,
                    elem_id="k-draft-upload",
                )
        result = gr.HTML(
            "",
            apply_default_css=False,
            elem_id="k-drafted",
            elem_classes="k-result",
            js_on_load=_CORRECT_JS,
        )
        gr.on([button.click, text.submit], handler(self._check), [text, work], [result, work], **TYPED)
        upload.upload(handler(self._read), [upload, work], [text, upload, result, work], **QUIET)
        result.submit(handler(self._correct), work, [result, work], **QUIET)

    def _check(self, text: str, work: _Work, request: Asking) -> Iterator[tuple[Any, ...]]:
        t = texts(language_of(request))
        if not (text or "").strip():
            yield tag("p", t["draft_missing"], class_="k-hint", role="status"), work
            return
        yield tag("p", t["checking"], class_="k-muted k-pending", role="status"), work
        yield self._result(account_of(request), _Work(text, report=work.report), t)

    def _read(self, file: str | None, work: _Work, request: Asking) -> Iterator[tuple[Any, ...]]:
        """Put an uploaded draft's text into the field, where its reader sees it, and check it."""
        import gradio as gr

        from rag.readers import read_draft

        t = texts(language_of(request))
        if not file:
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        path = Path(file)
        try:
            text = read_draft(path)
        except KutipError as error:
            # The reader's own name for the file, not where the upload lies.
            said = error.in_language(t["lang"]).replace(str(path), path.name)
            message = tag("p", said, class_="k-error", role="alert")
            yield gr.skip(), None, message, work
            return
        finally:
            path.unlink(missing_ok=True)
        yield text, None, tag("p", t["checking"], class_="k-muted k-pending", role="status"), work
        yield gr.skip(), gr.skip(), *self._result(account_of(request), _Work(text, report=work.report), t)

    def _correct(self, work: _Work, event: Corrected, request: Asking) -> tuple[Any, ...]:
        """Check the same text again with one speaker put right."""
        import gradio as gr

        n, speaker = getattr(event, "quote", None), getattr(event, "speaker", None)
        if not isinstance(n, int) or not isinstance(speaker, str) or not work.text:
            return gr.skip(), gr.skip()
        corrections = {**work.corrections, n: speaker_of(speaker)}
        again = _Work(work.text, corrections, work.report)
        return self._result(account_of(request), again, texts(language_of(request)), n)

    def _result(
        self, account: Account | None, work: _Work, t: Texts, opened: int | None = None
    ) -> tuple[Html, _Work]:
        """Return the view of a check, and the work with the name of its report."""
        try:
            with self._desk.at_work(account) as archive:
                draft = archive.check_draft(text_of(work.text, "text"), work.corrections)
                found = [checked(archive, q.check, Filters(), _SHOWN_SOURCES) for q in draft.quotes]
                kept = CheckedDraft(draft, archive.state, date.today().isoformat())
        except KutipError as error:
            return tag("p", sentence(error.in_language(t["lang"])), class_="k-error", role="alert"), work
        except Exception:
            # The reader gets a sentence, the operator the traceback; the draft is not logged.
            _LOG.exception("a draft's check failed")
            return tag("p", t["failed"], class_="k-error", role="alert"), work
        self._desk.reports.drop(work.report)
        report = self._desk.reports.keep(kept)
        view = draft_view(draft, found, work.corrections, report, t, opened)
        return view, _Work(work.text, work.corrections, report)
