"""What stands behind a statement: each case names the reports, the expected origins, count and status."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.lang.base import load_all
from rujuk.model.statement import Disagreement, Statement, Variant
from rujuk.model.story import Reuse
from rujuk.model.text import Span
from rujuk.weigh import weigh
from weigh.builders import Report, alignment, article, claim, copy, document, outlets

WIRE = "Kantor Berita Selat"


def weighed(reports, edges=(), disagreements=()) -> Statement:
    documents = [document(report) for report in reports]
    return weigh([alignment(reports, disagreements)], documents, edges, outlets=outlets())[0]


CASES = {
    "one report alone": ([Report("a", "warta-nusa")], [("Warta Nusa", "outlet")], 1, "single"),
    "two owners that say no origin": (
        [Report("a", "warta-nusa"), Report("b", "harian-lazuardi")],
        [("Harian Lazuardi", "outlet"), ("Warta Nusa", "outlet")],
        2,
        "agreed",
    ),
    "two outlets of one owner": (
        [Report("a", "warta-nusa"), Report("b", "warta-nusa-timur")],
        [("Warta Nusa Timur", "outlet")],
        1,
        "relayed",
    ),
    "two unknown outlets": ([Report("a"), Report("b")], [("unknown", "unknown")], 1, "relayed"),
    "three outlets, one agency": (
        [
            Report("a", "warta-nusa", via=(WIRE,)),
            Report("b", "harian-lazuardi", via=("KB Selat",)),
            Report("c", "suara-tanjung", whole=(WIRE,)),
        ],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "an agency through a foreign outlet": (
        [
            Report("a", "warta-nusa", via=("Radio Teluk", WIRE)),
            Report("b", "harian-lazuardi", via=(WIRE,)),
        ],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "a relaying outlet binds those who name only it": (
        [
            Report("a", "warta-nusa", via=("Radio Teluk", WIRE)),
            Report("b", "harian-lazuardi", via=(WIRE,)),
            Report("c", "suara-tanjung", via=("Radio Teluk",)),
        ],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "two agencies": (
        [
            Report("a", "warta-nusa", via=(WIRE,)),
            Report("b", "harian-lazuardi", via=("Kantor Berita Pulau",)),
        ],
        [("Kantor Berita Pulau", "agency"), (WIRE, "agency")],
        2,
        "agreed",
    ),
    "one speaker heard by two agencies": (
        [
            Report("a", "warta-nusa", via=(WIRE,), speaker="Dimas Aryo Wibisono"),
            Report("b", "harian-lazuardi", via=("Kantor Berita Pulau",), speaker="Wibisono"),
        ],
        [("Dimas Aryo Wibisono", "person")],
        1,
        "relayed",
    ),
    "a misspelt speaker": (
        [
            Report("a", "warta-nusa", speaker="Dimitri Halvor"),
            Report("b", "harian-lazuardi", speaker="Dimitry Halvor"),
        ],
        [("Dimitri Halvor", "person")],
        1,
        "relayed",
    ),
    "two speakers": (
        [
            Report("a", "warta-nusa", speaker="Dimas Wibisono"),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [("Dimas Wibisono", "person"), ("Sari Wening", "person")],
        2,
        "agreed",
    ),
    "an agency that is itself an outlet of the story": (
        [Report("a", "kb-selat"), Report("b", "harian-lazuardi", via=(WIRE,))],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "unstated here, but the agency is cited elsewhere": (
        [
            Report("a", "warta-nusa", via=(WIRE,)),
            Report("b", "harian-lazuardi", elsewhere=(WIRE, "Kantor Berita Pulau")),
        ],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "both unstated, both cite one agency elsewhere": (
        [
            Report("a", "warta-nusa", elsewhere=(WIRE,)),
            Report("b", "harian-lazuardi", elsewhere=(WIRE,)),
        ],
        [(WIRE, "unknown")],
        1,
        "relayed",
    ),
    "unstated alone, an agency cited elsewhere": (
        [Report("a", "warta-nusa", elsewhere=(WIRE,))],
        [("Warta Nusa", "outlet")],
        1,
        "single",
    ),
    "a relaying outlet may have it from the agency cited elsewhere": (
        [
            Report("a", "warta-nusa", whole=("Radio Teluk",), elsewhere=(WIRE,)),
            Report("b", "harian-lazuardi", elsewhere=(WIRE,)),
        ],
        [(WIRE, "unknown")],
        1,
        "relayed",
    ),
    "a press conference that one report does not name in this sentence": (
        [
            Report("a", "warta-nusa", speaker="Sari Wening"),
            Report("b", "harian-lazuardi", heard=("Sari Wening",)),
        ],
        [("Sari Wening", "person")],
        1,
        "relayed",
    ),
    "a press conference that neither names here": (
        [
            Report("a", "warta-nusa", heard=("Sari Wening",)),
            Report("b", "harian-lazuardi", heard=("Wening",)),
        ],
        [("Sari Wening", "unknown")],
        1,
        "relayed",
    ),
    "an agency that may have it from a speaker heard by another": (
        [
            Report("a", "warta-nusa", via=(WIRE,), heard=("Sari Wening",)),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [("Sari Wening", "person")],
        1,
        "relayed",
    ),
    "an agency whose own word it is, whoever is quoted elsewhere": (
        [
            Report("a", "warta-nusa", speaker=WIRE, heard=("Sari Wening",)),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [(WIRE, "agency"), ("Sari Wening", "person")],
        2,
        "agreed",
    ),
    "one who saw it beside one who was told": (
        [
            Report(
                "a", "warta-nusa", words="Pantauan Warta Nusa, lima perahu rusak.", heard=("Sari Wening",)
            ),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [("Sari Wening", "person"), ("Warta Nusa", "outlet")],
        2,
        "agreed",
    ),
    "what another outlet saw is that outlet's": (
        [
            Report("a", "warta-nusa", words="Pantauan Warta Nusa, lima perahu rusak."),
            Report("b", "harian-lazuardi", words="Pantauan Warta Nusa, ombak merusak lima perahu."),
        ],
        [("Warta Nusa", "outlet")],
        1,
        "relayed",
    ),
    "the mark with a place, its dash lost, is none either": (
        [
            Report("a", "warta-nusa", words="Warta Nusa, Sembada Lima perahu rusak.", heard=("Sari Wening",)),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [("Sari Wening", "person")],
        1,
        "relayed",
    ),
    "the mark before the first words is no sign of own reporting": (
        [
            Report(
                "a", "warta-nusa", words="TANJUNG, Warta Nusa – Lima perahu rusak.", heard=("Sari Wening",)
            ),
            Report("b", "harian-lazuardi", speaker="Sari Wening"),
        ],
        [("Sari Wening", "person")],
        1,
        "relayed",
    ),
    "an agency that cites an outlet which cites it": (
        [Report("a", "kb-selat", via=("Warta Nusa",)), Report("b", "warta-nusa", via=(WIRE,))],
        None,
        1,
        "relayed",
    ),
    "an agency that cites an outlet is that outlet's": (
        [Report("a", "kb-selat", via=("Warta Nusa",)), Report("b", "warta-nusa")],
        None,
        1,
        "relayed",
    ),
    "a description may be the agency cited elsewhere": (
        [
            Report("a", "warta-nusa", speaker="Laporan itu", elsewhere=(WIRE,)),
            Report("b", "harian-lazuardi", via=(WIRE,), speaker="laporannya"),
        ],
        [(WIRE, "agency")],
        1,
        "relayed",
    ),
    "one description in two reports": (
        [Report("a", "warta-nusa", speaker="polisi"), Report("b", "harian-lazuardi", speaker="polisi")],
        [("polisi", "body")],
        1,
        "relayed",
    ),
    "a citation loop": (
        [
            Report("a", "warta-nusa", via=("Harian Lazuardi",)),
            Report("b", "harian-lazuardi", via=("Warta Nusa",)),
        ],
        None,
        1,
        "relayed",
    ),
    "a denial does not support": (
        [
            Report("a", "warta-nusa"),
            Report("b", "harian-lazuardi", modality="denied"),
            Report("c", "suara-tanjung", modality="hedged"),
        ],
        [("Warta Nusa", "outlet")],
        1,
        "single",
    ),
    "two guesses are no agreement": (
        [Report("a", "warta-nusa", modality="hedged"), Report("b", "harian-lazuardi", modality="hedged")],
        None,
        1,
        "relayed",
    ),
    "two denials agree": (
        [Report("a", "warta-nusa", modality="denied"), Report("b", "harian-lazuardi", modality="denied")],
        None,
        2,
        "agreed",
    ),
}


@pytest.mark.parametrize(("reports", "origins", "independent", "status"), CASES.values(), ids=CASES.keys())
def test_origins_count_and_status(reports, origins, independent, status) -> None:
    found = weighed(reports)
    assert (found.independent, found.status) == (independent, status)
    if origins is not None:
        assert [(origin.name, origin.kind) for origin in found.origins] == origins
    assert found.why


def test_a_body_named_as_speaker_and_as_via_is_one() -> None:
    found = weighed([Report("a", "warta-nusa", via=("Badan Pelayaran",), speaker="Badan Pelayaran")])
    assert found.origins[0].chains == ("warta-nusa < Badan Pelayaran",)


def test_chain_runs_from_the_outlet_to_the_origin() -> None:
    found = weighed([Report("a", "warta-nusa", via=("Radio Teluk", WIRE), speaker="Sari Wening")])
    assert found.origins[0].chains == ("warta-nusa < Radio Teluk < Kantor Berita Selat < Sari Wening",)
    assert found.origins[0].name == "Sari Wening"


def test_every_supporting_article_is_under_an_origin() -> None:
    reports = [
        Report("a", "warta-nusa"),
        Report("b", "warta-nusa-timur", via=(WIRE,)),
        Report("c"),
        Report("d"),
    ]
    found = weighed(reports)
    placed = {article for origin in found.origins for article in origin.article_ids}
    assert placed == set(found.article_ids)


@pytest.mark.parametrize("kind", ["verbatim", "edited", "common_original", "translation", "same_quotation"])
def test_shared_text_counts_once(kind: str) -> None:
    left, right = Report("a", "warta-nusa"), Report("b", "harian-lazuardi")
    found = weighed([left, right], [copy(left, right, kind)])
    assert (found.independent, found.status) == (1, "relayed")
    assert any("count once" in line or "counts once" in line for line in found.why)


SAME = "Lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya"


@pytest.mark.parametrize(
    ("other", "independent"),
    [
        (f"{SAME}.", 1),
        (f"{SAME} kemarin.", 1),
        ("Ombak merusak lima perahu nelayan di Pelabuhan Sukamulya.", 2),
        (f"{SAME}, yang baru diperbaiki tahun lalu oleh dinas setempat.", 2),
        ("Lima perahu rusak.", 2),
    ],
)
def test_claims_in_the_same_words_are_one_text(other: str, independent: int) -> None:
    reports = [Report("a", "warta-nusa", words=f"{SAME}."), Report("b", "harian-lazuardi", words=other)]
    found = weighed(reports)
    assert found.independent == independent
    assert any("same words" in line for line in found.why) == (independent == 1)


PROGRAMME = "Kelima direktur memiliki keahlian mendalam serta rekam jejak yang kuat dalam memimpin usaha pelayaran rakyat"


@pytest.mark.parametrize(
    ("other", "independent"),
    [
        (
            "Direktur baru itu orang lama dengan keahlian mendalam serta rekam jejak kuat memimpin pelayaran rakyat",
            1,
        ),
        ("Direktur baru itu orang lama yang ahli dan sudah bertahun-tahun memimpin pelayaran rakyat", 2),
        ("Rakyat pelayaran usaha memimpin kuat jejak rekam mendalam keahlian memiliki direktur kelima", 2),
        ("Direktur Keahlian Mendalam Rekam Jejak Kuat Memimpin Usaha Pelayaran Rakyat", 2),
    ],
    ids=["one wording", "other words", "another order", "a heading's capitals are names"],
)
def test_so_many_plain_words_in_one_order_are_one_source(other: str, independent: int) -> None:
    reports = [
        Report("a", "warta-nusa", words=f"{PROGRAMME}."),
        Report("b", "harian-lazuardi", words=f"{other}."),
    ]
    assert weighed(reports).independent == independent


@pytest.mark.parametrize(
    ("words", "independent"),
    [
        ("Saya sudah punya visi sendiri.", 1),
        ("Kami sudah punya visi sendiri.", 1),
        ("Lima perahu rusak dihantam ombak.", 2),
    ],
)
def test_who_says_one_thing_of_himself_is_one_under_two_names(words: str, independent: int) -> None:
    reports = [
        Report("a", "warta-nusa", speaker="Dimas Wibisono", words=words),
        Report("b", "harian-lazuardi", speaker="Partai Nusa Baru", words=words.replace("sudah", "kini")),
    ]
    documents = [document(report) for report in reports]
    (found,) = weigh([alignment(reports)], documents, [], outlets=outlets(), packs=load_all())
    assert found.independent == independent


def elsewhere(left: Report, right: Report, words: int) -> Reuse:
    """Return a copy of so many words, a good part of either text, that holds none of the claims."""
    low, high = sorted((left, right), key=lambda item: article(item).id)
    text = " ".join(["kata"] * words)
    spans = [Span(article(item).id, "body", 9_000, 9_000 + len(text), text, "", "") for item in (low, high)]
    return Reuse(spans[0].article_id, spans[1].article_id, "edited", None, None, 0.4, ((spans[0], spans[1]),))


@pytest.mark.parametrize(("words", "independent"), [(12, 2), (40, 1)])
def test_only_a_copy_of_some_length_is_a_whole_one(words: int, independent: int) -> None:
    """A name with its office is a third of a short report, and is no copy of it."""
    left, right = Report("a", "warta-nusa"), Report("b", "harian-lazuardi")
    assert weighed([left, right], [elsewhere(left, right, words)]).independent == independent


def test_a_stretch_that_only_ends_in_a_claim_does_not_bind_it() -> None:
    left, right = Report("a", "warta-nusa"), Report("b", "harian-lazuardi")
    edge = copy(left, right, "edited", 0.1)
    heads = [article(item).span(0, 4) for item in (left, right)]
    first, second = sorted(heads)
    assert weighed([left, right], [replace(edge, spans=((first, second),))]).independent == 2


def test_a_small_copy_elsewhere_in_the_text_binds_nothing() -> None:
    left, right = Report("a", "warta-nusa"), Report("b", "harian-lazuardi")
    first, second = sorted((document(left).sentences[1], document(right).sentences[1]))
    edge = copy(left, right, "edited", 0.1)
    edge = type(edge)(edge.left, edge.right, edge.kind, None, None, edge.score, ((first, second),))
    assert weighed([left, right], [edge]).independent == 2


@pytest.mark.parametrize(("develops", "status"), [(False, "disputed"), (True, "developing")])
def test_disagreements_decide_the_status(develops: bool, status: str) -> None:
    reports = [Report("a", "warta-nusa"), Report("b", "harian-lazuardi", words="Tujuh perahu rusak.")]
    variants = tuple(
        Variant(value, (claim(report).id,)) for value, report in zip(("5", "7"), reports, strict=True)
    )
    gap = Disagreement("number", variants, develops, "5 and 7 boats")
    assert weighed(reports, disagreements=(gap,)).status == status


def test_lead_is_asserted_and_holds_what_others_say_too() -> None:
    reports = [
        Report(
            "a", "warta-nusa", words="Lima perahu rusak, kata warga yang melihat kejadian itu dari bukit."
        ),
        Report("b", "harian-lazuardi", words="Lima perahu rusak dihantam ombak."),
        Report("c", "suara-tanjung", words="Ombak merusak lima perahu."),
        Report("d", "radio-teluk", words="Lima perahu rusak dihantam ombak besar.", modality="hedged"),
    ]
    assert weighed(reports).text == "Lima perahu rusak dihantam ombak."


OWNERS = ("warta-nusa", "harian-lazuardi", "suara-tanjung", "radio-teluk")
REPORTS = [Report(key, outlet) for key, outlet in zip("abcd", OWNERS, strict=True)]


def confirmed(pairs: list[tuple[int, int]] | None) -> Statement:
    """Return the statement of four independent reports of which these pairs are alike in words."""
    ids = [claim(report).id for report in REPORTS]
    alike = None if pairs is None else tuple((ids[left], ids[right]) for left, right in pairs)
    own = replace(alignment(REPORTS), alike=alike)
    return weigh([own], [document(report) for report in REPORTS], [], outlets=outlets())[0]


@pytest.mark.parametrize(
    ("pairs", "independent", "status"),
    [
        (None, 4, "agreed"),
        ([], 1, "relayed"),
        ([(0, 1)], 2, "agreed"),
        ([(2, 3)], 2, "agreed"),
        ([(0, 1), (1, 2)], 3, "agreed"),
        ([(0, 1), (2, 3)], 2, "agreed"),
        ([(0, 1), (1, 2), (2, 3)], 3, "agreed"),
        ([(0, 1), (0, 2), (0, 3)], 4, "agreed"),
    ],
)
def test_reports_confirm_one_another_only_in_words_that_are_alike(
    pairs, independent: int, status: str
) -> None:
    found = confirmed(pairs)
    assert (found.independent, found.status) == (independent, status)


def test_a_report_in_other_words_is_said_to_add_nothing() -> None:
    lines = [line for line in confirmed([(0, 1)]).why if "too different" in line]
    assert len(lines) == 2


@given(
    st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda pair: pair[0] < pair[1])),
    st.integers(0, 5),
)
def test_one_more_pair_alike_never_lowers_the_count(pairs: set[tuple[int, int]], more: int) -> None:
    added = [*combinations(range(4), 2)][more]
    assert confirmed([*pairs, added]).independent >= confirmed([*pairs]).independent


def test_a_speaker_heard_by_three_is_one_origin_with_three_witnesses() -> None:
    reports = [Report(key, outlet, speaker="Sari Wening") for key, outlet in zip("abc", OWNERS, strict=False)]
    relay = Report("d", "radio-teluk", speaker="Sari Wening", via=(WIRE,))
    found = weighed([*reports, relay])
    assert found.independent == 1
    assert "3 reports heard Sari Wening for themselves" in " ".join(found.why)


def test_a_speaker_in_copied_words_has_one_witness() -> None:
    left, right = (
        Report(key, outlet, speaker="Sari Wening") for key, outlet in zip("ab", OWNERS, strict=False)
    )
    assert not any("for themselves" in line for line in weighed([left, right], [copy(left, right)]).why)


def test_no_dates_no_outlets_no_citations() -> None:
    found = weighed([Report(key) for key in "abcde"])
    assert (found.independent, found.status, len(found.origins)) == (1, "relayed", 1)


def test_five_hundred_copies_are_one() -> None:
    reports = [Report(f"r{number}", f"situs-{number}") for number in range(500)]
    edges = [copy(reports[0], other) for other in reports[1:]]
    assert weighed(reports, edges).independent == 1
