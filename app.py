"""Start the web app: ``python app.py``. Settings are read from ``RAG_*`` (see the README)."""

from rag.server import main

if __name__ == "__main__":
    raise SystemExit(main())
