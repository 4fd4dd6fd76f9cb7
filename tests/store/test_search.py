import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import article
from rujuk.store import store
from rujuk.store.archive import Archive
from rujuk.store.query import MOST_WORDS, Term, find_terms, fold, read_query
from rujuk.store.snippets import WIDTH, Region, snippet
from store.stories import ARTICLES, FIRE, JEMBATAN

BY_ID = {item.id: item for item in ARTICLES}


@pytest.fixture(scope="module")
def archive(filled, packs):
    with Archive.open(filled, packs=packs) as opened:
        yield opened


def kinds(hits):
    return sorted((hit.kind, hit.snippet.article_id[0]) for hit in hits)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("jembatan", [("article", "3"), ("statement", "3")]),
        ("membangun", [("article", "3"), ("statement", "3")]),  # stands as "dibangun"
        ("GUDANG randu", [("article", "1"), ("article", "2"), ("statement", "1")]),
        ("dipadamkannya", [("article", "1"), ("quotation", "1")]),  # stands as "padamkan"
        ('"tiga jam"', [("article", "1"), ("quotation", "1")]),
        ("“tiga jam”", [("article", "1"), ("quotation", "1")]),
        ('"jam tiga"', []),
        ("jam tiga", [("article", "1"), ("quotation", "1")]),
        ("wisnu artajaya", [("article", "1"), ("quotation", "1")]),
        ("Jum’at", [("article", "2")]),
        ("55", [("article", "2"), ("statement", "2")]),  # the wording that does not lead
        ("jembatan di yang", [("article", "3"), ("statement", "3")]),
        ("gempa", []),
        ("gudang gempa", []),
        ("", []),
        ("*", []),
    ],
)
def test_search(archive, query, expected):
    hits = archive.search(query)
    assert kinds(hits) == expected
    assert archive.count(query) == len(expected)


def test_a_hit_shows_where_it_was_found(archive):
    (hit,) = [item for item in archive.search("55 mengungsi") if item.kind == "statement"]
    assert (hit.dossier_id, hit.title, hit.status, hit.independent) == (FIRE.id, FIRE.title, "disputed", 2)
    assert (hit.speaker, hit.outlet) == ("Jum'at Prawira", "Bentara Timur")
    assert hit.snippet.text == "Sebanyak 55 warga mengungsi"
    assert [mark.text for mark in hit.marks] == ["55", "mengungsi"]
    assert hit.to_dict()["marks"] == [[mark.start, mark.end] for mark in hit.marks]
    assert hit.to_dict()["dossier"] == FIRE.id


def test_a_denied_claim_is_never_shown_as_said(archive):
    (hit,) = [item for item in archive.search("dua tahun") if item.kind == "statement"]
    assert (hit.modality, hit.speaker, hit.to_dict()["modality"]) == ("denied", "Rini", "denied")


def test_a_quotation_found_by_its_speaker_shows_the_speaker(archive):
    (hit,) = [item for item in archive.search("artajaya") if item.kind == "quotation"]
    assert (hit.speaker, [mark.text for mark in hit.marks]) == ("Wisnu Artajaya", ["Artajaya"])


def test_a_discontinuous_claim_is_shown_from_end_to_end(archive):
    (hit,) = [item for item in archive.search('"menghanguskan gudang"') if item.kind == "statement"]
    assert hit.snippet.text == "Kebakaran menghanguskan gudang kayu milik warga Kampung Randu"


def test_pages_join_to_the_whole(archive):
    whole = archive.search("warga", limit=100)
    assert len(whole) == archive.count("warga") > 2
    assert tuple(hit for at in range(len(whole)) for hit in archive.search("warga", 1, at)) == whole
    assert [hit.score for hit in whole] == sorted((hit.score for hit in whole), reverse=True)


@pytest.mark.parametrize(("limit", "offset"), [(-1, 0), (0, 0), (10**30, 10**30), (5, 10**19)])
def test_a_page_outside_is_empty(archive, limit, offset):
    assert archive.search("warga", limit, offset) == ()


def test_negative_offset_starts_at_the_start(archive):
    assert archive.search("warga", 10**30, -5) == archive.search("warga")


SYNTAX = [
    '"',
    "'",
    "*",
    "(",
    ")",
    ":",
    "^",
    "-",
    "+",
    "{",
    "}",
    "\0",
    ";",
    "\ud800",
    "’",
    "AND ",
    "OR ",
    "NOT ",
    "NEAR(",
]
PIECES = st.one_of(
    st.text(), st.lists(st.sampled_from([*SYNTAX, "stems", "warga ", "٣", "½", "ⅷ", "𞤀", "́"])).map("".join)
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=PIECES)
def test_any_text_is_a_query(archive, query):
    hits = archive.search(query)
    assert archive.count(query) == len(hits)
    for hit in hits:
        assert BY_ID[hit.snippet.article_id].holds(hit.snippet)
        assert all(hit.snippet.contains(mark) and BY_ID[mark.article_id].holds(mark) for mark in hit.marks)


@pytest.mark.parametrize(
    "query",
    ['"' * 5_000, "a" * 100_000, "warga " * 20_000, "(" * 5_000, '"a b" ' * 3_000, "9" * 40, "\0" * 5_000],
    ids=["quotes", "long word", "many words", "brackets", "phrases", "digits", "nul"],
)
def test_hostile_queries(archive, query):
    assert len(archive.search(query)) == archive.count(query)


@given(
    st.text(alphabet=st.characters(categories=["L", "N", "M", "P", "Z"]), min_size=1, max_size=30),
    st.integers(0, 5),
)
def test_what_stands_in_a_text_is_found_in_it(packs, words, times):
    text = f"Menurut saksi {words} terlihat. " * (times + 1)
    terms = read_query(words, packs)
    found = find_terms(text, terms, packs["id"])
    assert {match.term for match in found} == set(range(len(terms)))


@given(
    st.lists(st.sampled_from(["warga", "mengungsi", "api", "\n", "x" * 300, "di"]), min_size=1, max_size=400),
    st.sampled_from(["warga api", "ungsi", "di", '"api di"', "x" * 300, "tiada"]),
)
def test_a_snippet_is_short_and_holds_its_marks(packs, words, query):
    own = article("5" * 16, " ".join(words))
    shown = snippet([Region(own, own.span(0, len(own.text)))], read_query(query, packs), packs)
    assert 0 < len(shown.span.text) <= WIDTH
    assert own.holds(shown.span)
    assert all(shown.span.contains(mark) for mark in shown.marks)


def test_a_snippet_prefers_the_place_with_more_terms(packs):
    own = article("5" * 16, f"Warga pulang. {'Hujan turun. ' * 60}Warga melihat api.")
    shown = snippet([Region(own, own.span(0, len(own.text)))], read_query("api warga", packs), packs)
    assert [mark.text for mark in shown.marks] == ["Warga", "api"]
    assert shown.span.text.endswith("Warga melihat api.")


def test_read_query(packs):
    assert read_query("yang", packs) == (Term(("yang",), ()),)
    assert read_query('"Kali Biru" jembatan "', packs)[0] == Term(("kali", "biru"))
    assert sum(len(term.words) for term in read_query(" ".join(map(str, range(99))), packs)) == MOST_WORDS


@pytest.mark.parametrize(
    ("word", "folded"), [("JAKARTA", "jakarta"), ("Tajikistán", "tajikistan"), ("Jum’at", "jum'at")]
)
def test_fold(word, folded):
    assert fold(word) == folded


def test_a_language_without_a_pack_is_found_by_its_words(path, packs):
    foreign = article("6" * 16, "De brug werd geopend.", language="nl")
    store([foreign, JEMBATAN], (), path=path, packs=packs)
    with Archive.open(path, packs=packs) as opened:
        (hit,) = opened.search("GEOPEND")
        assert (hit.id, [mark.text for mark in hit.marks]) == (foreign.id, ["geopend"])
