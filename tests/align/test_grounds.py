"""A place or a day is no fact by itself."""

import pytest

from align.reading import CONFIG, PACKS, bag, read
from rujuk.align.align import sorted_claims
from rujuk.align.claims import ReadClaim
from rujuk.align.grounds import SENTENCES, grounded, other_days, other_voices
from rujuk.align.pairs import ScoredPair
from rujuk.align.parts import part_pairs

FLOOD = "Banjir bandang melanda permukiman warga di Desa Rejosari."
ROAD = "Air sungai merendam jalan utama pada Senin pagi di Desa Rejosari."
FEAST = "Bupati menghadiri pesta panen raya di Desa Rejosari."


def kept(one: str, other: str, wanted: str, others: float) -> float:
    """Return what is left of a probability of .9 of the parts that begin so, all others having another one."""
    parts = sorted_claims([read("a", one), read("b", other)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    both = {place for place, part in enumerate(parts) if part.claim.text.startswith(wanted)}
    pairs = [
        ScoredPair(pair.left, pair.right, 0.9 if {pair.left, pair.right} <= both else others)
        for pair in compared
    ]
    found, _ = grounded(parts, compared, pairs, PACKS, CONFIG)
    return next(pair.probability for pair in found if {pair.left, pair.right} <= both)


def part(text: str, wanted: str) -> ReadClaim:
    """Return the part of a text that begins so."""
    parts = sorted_claims([read("a", text)], PACKS, CONFIG, fine=True)
    return next(item for item in parts if item.claim.text.startswith(wanted))


@pytest.mark.parametrize(
    ("other", "wanted", "others", "expected"),
    [
        (ROAD, "di Desa", 0.0, 0.0),
        (FEAST, "di Desa", 0.0, 0.0),
        (ROAD, "di Desa", CONFIG.grounds, 0.9),
    ],
    ids=["another sentence", "another event", "what happens there may be one"],
)
def test_a_place_alone_needs_a_ground(other: str, wanted: str, others: float, expected: float) -> None:
    assert kept(FLOOD, other, wanted, others) == expected


def test_what_has_words_of_its_own_needs_none() -> None:
    assert kept(FLOOD, "Banjir bandang surut.", "Banjir bandang", 0.0) == 0.9


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (
            "Kunjungan kerja bupati ke pasar lama ditunda.",
            "Kunjungan kerja bupati ke sekolah disambut pelajar.",
            "Kunjungan",
        ),
        (
            "Gubernur mengatakan bahwa jalan tol akan dibuka.",
            "Gubernur mengatakan bahwa harga beras turun.",
            "Gubernur",
        ),
    ],
    ids=["a thing without a verb", "who said something"],
)
def test_what_says_nothing_of_its_thing_needs_a_ground(one: str, other: str, wanted: str) -> None:
    parts = sorted_claims([read("a", one), read("b", other)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    compared.rows[:, SENTENCES] = 0.0
    both = {place for place, item in enumerate(parts) if item.claim.text.startswith(wanted)}
    pairs = [
        ScoredPair(pair.left, pair.right, 0.94 if {pair.left, pair.right} <= both else 0.0)
        for pair in compared
    ]
    found, _ = grounded(parts, compared, pairs, PACKS, CONFIG)
    assert max(pair.probability for pair in found) == CONFIG.average


@pytest.mark.parametrize(
    ("ground", "expected"), [((1, 3), 0.94), ((0, 3), CONFIG.average), ((1, 2), CONFIG.average)]
)
def test_a_ground_is_another_part_of_both_sentences(ground: tuple[int, int], expected: float) -> None:
    texts = (
        "Kunjungan kerja bupati ke pasar lama ditunda.",
        "Kunjungan kerja bupati ke sekolah disambut pelajar.",
    )
    parts = sorted_claims([read(*item) for item in zip("ab", texts, strict=True)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    compared.rows[:, SENTENCES] = 0.0
    sure = {(0, 2), ground}
    pairs = [ScoredPair(*key, 0.94 if key in sure else 0.0) for key in ((0, 2), (0, 3), (1, 2), (1, 3))]
    assert grounded(parts, compared, pairs, PACKS, CONFIG)[0][0].probability == expected


def unlike(one: str, other: str, wanted: str, probability: float):
    """Return what is left of this probability of the parts that begin so, in sentences that have nothing else in common, and the links."""
    parts = sorted_claims([read("a", one), read("b", other)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    compared.rows[:, SENTENCES] = 0.0
    both = {place for place, item in enumerate(parts) if item.claim.text.startswith(tuple(wanted.split("/")))}
    pairs = [
        ScoredPair(pair.left, pair.right, probability if {pair.left, pair.right} <= both else 0.0)
        for pair in compared
    ]
    firm, links = grounded(parts, compared, pairs, PACKS, CONFIG)
    return max(pair.probability for pair in firm), links


VISIT = "Kunjungan kerja bupati ke pasar lama ditunda."
OTHER_VISIT = "Kunjungan kerja bupati ke sekolah disambut pelajar."


def test_what_is_surely_one_needs_no_ground() -> None:
    sure = CONFIG.surely_one
    assert unlike(VISIT, OTHER_VISIT, "Kunjungan", sure)[0] == sure
    assert unlike(VISIT, OTHER_VISIT, "Kunjungan", sure - 0.01)[0] == CONFIG.average


def test_two_adjuncts_need_a_ground_however_alike() -> None:
    assert unlike(FLOOD, FEAST, "di Desa", 1.0) == (0.0, frozenset())


def test_parts_that_name_other_persons_need_a_ground_however_alike() -> None:
    one, other = "Wali Kota Bagas Wiratama meresmikan pasar.", "Camat Sari Wening meresmikan pasar."
    assert unlike(one, other, "Wali/Camat", 1.0) == (CONFIG.average, frozenset())
    assert unlike(one, "Bagas Wiratama meresmikan pasar.", "Wali/Bagas", 1.0)[0] == 1.0


@pytest.mark.parametrize(
    ("one", "other", "wanted", "linked"),
    [
        ("Kelompok itu dituduh merampok toko emas.", "Toko emas itu tutup.", "Kelompok/Toko", False),
        ("Kelompok itu merampok toko emas.", "Toko emas Sinar dirampok.", "Kelompok/Toko", True),
        ("Sebanyak 11 toko tutup.", "Ada 11 toko.", "Sebanyak/Ada", True),
    ],
    ids=["two words in common", "three words in common", "both count"],
)
def test_without_a_ground_words_in_common_or_figures_link(
    one: str, other: str, wanted: str, linked: bool
) -> None:
    left, links = unlike(one, other, wanted, 1.0)
    assert left == 1.0
    assert bool(links) is linked


def test_a_ground_links() -> None:
    parts = sorted_claims([read("a", FLOOD), read("b", ROAD)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    compared.rows[:, SENTENCES] = CONFIG.alike_sentences
    pairs = [ScoredPair(pair.left, pair.right, CONFIG.joins) for pair in compared]
    texts = [item.claim.text.partition(" ")[0] for item in parts]
    links = grounded(parts, compared, pairs, PACKS, CONFIG)[1]
    assert texts == ["Banjir", "di", "Air", "pada", "di"]
    assert links == {(0, 2), (0, 3), (1, 3), (1, 4)}


def test_what_only_names_a_place_links_with_another_place_or_by_other_parts() -> None:
    """That two sentences are alike links "di Kabupaten X" with no "siaran pers Badan Y Kabupaten X"."""
    parts = sorted_claims(
        [
            read("a", "Banjir merendam 300 rumah di Kabupaten Tirtamarga."),
            read("b", "Musim hujan di Kabupaten Tirtamarga mencapai puncak."),
            read("c", "Air bah masuk permukiman di Kabupaten Tirtamarga."),
        ],
        PACKS,
        CONFIG,
        fine=True,
    )
    compared = part_pairs(parts, bag, CONFIG)
    compared.rows[:, SENTENCES] = CONFIG.alike_sentences
    texts = [item.claim.text for item in parts]
    place, season, other = (
        texts.index("di Kabupaten Tirtamarga"),
        next(at for at, text in enumerate(texts) if text.startswith("Musim")),
        len(texts) - 1 - texts[::-1].index("di Kabupaten Tirtamarga"),
    )
    pairs = [
        ScoredPair(pair.left, pair.right, 0.9 if {pair.left, pair.right} <= {place, season, other} else 0.0)
        for pair in compared
    ]
    _, links = grounded(parts, compared, pairs, PACKS, CONFIG)
    assert links == {(place, other)}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("pada Selasa (3/3/2026)", "pada Rabu (4/3/2026)", True),
        ("pada Selasa (3/3/2026)", "pada 3 Maret 2026", False),
        ("pada pukul 08.00 WIB", "pada pukul 09.00 WIB", False),
    ],
)
def test_two_days_are_no_one_fact(one: str, other: str, expected: bool) -> None:
    left, right = (part(f"Bupati meninjau pasar lama {when}.", "pada") for when in (one, other))
    assert other_days(left, right, PACKS["id"].words) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [("Retno Palupi", True), ("Budi Sarwono", False), ("Sarwono", False), ("dia", False)],
)
def test_two_voices_are_no_one_fact(other: str, expected: bool) -> None:
    left, right = (
        part(f'"Api sudah padam sejak subuh tadi," kata {name} di lokasi, Selasa (3/3/2026).', "kata")
        for name in ("Budi Sarwono", other)
    )
    assert other_voices(left, right, PACKS["id"]) is expected


@pytest.mark.parametrize(
    ("other", "wanted", "expected"),
    [
        ("Gubernur Retno Palupi mengapresiasi kinerja jaksa agung.", "Gubernur", True),
        ("Budi Sarwono mengapresiasi kinerja jaksa agung.", "Budi", False),
        ("Kinerja jaksa agung menuai apresiasi banyak pihak.", "Kinerja", False),
        ('"Saya menghargai jaksa yang berani melawan mafia," kata Retno Palupi.', "Saya", True),
        ('"Saya mengapresiasi kinerja jaksa agung," kata Direktur Penuntutan.', "Saya", False),
    ],
    ids=[
        "another person does",
        "the same person",
        "nobody is named",
        "another says so too",
        "the same words",
    ],
)
def test_what_i_say_is_no_one_elses(other: str, wanted: str, expected: bool) -> None:
    left = part('"Saya mengapresiasi kinerja jaksa agung," kata Budi Sarwono.', "Saya")
    right = part(other, wanted)
    assert other_voices(left, right, PACKS["id"]) is expected
    assert other_voices(right, left, PACKS["id"]) is expected
