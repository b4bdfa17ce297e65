"""The filters of a search as widgets: outlet, published since, published until."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.ui.inputs import TYPED, Asking, handler, language_of
from rag.ui.texts import tables, texts

if TYPE_CHECKING:
    import gradio as gr

# A date's label is in both languages, and the style sheet shows the page's: an update from the
# server right after loading could take back what somebody has just filled in.
_DATE_TEMPLATE = (
    '<label class="k-date"><span lang="id">{id}</span><span lang="en">{en}</span>'
    '<input type="date" value="${{value || ""}}" min="1900-01-01" max="2100-12-31"></label>'
)
_DATE_JS = "element.addEventListener('change', (event) => { props.value = event.target.value; });"


@dataclass(frozen=True)
class FilterInputs:
    """The three widgets; ``outlet`` is filled in once the archive is open."""

    outlet: gr.Dropdown
    since: gr.HTML
    until: gr.HTML

    @property
    def values(self) -> list[Any]:
        """Return the widgets in the order of ``filters_of``."""
        return [self.outlet, self.since, self.until]


def filter_inputs(i18n: Any, prefix: str = "k-") -> FilterInputs:
    """Lay out the filters, folded away under how many are active; ``prefix`` begins the ids of its parts."""
    import gradio as gr

    with (
        gr.Accordion(
            i18n("filters"), open=False, elem_id=f"{prefix}filters", elem_classes="k-filters"
        ) as folded,
        gr.Row(),
    ):
        outlet = gr.Dropdown(
            [(i18n("all_outlets"), "")],
            value="",
            label=i18n("outlet"),
            min_width=200,
            elem_id=f"{prefix}outlet",
            elem_classes="k-outlets",
        )
        since = _date_input(f"{prefix}since", "since")
        until = _date_input(f"{prefix}until", "until")
    chosen = FilterInputs(outlet, since, until)
    changes = [outlet.change, since.change, until.change]
    gr.on(changes, handler(_counted), chosen.values, folded, **TYPED)
    return chosen


def _counted(outlet: str | None, since: str | None, until: str | None, request: Asking) -> Any:
    """Return the folded filters' label: while they are closed it alone tells that some are active."""
    import gradio as gr

    t = texts(language_of(request))
    active = sum(map(bool, (outlet, since, until)))
    return gr.Accordion(label=t["filters_active"].format(n=active) if active else t["filters"])


def _date_input(elem_id: str, key: str) -> gr.HTML:
    import gradio as gr

    return gr.HTML(
        "",
        html_template=_DATE_TEMPLATE.format(**{language: table[key] for language, table in tables().items()}),
        js_on_load=_DATE_JS,
        apply_default_css=False,
        elem_id=elem_id,
        min_width=150,
    )
