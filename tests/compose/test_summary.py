import pytest

from render.builders import article, claim, document, origin, statement
from rujuk.compose.config import ComposeConfig
from rujuk.compose.summary import summary
from rujuk.lang.base import load_all
from rujuk.model.annotations import Modality
from rujuk.model.statement import Statement, Status
from rujuk.model.text import Article

PACKS = load_all()
LINES = [
    "Gempa mengguncang Kota Andaru pada dini hari",
    "Puluhan rumah di tepi sungai rusak berat",
    "Listrik padam di tiga kecamatan sejak pagi",
    "Sekolah diliburkan sampai pekan depan",
    "Pemerintah kota menyiapkan dapur umum bagi pengungsi",
    "Relawan berdatangan dari kabupaten tetangga",
    "Harga sayur di pasar induk naik",
    "Petugas memeriksa bendungan tua di hulu",
]
TEXT = ".\n".join(LINES) + "."
A, B, C = (
    article(outlet, f"Gempa {outlet}", TEXT) for outlet in ("Warta Nusa", "Kabar Selat", "Harian Teluk")
)
DOCUMENTS = [document(of) for of in (A, B, C)]


def said(line: int, *articles: Article, independent: int = 1, modality: Modality = "asserted") -> Statement:
    origins = [origin(of.title, "outlet", (of, of.title)) for of in articles]
    status: Status = "agreed" if independent > 1 else "relayed" if len(articles) > 1 else "single"
    own = [claim(of, LINES[line], modality=modality) for of in articles]
    return statement(status, own, origins, independent=independent)


def chosen(*statements: Statement, limit: int = 6) -> list[int]:
    ids = summary(statements, DOCUMENTS, ComposeConfig(summary_statements=limit), PACKS)
    return [next(number for number, item in enumerate(statements) if item.id == own) for own in ids]


def test_the_most_reported_comes_first_then_the_order_of_the_articles() -> None:
    several = [said(0, A, B), said(3, A, B, C), said(1, A, B), said(5, A, C, independent=2)]
    assert chosen(*several) == [1, 0, 2, 3]


def test_statements_of_one_article_only_fill_up() -> None:
    several = [said(line, A, B) for line in range(3)]
    assert chosen(*several, said(3, A)) == [0, 1, 2]
    assert chosen(several[0], said(3, A), said(4, A)) == [0, 1, 2]


def test_there_are_never_more_than_asked_for() -> None:
    assert len(chosen(*(said(line, A, B) for line in range(8)), limit=4)) == 4


@pytest.mark.parametrize(
    "left_out", [said(1, A, B, modality="asked"), statement("single", [claim(A, "Puluhan rumah")], [])]
)
def test_questions_and_fragments_are_left_out(left_out: Statement) -> None:
    assert chosen(said(0, A, B), left_out) == [0]


@pytest.mark.parametrize(
    "fragment",
    ["mengguncang Kota Andaru pada dini hari", "Puluhan rumah di tepi sungai"],
    ids=["from within a sentence", "no verb before its end"],
)
def test_pieces_give_way_to_what_reads_alone(fragment: str) -> None:
    piece = statement("relayed", [claim(of, fragment) for of in (A, B, C)], [])
    whole = [said(line, A, B) for line in (2, 3, 4)]
    assert chosen(piece, *whole) == [1, 2, 3]
    assert chosen(piece) == [0]


def test_what_outlets_tell_themselves_stands_before_what_is_quoted() -> None:
    quoted = statement("relayed", [claim(of, LINES[5], speaker="Rangga") for of in (A, B)], [])
    told = [said(line, A, B) for line in (6, 2)]
    assert chosen(quoted, *told, limit=2) == [2, 1]


def test_repetitions_are_left_out() -> None:
    again = statement("single", [claim(C, "mengguncang Kota Andaru pada dini hari")], [])
    assert chosen(said(0, A, B), again, said(2, C)) == [0, 2]


def test_no_statements_give_no_summary() -> None:
    assert chosen() == []
