"""A checked draft to take along: a web page, a table for a spreadsheet, Markdown.

Each is one text. What comes from drafts and articles passes one escaping function in each, and the
words quoted are their source's own. Pure: no I/O.
"""

from __future__ import annotations

from rag.report.markdown import markdown_report
from rag.report.page import html_report
from rag.report.table import csv_report

__all__ = ["csv_report", "html_report", "markdown_report"]
