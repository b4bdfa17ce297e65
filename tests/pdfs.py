"""Makes small PDFs by hand, so that the tests need no library that writes them."""

from __future__ import annotations


def make_pdf(pages: list[list[tuple[float, float, float, str]]], extra: str = "") -> bytes:
    """Return a PDF whose pages hold lines ``(x, y, size, text)`` in points from the lower left."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        content = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escape(text)}) Tj ET\n" for x, y, size, text in lines
        )
        stream = content.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % len(objects)
        )
    kids_text = " ".join(f"{kid} 0 R" for kid in kids) + extra
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{kids_text}] >>".encode()
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def typeset(
    paragraphs: list[list[str]], *, gap: float = 8, indent: float = 0, top: float = 780
) -> list[tuple[float, float, float, str]]:
    """Return lines of 11 points, 14 apart, with ``gap`` more between paragraphs."""
    lines = []
    y = top
    for paragraph in paragraphs:
        for number, text in enumerate(paragraph):
            lines.append((70.0 + (indent if number == 0 else 0), y, 11.0, text))
            y -= 14
        y -= gap
    return lines
