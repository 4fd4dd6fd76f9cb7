"""Claims cut where facts of other reports begin: what stands where, that nothing is lost, that figures are told once."""

from hypothesis import given
from hypothesis import strategies as st

from align.reading import CONFIG, PACKS, claims_of, read
from rujuk.align.align import sorted_claims
from rujuk.align.pieces import ALONE, cut_by_facts, holding, told_by

LONG = "Menteri Bagas Wiratama tiba di Pelabuhan Sawitan pada Senin pagi untuk membuka pasar ikan."
PORT = "Menteri itu tiba di Pelabuhan Sawitan."
MARKET = "Pasar ikan dibuka Menteri Bagas Wiratama."


def cut(groups: list[list[str]], *texts: str):
    """Return the pieces as text with their labels, parts that begin so being one fact."""
    documents = [read(f"a{index}", text) for index, text in enumerate(texts)]
    parts = sorted_claims(documents, PACKS, CONFIG, fine=True)
    own = [
        tuple(i for i, part in enumerate(parts) if part.claim.text.startswith(tuple(group)))
        for group in groups
    ]
    claims = claims_of(*documents)
    found = cut_by_facts(claims, parts, told_by(claims, parts, own), documents, PACKS, CONFIG)
    return [(piece.claim.article_id, piece.claim.text, label) for piece, label in found], found


def test_a_claim_that_nobody_else_tells_is_whole() -> None:
    told, _ = cut([], LONG)
    assert told == [("a0", LONG.rstrip("."), ALONE)]


def test_a_claim_of_two_facts_is_cut_and_each_piece_can_be_read_alone() -> None:
    told, _ = cut([["di Pelabuhan", "Menteri itu tiba"], ["untuk membuka", "Pasar ikan"]], LONG, PORT, MARKET)
    assert {text for key, text, _ in told if key == "a0"} == {
        "Menteri Bagas Wiratama tiba",
        "Menteri Bagas Wiratama tiba di Pelabuhan Sawitan pada Senin pagi",
        "Menteri Bagas Wiratama tiba … untuk membuka pasar ikan",
    }


def test_pieces_of_one_fact_have_one_label() -> None:
    told, _ = cut([["Menteri Bagas", "Menteri itu"], ["untuk membuka", "Pasar ikan"]], LONG, PORT, MARKET)
    labels = {text: label for _, text, label in told}
    whole = "Menteri Bagas Wiratama tiba di Pelabuhan Sawitan pada Senin pagi"
    assert labels["Menteri itu tiba di Pelabuhan Sawitan"] == labels[whole] != ALONE


def test_facts_that_the_same_claims_tell_leave_them_whole() -> None:
    told, _ = cut([["Menteri"], ["di Pelabuhan"], ["pada Senin"], ["untuk membuka"]], LONG, LONG)
    assert [text for _, text, _ in told] == [LONG.rstrip(".")] * 2
    assert len({label for *_, label in told}) == 1


def test_a_borrowed_beginning_counts_nothing_twice() -> None:
    rescue = "Sebanyak 11 orang diselamatkan di Desa Rejosari pada Senin pagi dengan perahu karet besar."
    _, found = cut(
        [["di Desa", "Warga Desa"], ["Sebanyak 11", "Ada sebelas"]],
        rescue,
        "Warga Desa Rejosari selamat.",
        "Ada sebelas orang diselamatkan.",
    )
    counted = [piece.quantities for piece, _ in found if piece.claim.article_id == "a0"]
    assert len(counted) > 1
    assert sum(map(len, counted)) == 1


SENTENCES = st.lists(
    st.sampled_from(
        [LONG, PORT, MARKET, "Lima drone dan satu rompi diberikan di Sawitan oleh warga kota itu."]
    ),
    min_size=1,
    max_size=3,
)


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.integers(1, 5))
def test_pieces_keep_every_content_word_and_none_stands_twice(bodies: list[list[str]], kinds: int) -> None:
    documents = [read(f"a{index}", "\n".join(lines)) for index, lines in enumerate(bodies)]
    claims, parts = claims_of(*documents), sorted_claims(documents, PACKS, CONFIG, fine=True)
    groups = [tuple(range(kind, len(parts), kinds)) for kind in range(min(kinds, len(parts)))]
    told = told_by(claims, parts, groups)
    found = [piece for piece, _ in cut_by_facts(claims, parts, told, documents, PACKS, CONFIG)]
    assert len({piece.claim.id for piece in found}) == len(found)
    for key in {item.claim.article_id for item in claims}:
        before, after = (
            {stem for item in items if item.claim.article_id == key for stem in item.stems}
            for items in (claims, found)
        )
        assert before == after


def test_a_part_is_held_by_the_claim_that_has_most_of_it() -> None:
    documents = [read("a", f"{LONG}\n{MARKET}")]
    claims, parts = claims_of(*documents), sorted_claims(documents, PACKS, CONFIG, fine=True)
    for place, index in holding(claims, parts).items():
        assert parts[place].claim.sentence == claims[index].claim.sentence
