"""The corpus folder: which files are articles, and what each of them says.

``list_files`` names every visible file, also those that cannot be read, so that each is
either an article or a refusal. ``read_article`` goes from a path to the article as stored:
file, text of its format, repaired characters, metadata, boilerplate out. Metadata is taken,
key by key, from the sidecar, then the front matter, then the page's own markup, then the text.
A headline that only the metadata states is put over the text: it was published, so it is found,
checked and cited like any other words of the article.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from rag.clean import remove_boilerplate
from rag.decoding import check_text, decode
from rag.documents import Article
from rag.errors import UnreadableFile
from rag.formats import EXTENSIONS, Raw, check_kind, most_bytes, refusal
from rag.formats.markdown import markdown_text
from rag.formats.pdf import read_pdf
from rag.formats.webpage import read_html
from rag.formats.word import read_docx
from rag.frontmatter import KEYS, read_yaml, split_front_matter
from rag.metadata import Metadata, infer_metadata
from rag.repair import Log, repair
from rag.words import words

EXAMPLE = "contoh"
SIDECAR = ".meta.yaml"
_LITTER = ("thumbs.db", "desktop.ini")


def list_files(corpus: Path) -> list[str]:
    """Return the files of the corpus, relative with forward slashes, sorted.

    Files of other kinds and folders that cannot be entered are listed too: ``read_article``
    refuses them with the reason. Left out are hidden files, README.md at the top, sidecars,
    what office programs leave behind, and ``contoh/`` as soon as there is another article.
    """
    found: list[str] = []

    def unreadable(error: OSError) -> None:
        if error.filename:
            found.append(_relative(corpus, Path(error.filename)))

    for folder, folders, files in os.walk(corpus, onerror=unreadable):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [_relative(corpus, here / f) for f in folders if (here / f).is_symlink()]
        found += [_relative(corpus, here / f) for f in files if _wanted(f) or _is_orphan(f, files)]
    found = sorted(set(found) - {"README.md", f"{EXAMPLE}/README.md"})
    if any(not _in_example(path) and _extension(path) in EXTENSIONS for path in found):
        return [path for path in found if not _in_example(path)]
    return found


def _wanted(name: str) -> bool:
    low = name.lower()
    return not (low.startswith((".", "~$")) or low.endswith((SIDECAR, "~")) or low in _LITTER)


def _is_orphan(name: str, files: Sequence[str]) -> bool:
    """Tell whether a sidecar stands beside no article; it is listed, and then refused."""
    articles = [f for f in files if _extension(f) in EXTENSIONS]
    return name.lower().endswith(SIDECAR) and not any(
        name in (f + SIDECAR, PurePosixPath(f).stem + SIDECAR) for f in articles
    )


def _relative(corpus: Path, path: Path) -> str:
    # A name that is not UTF-8 cannot be stored; it is listed with U+FFFD and then refused.
    relative = path.relative_to(corpus).as_posix()
    return relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _in_example(path: str) -> bool:
    return path.startswith(f"{EXAMPLE}/")


def _extension(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def is_example(paths: Iterable[str]) -> bool:
    """Tell whether these articles are the starter corpus and nothing else."""
    articles = [path for path in paths if _extension(path) in EXTENSIONS]
    return bool(articles) and all(map(_in_example, articles))


def fingerprint(corpus: Path, path: str) -> str:
    """Return the SHA-256 of the file, or of the file and its sidecar where it has one.

    Raises UnreadableFile as ``read_article`` does for what cannot be opened.
    """
    return _hash(*_bytes(corpus, path))


def read_article(corpus: Path, path: str) -> Article:
    """Read, clean and describe one article. Raises UnreadableFile with the reason, MemoryError."""
    data, sidecar = _bytes(corpus, path)
    digest = _hash(data, sidecar)
    if path.lower().endswith(SIDECAR):
        raise refusal(
            f"is a sidecar that belongs to no article; name it like one, then {SIDECAR} in small letters",
            f"adalah sidecar tanpa artikel; namai seperti artikelnya, lalu {SIDECAR} dengan huruf kecil",
        )
    try:
        raw = _raw(data, _extension(path))
        del data  # a large file's text is in memory often enough
        return _article(path, raw, sidecar, digest)
    except UnreadableFile:
        raise
    except RecursionError as error:
        raise refusal(
            f"is built in a way that cannot be read ({type(error).__name__}); save it again or remove it",
            f"disusun sedemikian rupa sehingga tidak terbaca ({type(error).__name__}); simpan ulang "
            f"atau hapus",
        ) from error


def _article(path: str, raw: Raw, sidecar: bytes | None, digest: str) -> Article:
    check_text(raw.text)
    log = Log()
    for name in raw.steps:
        log.step(name)
    log.warnings += raw.warnings
    stated = Metadata()
    if sidecar is not None:
        text, warnings = decode(sidecar) if sidecar.strip() else ("", [])
        stated, more = read_yaml(text, "sidecar")
        log.warnings += [f"sidecar: {w}" for w in warnings] + more
    repaired = repair(raw.text, log)
    told = infer_metadata(repaired)
    merged = _merge(stated, raw.metadata, told)
    text = remove_boilerplate(repaired, log)
    if not any(c.isalnum() for c in text):
        raise refusal(
            "holds no article text, only what surrounds articles; put the article in",
            "tidak memuat teks artikel, hanya unsur di sekitarnya; isi dengan artikelnya",
        )
    first = text.partition("\n")[0]
    if merged.title and told.title is None and _normalised(merged.title) not in _normalised(first):
        log.step("headline_from_metadata")
        text = f"{merged.title}\n\n{text}"
    return Article(
        path=path,
        text=text,
        title=merged.title,
        outlet=merged.outlet,
        author=merged.author,
        editor=merged.editor,
        date=merged.date,
        url=merged.url,
        via=merged.via,
        signature=told.signature if merged.author == told.author else None,
        steps=tuple(log.steps),
        warnings=tuple(log.warnings),
        sha256=digest,
    )


def _normalised(text: str) -> str:
    return " ".join(("", *(word.norm for word in words(text)), ""))


def _raw(data: bytes, extension: str) -> Raw:
    if extension not in EXTENSIONS:
        raise refusal(
            f"is of an unsupported kind ({extension or 'no extension'}); Kutip reads {', '.join(EXTENSIONS)}",
            f"jenisnya tidak didukung ({extension or 'tanpa ekstensi'}); Kutip membaca "
            f"{', '.join(EXTENSIONS)}",
        )
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise refusal(
            "is empty; put the article into it or remove it", "kosong; isi dengan artikel atau hapus"
        )
    check_kind(data, extension)
    if extension == ".docx":
        return read_docx(data)
    if extension == ".pdf":
        return read_pdf(data)
    text, warnings = decode(data, html=extension in (".html", ".htm"))
    if extension in (".html", ".htm"):
        page = read_html(text)
        return Raw(page.text, page.metadata, (*warnings, *page.warnings), page.steps)
    metadata, body, more = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    steps = ("front_matter",) if metadata.stated else ()
    body = markdown_text(body) if extension == ".md" else body
    return Raw(body, metadata, (*warnings, *more), steps)


def _merge(*sources: Metadata) -> Metadata:
    """Take each key from the first source that states it; an empty statement means none."""
    values: dict[str, Any] = {}
    for key in KEYS:
        value = None
        for source in sources:
            value = getattr(source, key) or None
            if value or key in source.stated:
                break
        values[key] = value
    values["via"] = values["via"] or ()
    return Metadata(**values)


def _hash(data: bytes, sidecar: bytes | None) -> str:
    digest = hashlib.sha256(data)
    if sidecar is not None:
        digest.update(b"\x00sidecar\x00" + sidecar)
    return digest.hexdigest()


def _bytes(corpus: Path, path: str) -> tuple[bytes, bytes | None]:
    """Return the bytes of a file and of its sidecar (``NAME.ext.meta.yaml`` or ``NAME.meta.yaml``)."""
    data = _read_bytes(corpus, path)
    stem = str(PurePosixPath(path).with_suffix(""))
    for name in (path + SIDECAR, stem + SIDECAR):
        if os.path.lexists(corpus / name):
            return data, _read_bytes(corpus, name)
    return data, None


def _read_bytes(corpus: Path, path: str) -> bytes:
    _check_name(path)
    root = corpus.resolve()
    try:
        real = (root / path).resolve(strict=True)
        if not real.is_relative_to(root):
            raise refusal(
                "is a link that leads out of the corpus folder; copy the file itself",
                "adalah tautan ke luar folder korpus; salin berkasnya",
            )
        if real.is_dir():
            raise _not_entered(root / path)
        return _read_regular(real, most_bytes(_extension(path)))
    except FileNotFoundError as error:
        raise refusal(
            "is gone or its name cannot be read; put it back or rename it",
            "sudah tidak ada atau namanya tidak terbaca; kembalikan atau ganti namanya",
        ) from error
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refusal(
            f"cannot be opened ({reason}); check its permissions",
            f"tidak dapat dibuka ({reason}); periksa izin aksesnya",
        ) from error


def _not_entered(folder: Path) -> UnreadableFile:
    """Return why a folder was listed in place of what it holds."""
    if folder.is_symlink():
        return refusal(
            "is a link to a folder; copy the folder itself", "adalah tautan ke folder; salin foldernya"
        )
    why = "a moment ago", "sesaat tadi"
    try:
        os.scandir(folder).close()
    except OSError as error:
        why = (error.strerror or str(error),) * 2
    return UnreadableFile(
        f"the folder cannot be read ({why[0]}), so no article in it is indexed; check its permissions",
        f"folder ini tidak terbaca ({why[1]}), jadi artikel di dalamnya tidak diindeks; periksa izinnya",
    )


def _no_file() -> UnreadableFile:
    return refusal(
        "is a pipe or device, not a file; remove it", "adalah pipa atau perangkat, bukan berkas; hapus"
    )


def _check_name(path: str) -> None:
    parts = re.split(r"[/\\]", path)
    if not path or path.startswith("/") or ".." in parts or "\x00" in path:
        raise refusal(
            "lies outside the corpus folder; paths are relative to it, without '..'",
            "berada di luar folder korpus; jalur harus relatif, tanpa '..'",
        )
    if any(ord(c) < 32 or c in "\x7f\u2028\u2029" for c in path):
        raise refusal(
            f"has a line break or control character in its name ({path[:120]!r}); rename it",
            f"memuat ganti baris atau karakter kendali di namanya ({path[:120]!r}); ganti namanya",
        )
    if "\ufffd" in path:
        raise refusal("has a name that is not UTF-8; rename it", "bernama bukan UTF-8; ganti namanya")


def _read_regular(real: Path, limit: int) -> bytes:
    """Read a regular file without waiting on pipes; refuse one that changes meanwhile."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(real, flags)
    except OSError as error:
        raise _no_file() if error.errno == errno.ENXIO else error from None  # ENXIO: a socket
    with os.fdopen(descriptor, "rb") as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise _no_file()
        if before.st_size > limit:
            size = before.st_size / 2**20
            raise refusal(
                f"has {size:.0f} MB; at most {limit // 2**20} MB is read; split it",
                f"berukuran {size:.0f} MB; batasnya {limit // 2**20} MB; pecah berkasnya",
            )
        data = file.read(limit + 1)
        after = os.fstat(file.fileno())
    if len(data) != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
        raise refusal(
            "changed while it was read; build the index again when it is complete",
            "berubah saat dibaca; bangun ulang indeks setelah berkasnya lengkap",
        )
    return data
