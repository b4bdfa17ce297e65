"""Reading reported speech: marks, cues, who is named and who is meant. ``rag.quotes`` is the way in."""
