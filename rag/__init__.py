"""Kutip: cited answers from a news archive. Start reading at ``rag/archive.py``."""

__version__ = "0.1.0"
