"""Interviews whose answers stand in marks: who answers, and who only keeps company."""

from __future__ import annotations

from rag.documents import Article
from rag.quotes import extract

ASKED = """Mengapa butuh lima tahun?

"Saya malas. Itu saja."

Apa Anda tidak takut dilupakan?

"Takut. Tapi lebih takut bosan," katanya.

"Kuenya gosong," celetuk {other}.

Benarkah Anda sempat berhenti?

Ia menarik napas. "Benar. Saya jualan kue."
"""


def told(intro: str, other: str, **facts: str) -> list[str | None]:
    """Return who speaks, in order."""
    text = f"{intro}\n\n{ASKED.format(other=other)}"
    return [q.speaker for q in extract(Article(path="a.md", text=text, **facts)) if q.kind == "direct"]


def test_the_answers_are_of_whom_the_introduction_is_about() -> None:
    intro = "Penyanyi Rara Kusuma merilis album baru. Manajernya, Bagas Tirta, ikut duduk."
    assert told(intro, "Bagas") == ["Rara Kusuma", "Rara Kusuma", "Bagas Tirta", "Rara Kusuma"]


def test_of_two_it_is_the_one_in_the_title_and_never_the_reporter() -> None:
    intro = "Kepada Dimas Ardana, pelukis Tono Aji dan pemahat Rina Sukma bercerita di studio."
    said = told(intro, "Tono", title="Rina Sukma: Saya Malas", author="Dimas Ardana")
    assert said == ["Rina Sukma", "Rina Sukma", "Tono Aji", "Rina Sukma"]


def test_of_two_nobody_is_guessed() -> None:
    said = told(
        "Pelukis Tono Aji dan pemahat Rina Sukma berpameran. Rina tersenyum.", "Tono Aji dan Rina Sukma"
    )
    assert said[0] is None


def test_questions_to_nobody_make_no_interview() -> None:
    text = """Ekonom Lukas Manda menilai pasokan kurang.

Mengapa harga naik?

"Hujan turun terus," kata Lukas.

Apa langkah pemerintah?

"Operasi pasar dimulai," kata Menteri Rini Astuti.

Sampai kapan?

"Sampai Juni nanti," katanya.
"""
    assert extract(Article(path="a.md", text=text))[-1].speaker == "Rini Astuti"


BARE = """Kapten {who} menolong nelayan. Direktur Sudarmo Hadi menegurnya. "Anda abai," tulis Sudarmo.

"Bahasanya rapi," ujarnya, tersenyum, Senin. Berikut petikan wawancara{end}.

Apa yang Anda pikirkan ketika itu?

Saya tidak sempat berpikir. Kami cuma melihat suar dan memutar haluan.
"""


def bare(title: str, end: str = "nya") -> list[str | None]:
    """Return who speaks the letter, the words that lead up to the questions, and the answer."""
    text = BARE.format(who="Ratih Maharsi", end=end)
    return [q.speaker for q in extract(Article(path="a.md", text=text, title=title)) if q.kind == "direct"]


def test_answers_without_marks_are_of_whom_the_title_names_and_not_who_spoke_last() -> None:
    said = ["Sudarmo Hadi", "Ratih Maharsi", "Ratih Maharsi"]
    assert bare("Kapten Ratih: Laut Tidak Bertanya") == said
    assert bare("Laut Tidak Bertanya", " dengan Ratih Maharsi") == said


def test_who_keeps_company_in_the_introduction_does_not_answer() -> None:
    text = BARE.format(who="Ratih Maharsi", end="nya").replace("Direktur Sudarmo", "Suaminya, Sudarmo")
    assert extract(Article(path="a.md", text=text))[-1].speaker == "Ratih Maharsi"


def test_a_title_that_names_nobody_or_both_tells_nothing() -> None:
    assert bare("Laut Tidak Bertanya")[0] == "Sudarmo Hadi"
    assert bare("Ratih dan Sudarmo")[1:] == bare("Laut Tidak Bertanya")[1:]


def test_another_who_is_led_in_before_the_interview_speaks_himself() -> None:
    text = (
        "Wawancara dengan Rina Contoh, Direktur RSUD Kudus\n\nDirektur RSUD Kudus Rina Contoh menerima kami. "
        'Bupati Budi Contohan ikut datang. "Saya hanya mampir," ujarnya. Berikut petikannya:\n\n'
        "Apa yang berubah di rumah sakit ini?\n\nAntrean kini separuh dari tahun lalu, dan obat selalu ada.\n"
    )
    assert extract(Article(path="a.md", text=text))[0].speaker == "Budi Contohan"
