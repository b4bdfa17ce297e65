"""Makes files that no archive wants, each with what is to become of it.

``A`` accepted, ``W`` accepted with a warning, ``R`` refused with a reason; ``says`` is a part of the
reason or warning, or for ``A`` of the stored text. Nothing here is kept in the repository: what is
large is made where it is needed. ``python -m tests.badfiles FOLDER`` writes them all.
"""

from __future__ import annotations

import io
import os
import random
import socket
import stat
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pypdf

from tests.folder import P1, P2, P3, TEXT, TITLE
from tests.pdfs import make_pdf, typeset

Content = str | bytes | Callable[[], "str | bytes"]


@dataclass(frozen=True)
class BadFile:
    """One file: its name in the corpus, what becomes of it, and how it is made.

    ``make`` puts what is no plain file; ``beside`` are sidecars, which are no articles themselves.
    """

    name: str
    outcome: str
    says: str
    content: Content = ""
    make: Callable[[Path], None] | None = None
    beside: dict[str, Content] = field(default_factory=dict)

    def put(self, corpus: Path) -> None:
        """Write the file, and what belongs beside it, into a corpus folder."""
        for name, content in {**self.beside, **({} if self.make else {self.name: self.content})}.items():
            made = content() if callable(content) else content
            target = corpus / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8", "surrogatepass"))
        if self.make:
            self.make(corpus / self.name)


def body(about: str) -> str:
    """Return an article that no other file here holds."""
    return f"Kabar tentang {about}\n\n{P1} Ini perihal {about}.\n\n{P2}\n\n{P3}"


def page(about: str, inside: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in body(about).split("\n\n"))
    return (
        f"<!doctype html><html><head>{head}</head><body><article>{paragraphs}{inside}</article></body></html>"
    )


# Containers ---------------------------------------------------------------------------------


def make_docx(about: str = TITLE) -> bytes:
    document = docx.Document()
    for paragraph in body(about).split("\n\n"):
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(change: dict[str, bytes], about: str = TITLE) -> bytes:
    """Return a .docx with some of its parts replaced, or with more parts."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(make_docx(about))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return out.getvalue()


def linked_docx() -> bytes:
    out = io.BytesIO(make_docx())
    with zipfile.ZipFile(out, "a") as file:
        link = zipfile.ZipInfo("word/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    return out.getvalue()


def locked_docx() -> bytes:
    """Return a .docx whose parts say that they are encrypted."""
    data = bytearray(make_docx())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + at] |= 1
            start += 4
    return bytes(data)


def lying_docx() -> bytes:
    """Return a .docx whose directory says that its text has ten bytes."""
    data = bytearray(repacked({"word/document.xml": b"<x>" + b"y" * 3 * 2**20 + b"</x>"}))
    at = data.rindex(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document_xml(inside: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>' + before + f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
        + inside + b"</w:body></w:document>"
    )  # fmt: skip


def entity_bomb() -> bytes:
    levels = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    return b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + levels + b"]>"


def calling_docx(port: int) -> bytes:
    """Return a .docx whose template, picture and link lie on a server of this machine."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(io.BytesIO(make_docx())) as file:
        relations = file.read("word/_rels/document.xml.rels").decode()
    more = "".join(
        f'<Relationship Id="rx{n}" Type="{office}/{kind}" TargetMode="External"'
        f' Target="http://127.0.0.1:{port}/{kind}"/>'
        for n, kind in enumerate(("attachedTemplate", "image", "hyperlink", "oleObject"))
    )
    relations = relations.replace("</Relationships>", f"{more}</Relationships>")
    return repacked({"word/_rels/document.xml.rels": relations.encode()}, "hubungan keluar")


# PDF ----------------------------------------------------------------------------------------


def pdf(about: str) -> bytes:
    return make_pdf(
        [typeset([[f"Kabar tentang {about} hari ini."], ["Pedagang meminta aturan dipertegas."]])]
    )


def pdf_with(content: bytes, resources: bytes = b"", more: bytes = b"", filtered: bytes = b"") -> bytes:
    """Return a one-page PDF with this stream as its page, and ``more`` objects after it."""
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
        + resources + b" >> >>\nendobj\n4 0 obj\n<< " + filtered + b" /Length %d >>\nstream\n" % len(content)
        + content + b"\nendstream\nendobj\n" + more
        + b"trailer << /Size 9 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    )  # fmt: skip


def looping_pdf() -> bytes:
    """Return a PDF whose page draws a form that draws itself twice."""
    form = (
        b"5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
        b" /Length 11 >>\nstream\n/F Do /F Do\nendstream\nendobj\n"
    )
    return pdf_with(b"/F Do", b"/XObject << /F 5 0 R >>", form)


def packed(size: int) -> bytes:
    """Return ``size`` blanks, deflated."""
    squeeze = zlib.compressobj(9)
    some = b" " * 2**20
    return b"".join(squeeze.compress(some) for _ in range(size // len(some))) + squeeze.flush()


def encrypted_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("sandi")))
    writer.encrypt("rahasia", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


# File system --------------------------------------------------------------------------------


def link_to(target: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.symlink_to(target)

    return make


def listening(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's whole path may have 107 bytes
    try:
        server.bind(path.name)
    finally:
        os.chdir(here)
        server.close()


def unreadable(path: Path) -> None:
    path.write_text(body("izin"))
    path.chmod(0)


def front(block: str, about: str) -> str:
    return f"---\n{block}\n---\n{body(about)}"


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


def bad_files(port: int = 9) -> Iterator[BadFile]:
    """Yield every bad file; ``port`` is where a server listens that nobody may call."""
    yield from _encodings()
    yield from _sizes()
    yield from _markup(port)
    yield from _front_matter()
    yield from _containers(port)
    yield from _places()


def _encodings() -> Iterator[BadFile]:
    yield BadFile("kosong.txt", "R", "empty")
    yield BadFile("bom.txt", "R", "empty", b"\xef\xbb\xbf")
    yield BadFile("bom16.txt", "R", "empty", b"\xff\xfe")
    yield BadFile("acak.txt", "R", "binary", lambda: bytes(b % 31 + 1 for b in noise(4000)) + b"\xfe\xfa")
    yield BadFile("gambar.txt", "R", "holds PNG", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    yield BadFile("isi-pdf.txt", "R", "holds PDF", lambda: pdf("salah nama"))
    yield BadFile("isi-html.md", "R", "holds HTML", page("salah ekstensi"))
    yield BadFile("isi-teks.pdf", "R", "no known signature", TEXT)
    yield BadFile("isi-teks.docx", "R", "no known signature", TEXT)
    yield BadFile("isi-docx.html", "R", "holds ZIP", make_docx)
    yield BadFile("data.csv", "R", "unsupported kind", "a,b\n")
    yield BadFile("utf16.txt", "A", "utf16", body("utf16").encode("utf-16"))
    yield BadFile("utf32.txt", "A", "utf32", body("utf32").encode("utf-32"))
    yield BadFile("utf16-tanpa-bom.txt", "W", "utf-16", body("tanpa tanda").encode("utf-16-le"))
    yield BadFile("cp1252.txt", "W", "Windows-1252", body("cp1252").encode("cp1252"))
    broken = body("mojibake").encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    yield BadFile("mojibake.txt", "W", "mojibake repaired", broken)
    yield BadFile("rusak.txt", "W", "not UTF-8", body("byte rusak").encode().replace(b"pekan", b"p\xffkan"))
    yield BadFile("nul.txt", "R", "NUL", b"satu\x00dua tiga empat lima enam")
    yield BadFile("arah.txt", "W", "U+202E", body("arah tulisan \u202etxt.exe\u202c"))
    yield BadFile("nirlebar.txt", "W", "invisible", body("ni\u200br\u200blebar"))
    yield BadFile("homoglif.txt", "W", "another script", body("bаnk"))  # a Cyrillic letter
    yield BadFile("kendali.txt", "W", "control characters", body("kendali \x1b[31mmerah\x07"))
    yield BadFile("tanda.txt", "R", "combining", "Z" + "\u0301" * 500)
    yield BadFile("tanda-tersebar.txt", "R", "combining", "a\u0301\u0302b\u0303\u0304" * 200)


def _sizes() -> Iterator[BadFile]:
    yield BadFile("baris-100mb.txt", "R", "at most 50 MB", lambda: b"panjang " * (100 * 2**17))
    yield BadFile("baris-40mb.txt", "R", "line of", lambda: b"panjang " * (5 * 2**20))
    # Every tenth has a word: a passage is as many words, and a graph of passages so alike is slow to make.
    yield BadFile(
        "sejuta-baris.txt",
        "A",
        "baris-99999",
        lambda: "".join(f"baris-{n}" + "\n" * 10 for n in range(100_000)),
    )
    yield BadFile("sama.txt", "A", "Harga naik.", lambda: "Harga naik.\n" * 300_000)


def _markup(port: int) -> Iterator[BadFile]:
    script = "<script>document.write('Teks skrip')</script><style>p{color:red}</style>"
    yield BadFile("skrip.html", "A", "perihal skrip", page("skrip", script, script))
    yield BadFile(
        "peristiwa.html", "A", "perihal peristiwa", page("peristiwa", "<p onclick='x()'>Akhir kabar.</p>")
    )
    address = f"http://127.0.0.1:{port}/"
    elsewhere = f'<base href="{address}"><meta http-equiv="refresh" content="0; url={address}">'
    called = (
        f'<img src="{address}a.png"><iframe src="{address}"></iframe><link rel="stylesheet" href="{address}">'
    )
    yield BadFile("alihan.html", "A", "perihal alihan", page("alihan", called, elsewhere))
    yield BadFile("sarang.html", "R", "nests", lambda: page("sarang", "<div>" * 100_000))
    yield BadFile(
        "sarang-b.html", "R", "nests", lambda: page("sarang b", "<b>" * 100_000 + "x" + "</b>" * 100_000)
    )
    bomb = entity_bomb().decode().replace("DOCTYPE d", "DOCTYPE html", 1)
    yield BadFile("bom-entitas.html", "R", "entities", bomb + page("entitas", "<p>&j;</p>")[15:])
    yield BadFile("kurung.html", "R", "no article text", lambda: f"<html><body>{'<' * 500_000}</body></html>")
    yield BadFile("komentar.html", "R", "no article text", lambda: f"<html><body>{'<!--' * 200_000}")
    yield BadFile("kurung.md", "A", "perihal kurung", lambda: f"{body('kurung')}\n\n{'[' * 200_000}")
    yield BadFile("bintang.md", "A", "perihal bintang", lambda: f"{body('bintang')}\n\n{'*a ' * 100_000}")


def _front_matter() -> Iterator[BadFile]:
    yield BadFile("fm-rusak.md", "W", "broken", front("title: 'tak tertutup\noutlet: Kabar Uji", "fm rusak"))
    yield BadFile("fm-dalam.md", "R", "nested", front("title: " + "[" * 1100 + "]" * 1100, "fm dalam"))
    aliases = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefg", "bcdefgh", strict=True)
    )
    yield BadFile("fm-alias.md", "R", "aliases", front(aliases + "title: *h", "fm alias"))
    yield BadFile(
        "fm-python.md", "R", "tag", front("title: !!python/object/apply:os.system ['true']", "fm python")
    )
    yield BadFile("fm-no.md", "A", "perihal fm no", front("title: NO\nauthor: NO\neditor: 1e3", "fm no"))
    yield BadFile("fm-tanggal.md", "W", "no whole date", front("date: 2023-02-30", "fm tanggal"))
    yield BadFile("fm-besar.md", "R", "64 KB", lambda: front("title: " + "x" * 70_000, "fm besar"))
    yield BadFile("fm-buka.txt", "W", "not closed", "---\ntitle: X\n\n" + body("fm terbuka"))
    yield BadFile("kembar.txt", "A", "perihal kembar", body("kembar"))
    yield BadFile("kembar2.txt", "R", "same article as kembar.txt", body("kembar"))
    yield BadFile("nama-e\u0301.txt", "A", "perihal nama pertama", body("nama pertama"))
    yield BadFile("nama-\u00e9.txt", "R", "same name as", body("nama kedua"))
    yield BadFile("sidecar.txt", "R", "aliases", body("sidecar"), beside={"sidecar.meta.yaml": aliases})
    yield BadFile("yatim.meta.yaml", "R", "belongs to no article", "title: x\n")


def _containers(port: int) -> Iterator[BadFile]:
    yield BadFile(
        "bom-zip.docx", "R", "unpack to", lambda: repacked({"word/media/x.bin": b"\0" * (120 * 2**20)})
    )
    yield BadFile("rasio.docx", "R", "unpack to", lambda: repacked({"word/media/x.bin": b"\0" * (5 * 2**20)}))
    yield BadFile(
        "bagian.docx", "R", "parts", lambda: repacked({f"word/media/{n}": b"" for n in range(5_001)})
    )
    yield BadFile("dusta.docx", "R", "no readable .docx", lying_docx)
    yield BadFile("slip.docx", "R", "outside", lambda: repacked({"../../etc/x": b"x"}))
    yield BadFile("tautan-dalam.docx", "R", "outside", linked_docx)
    yield BadFile("keluar.docx", "A", "perihal hubungan keluar", lambda: calling_docx(port))
    yield BadFile("terkunci.docx", "R", "encrypted", locked_docx)
    yield BadFile("lama.docx", "R", "old .doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    yield BadFile("terpotong.docx", "R", "cut-off", lambda: make_docx()[:-400])
    bomb = document_xml(b"<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", entity_bomb())
    yield BadFile("bom-xml.docx", "R", ".docx", lambda: repacked({"word/document.xml": bomb}))
    deep = document_xml(b"".join(b'<w:p w:rsidR="%x">' % n for n in range(100_000)) + b"</w:p>" * 100_000)
    yield BadFile("dalam.docx", "R", ".docx", lambda: repacked({"word/document.xml": deep}))
    yield BadFile("sandi.pdf", "R", "encrypted", encrypted_pdf)
    yield BadFile("pindaian.pdf", "R", "OCR", make_pdf([[]]))
    yield BadFile("putar-halaman.pdf", "R", "PDF", make_pdf([[]], extra=" 2 0 R 2 0 R"))
    yield BadFile("putar-isi.pdf", "R", "", looping_pdf)
    yield BadFile("bom.pdf", "R", "", lambda: pdf_with(packed(2**30), filtered=b"/Filter /FlateDecode"))
    yield BadFile("terpotong.pdf", "R", "cut off", lambda: pdf("potong")[:-120])
    yield BadFile("sampah.pdf", "R", "damaged PDF", lambda: b"%PDF-1.4\n" + noise(4000) + b"\n%%EOF")


def _places() -> Iterator[BadFile]:
    yield BadFile("tautan.txt", "R", "leads out", make=link_to("/etc/hostname"))
    yield BadFile("naik.txt", "R", "leads out", make=link_to(".."))
    yield BadFile("folder-luar", "R", "leads out", make=link_to("/etc"))
    yield BadFile("putus.txt", "R", "gone", make=link_to("tidak-ada.txt"))
    yield BadFile("putar.txt", "R", "", make=link_to("putar.txt"))
    yield BadFile("pipa.txt", "R", "pipe", make=os.mkfifo)
    yield BadFile("soket.txt", "R", "pipe or device", make=listening)
    yield BadFile("sub\\..\\luar.txt", "R", "outside the corpus", body("garis miring terbalik"))
    yield BadFile("ganti\nbaris.txt", "R", "line break", body("ganti baris"))
    yield BadFile("warna\x1b[31m.txt", "R", "control character", body("warna"))
    if os.geteuid() != 0:  # root reads everything
        yield BadFile("tertutup.txt", "R", "permissions", make=unreadable)


if __name__ == "__main__":
    for made in bad_files():
        made.put(Path(sys.argv[1]))
        print(made.outcome, repr(made.name), made.says)
