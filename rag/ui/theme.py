"""The theme: Gradio's own widgets in the colours and type of ``static/kutip.css``.

Every colour is one of the style sheet's variables, so light and dark are decided there once.
Only fonts that systems have are named: nothing is fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradio.themes import Base

_VARIABLES = {
    "body_background_fill": "paper",
    "body_text_color": "ink",
    "body_text_color_subdued": "muted",
    "background_fill_primary": "card",
    "background_fill_secondary": "paper",
    "block_background_fill": "card",
    "block_border_color": "line",
    "block_label_background_fill": "card",
    "block_label_text_color": "muted",
    "block_title_text_color": "muted",
    "block_info_text_color": "muted",
    "border_color_primary": "line",
    "border_color_accent": "accent",
    "color_accent": "accent",
    "color_accent_soft": "wash",
    "link_text_color": "accent",
    "link_text_color_hover": "ink",
    "link_text_color_active": "accent",
    "link_text_color_visited": "accent",
    "input_background_fill": "card",
    "input_background_fill_focus": "card",
    "input_border_color": "edge",
    "input_border_color_focus": "accent",
    "input_placeholder_color": "muted",
    "button_primary_background_fill": "ink",
    "button_primary_background_fill_hover": "accent",
    "button_primary_text_color": "paper",
    "button_primary_text_color_hover": "paper",
    "button_primary_border_color": "ink",
    "button_primary_border_color_hover": "accent",
    "button_secondary_background_fill": "card",
    "button_secondary_background_fill_hover": "wash",
    "button_secondary_text_color": "ink",
    "button_secondary_text_color_hover": "ink",
    "button_secondary_border_color": "edge",
    "button_secondary_border_color_hover": "ink",
    "panel_background_fill": "paper",
    "panel_border_color": "line",
    "loader_color": "accent",
    "error_background_fill": "card",
    "error_border_color": "accent",
    "error_text_color": "accent",
    "table_text_color": "ink",
}
_PLAIN = {
    "block_shadow": "none",
    "input_shadow": "none",
    "input_shadow_focus": "0 0 0 3px var(--k-ring)",
    "button_primary_shadow": "none",
    "button_secondary_shadow": "none",
    "block_border_width": "0px",
    "block_padding": "0px",
    "block_label_border_width": "0px",
}


def kutip_theme() -> Base:
    """Return the theme for ``mount_gradio_app``."""
    from gradio.themes import Base
    from gradio.themes.utils.fonts import Font

    families = ("system-ui", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif")
    mono = ("ui-monospace", "SFMono-Regular", "Consolas", "Noto Sans Mono", "monospace")
    theme = Base(
        primary_hue="stone",
        secondary_hue="stone",
        neutral_hue="stone",
        text_size="md",
        spacing_size="md",
        radius_size="sm",
        font=[Font(name) for name in families],
        font_mono=[Font(name) for name in mono],
    )
    colours: dict[str, Any] = {}
    for key, value in _VARIABLES.items():
        colours[key] = f"var(--k-{value})"
        if hasattr(theme, f"{key}_dark"):
            colours[f"{key}_dark"] = f"var(--k-{value})"
    dark = {f"{k}_dark": v for k, v in _PLAIN.items() if hasattr(theme, f"{k}_dark")}
    theme.set(**colours, **_PLAIN, **dark)
    return theme
