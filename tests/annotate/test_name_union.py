import re

import pytest

from annotate.reader import article, outlets
from rujuk.annotate.mentions import read_names
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import read_sentence
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load

MARKED = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def marks(line: str) -> list[Labelled]:
    found, cut = [], 0
    for match in MARKED.finditer(line):
        start = match.start() - cut
        found.append(Labelled(start, start + len(match[1]), match[2]))
        cut += len(match[0]) - len(match[1])
    return found


def named(*lines: str, code: str = "id") -> list[tuple[str, str]]:
    """The names read in the last of these sentences, whose labels are marked in them."""
    plain = [MARKED.sub(r"\1", line) for line in lines]
    page = article(" ".join(plain))
    sentences = [read_sentence(span) for span in read_sentences(page, "body", load(code).sentences)]
    assert [each.span.text for each in sentences] == plain
    names = read_names(sentences, load(code), outlets(), labels=[marks(line) for line in lines])
    last = sentences[-1].span
    return [(each.text, each.label) for each in names if each.start >= last.start]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Kesepakatan [Moskow|PER] itu batal.", [("Moskow", "LOC")], id="a listed city is no person"),
        pytest.param("Utusan [Korea Utara|ORG] pulang.", [("Korea Utara", "LOC")], id="a listed country is no body"),
        pytest.param("Menurut Russia [Today|ORG], jembatan itu putus.", [("Russia Today", "ORG")], id="an outlet is not cut"),
        pytest.param("Utusan [Korea|LOC] Utara pulang.", [("Korea Utara", "LOC")], id="a country is not cut"),
        pytest.param("Kemarin Jepang menolak usul itu.", [("Jepang", "LOC")], id="a listed country that no label touches"),
        pytest.param("Warga berlari ke [lapangan|LOC] itu.", [], id="a common noun"),
        pytest.param("Roket lepas dari [kosmodrom Sembadny|LOC].", [("Sembadny", "LOC")], id="words before the name"),
        pytest.param("Kata [Bandar Lampung|PER] kemarin.", [("Bandar Lampung", "LOC")], id="a town of the gazetteer"),
        pytest.param("Kata [Medan Wicaksono|PER] kemarin.", [("Medan Wicaksono", "PER")], id="a person with a place in the name"),
        pytest.param("Jalan di wilayah [Sembadny|PER] rusak.", [("Sembadny", "LOC")], id="after the head of a place"),
        pytest.param("Kata AKBP Kemas [Indra Wicaksono|PER] kemarin.", [("Kemas Indra Wicaksono", "PER")], id="a name from its rank on"),
        pytest.param("Kata Kombes Pol Gagah [Wicaksono|PER] kemarin.", [("Gagah Wicaksono", "PER")], id="a rank of two words"),
        pytest.param("Kata Kapten [Persada|ORG] [Damar|PER] kemarin.", [("Persada", "ORG"), ("Damar", "PER")], id="a labelled body behind a rank"),
        pytest.param("Kata Kolonel Rusia [Damar Sembadov|PER].", [("Rusia", "LOC"), ("Damar Sembadov", "PER")], id="a country behind a rank"),
        pytest.param("Kata Brigjen Purn [Damar Wicaksono|PER].", [("Damar Wicaksono", "PER")], id="a word of a rank is no name"),
        pytest.param("Kata Camat Kemas [Indra Wicaksono|PER].", [("Indra Wicaksono", "PER")], id="an office has its place behind it"),
        pytest.param("Kapten Tim [Damar Wicaksono|PER] cedera.", [("Damar Wicaksono", "PER")], id="a head of bodies behind a rank"),
        pytest.param("Kata Kabid Humas [Polda|ORG] [Sumut|LOC] kemarin.", [("Polda Sumut", "ORG")], id="a body's head with its place"),
        pytest.param("Kata [Kementerian Kesehatan RI|ORG] kemarin.", [("Kementerian Kesehatan", "ORG")], id="a word after a body"),
        pytest.param("Kata [Kementerian Hukum dan HAM|ORG] kemarin.", [("Kementerian Hukum dan HAM", "ORG")], id="a body's own last word"),
        pytest.param("Kata [Cak Imin|PER] kemarin.", [("Cak Imin", "PER")], id="a listed name that begins like a title"),
        pytest.param("Kapal tiba di [Sembadny Fukushima|LOC].", [("Sembadny Fukushima", "LOC")], id="a place named after a town"),
        pytest.param("Menurut [kantor berita Rusia|ORG], jembatan putus.", [("Rusia", "LOC")], id="an agency without a name"),
        pytest.param("Menurut [Kapusdatin|PER] [BPBD|ORG], banjir surut.", [("BPBD", "ORG")], id="a role is no person"),
        pytest.param("Kata Irjen [Pol|ORG] [Damar Wicaksono|PER] kemarin.", [("Damar Wicaksono", "PER")], id="a word of a rank"),
        pytest.param("Kata Dirjen [Hubdar|PER], [Damar Wicaksono|PER].", [("Damar Wicaksono", "PER")], id="the field of a role"),
        pytest.param("Kata [Kapolda Sumut|ORG] kemarin.", [("Sumut", "LOC")], id="a role with its place is no body"),
        pytest.param('"Surut," ujar [Damar|PER].[Unduh|PER] kini.', [("Damar", "PER")], id="a word that a scraper glued"),
        pytest.param("Kapal tiba pukul 16.30 [Wita|LOC] kemarin.", [], id="a zone of the clock is no name"),
        pytest.param("Pada hari [Jumat|PER] kapal tiba.", [], id="a day is no person"),
        pytest.param("Penumpang KMP [Seruni Jaya|PER] selamat.", [], id="a ship is no person"),
        pytest.param("Ia naik fregat Marsekal [Sembadov|PER].", [], id="a ship with a rank in its name"),
        pytest.param("Ia naik fregat [Marsekal Sembadov|PER].", [], id="a rank that is labelled with the ship"),
        pytest.param("Ia bertemu [Marsekal Sembadov|PER].", [("Sembadov", "PER")], id="a rank of a person"),
        pytest.param("Menjelang [Mukernas|PER], ia diam.", [], id="a meeting is no person"),
        pytest.param("[Rombongan|PER] sempat berhenti.", [], id="a company of people is no person"),
        pytest.param("Penampilan bintang [Damar Wicaksono|PER] memukau.", [("Damar Wicaksono", "PER")], id="a star is one"),
        pytest.param("Menurut [Damar Wicaksono|PER], banjir surut.", [("Damar Wicaksono", "PER")], id="no list knows it"),
    ],
)  # fmt: skip
def test_what_lists_know_beside_labels(line: str, names: list[tuple[str, str]]) -> None:
    assert named(line) == names


def test_the_place_of_an_office_is_no_part_of_the_person() -> None:
    """The article tells that it is a place; no list knows it."""
    before = "Ia tinggal di [Kesmira|LOC] dan lahir di [Kesmira|LOC]."
    line = "Kata Perdana Menteri [Kesmira Halim Joren|PER] kemarin."
    assert named(before, line) == [("Kesmira", "LOC"), ("Halim Joren", "PER")]


def test_the_outlet_of_a_dateline_is_no_name() -> None:
    assert named("[SEMBADA|PER], [KABAR SEMBADA|ORG] - Banjir surut.") == [("SEMBADA", "LOC")]


def test_a_label_of_several_listed_names_is_read_as_rules_do() -> None:
    assert named("Sterilisasi oleh [Jibom Brimob Polda Sumut|PER] selesai.")[-1] == ("Polda Sumut", "ORG")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "[The|ORG] [Wexley County Sheriff's Office|ORG] said so.",
            [("Wexley County Sheriff's Office", "ORG")],
        ),
        (
            "The [Wexley County Prosecutor|ORG]’s office said so.",
            [("Wexley County Prosecutor’s office", "ORG")],
        ),
        (
            "Officials of the [Ostrava|ORG] [Department of Natural Resources|ORG] left.",
            [("Ostrava Department of Natural Resources", "ORG")],
        ),
        ("[Rock Valley|LOC] police said so.", [("Rock Valley police", "ORG")]),
        ("[Rock Valley|LOC] police officer Mary left.", [("Rock Valley", "LOC")]),
        ("[Mary Bright|PER] police said so.", [("Mary Bright", "PER")]),
        ("[Mary Bright's|PER] sister left.", [("Mary Bright", "PER")]),
        ("Rock Valley'[s|LOC] sister left.", []),
    ],
    ids=[
        "an article",
        "an office in small letters",
        "cut in two",
        "police of a place",
        "an officer",
        "a person",
        "a clitic",
        "a clitic alone",
    ],
)
def test_what_an_english_body_goes_on_to_behind_its_place(line: str, names: list[tuple[str, str]]) -> None:
    assert [item for item in named(line, code="en") if item[0] != "Mary"] == names
