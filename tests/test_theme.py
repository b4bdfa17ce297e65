"""The theme: every colour pair that carries text is readable, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parent.parent / "rag" / "ui" / "static" / "kutip.css").read_text(
    encoding="utf-8"
)
# (foreground, background, least ratio): 4.5 for text, 3 for the edge of a control (WCAG 2.2 AA).
PAIRS = [
    ("ink", "paper", 7.0),
    ("ink", "card", 7.0),
    ("ink", "wash", 7.0),
    ("muted", "paper", 4.5),
    ("muted", "card", 4.5),
    ("muted", "wash", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "card", 4.5),
    ("paper", "ink", 4.5),
    ("paper", "accent", 4.5),
    ("mark-ink", "mark", 4.5),
    ("good", "paper", 4.5),
    ("edge", "paper", 3.0),
    ("edge", "card", 3.0),
]


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--k-([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT, DARK = (_colours(block) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2])


def _luminance(colour: str) -> float:
    # WCAG 2.2: relative luminance of sRGB.
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    high, low = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula() -> None:
    assert _contrast("#ffffff", "#000000") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("fore", "back", "least"), PAIRS)
def test_contrast(scheme: dict[str, str], fore: str, back: str, least: float) -> None:
    assert _contrast(scheme[fore], scheme[back]) >= least


def test_both_schemes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_the_theme_points_at_colours_that_exist_and_names_no_web_font() -> None:
    from rag.ui.theme import _VARIABLES, kutip_theme

    assert set(_VARIABLES.values()) <= LIGHT.keys() | {"ring"}
    theme = kutip_theme()
    assert theme._stylesheets == []
    css = theme._get_theme_css().replace("http://www.w3.org/2000/svg", "")
    assert "//" not in re.sub(r"/\*.*?\*/", "", css)
