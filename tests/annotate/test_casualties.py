"""Who was killed and who injured, and how many: counted, listed, one by one, and what only looks like it."""

import pytest

from annotate.reader import read

KILLED, INJURED, STRUCK = "killed", "injured", "struck"


def told(text: str, language: str) -> list[tuple[str, int | None]]:
    """Return fate and number of each casualty that is read in a text."""
    return [(item.fate, item.value) for item in read(text, language=language).casualties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sebanyak 5 orang warga tewas akibat longsor.", [(KILLED, 5)], id="classifier and noun"),
        pytest.param("Kecelakaan itu menewaskan sedikitnya 12 orang dan melukai 30 lainnya.", [(KILLED, 12), (INJURED, 30)], id="behind the verb"),
        pytest.param("Tiga orang, dua di antaranya anak-anak, meninggal dunia.", [(KILLED, 3)], id="some of them between"),
        pytest.param("Ibu dan anaknya tewas tertimbun longsor.", [(KILLED, 2)], id="a list"),
        pytest.param("Keduanya meninggal di lokasi kejadian.", [(KILLED, 2)], id="a word for two"),
        pytest.param("Sopir truk tewas, dua penumpang luka berat.", [(KILLED, 1), (INJURED, 2)], id="one and two"),
        pytest.param("Jumlah korban tewas kini mencapai 21 orang.", [(KILLED, 21)], id="toll"),
        pytest.param("Lima korban tewas dievakuasi.", [(KILLED, 5)], id="number before the toll's noun"),
        pytest.param("Ledakan menewaskan dua perampok.", [(KILLED, 2)], id="a noun that no list has"),
        pytest.param("Dua hari kemudian korban meninggal.", [(KILLED, None)], id="days are no victims"),
        pytest.param("Tidak ada korban jiwa dalam peristiwa itu.", [], id="nobody"),
        pytest.param("Pelaku nyaris tewas dikeroyok.", [], id="nearly"),
        pytest.param("Seorang pria menembak istrinya lalu bunuh diri.", [(STRUCK, 1), (KILLED, 1)], id="own hand"),
    ],
)  # fmt: skip
def test_indonesian(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(text, "id") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The fire left one dead and three wounded.", [(KILLED, 1), (INJURED, 3)], id="left"),
        pytest.param("A truck hit the stall, killing at least 12 people and injuring two others.", [(KILLED, 12), (INJURED, 2)], id="bound"),
        pytest.param("A woman, her mother and two children were found dead.", [(KILLED, 4)], id="a list with numbers"),
        pytest.param("Three men and a boy were wounded.", [(INJURED, 4)], id="several and one"),
        pytest.param("The blast killed Brian Holt, 56, and left five others injured.", [(KILLED, 1), (INJURED, 5)], id="a list ends where others are left"),
        pytest.param("A father of two young children was killed.", [(KILLED, 1)], id="whose children are counted"),
        pytest.param("Officers found two men suffering from gunshot wounds.", [("struck", 2)], id="wounds they were found with"),
        pytest.param("The driver is in critical but stable condition.", [(INJURED, 1)], id="condition"),
        pytest.param("A mother of two was killed on Monday.", [(KILLED, 1)], id="a mother of two is one"),
        pytest.param("He shot his friend, a 32-year-old man.", [(STRUCK, 1)], id="apposition is nobody else"),
        pytest.param("A 14-year-old boy and a 3-year-old girl died.", [(KILLED, 2)], id="ages"),
        pytest.param("Police shot and killed a man.", [(KILLED, 1)], id="two verbs, one cue"),
        pytest.param("The man was shot to death in the 700 block of Elm Street.", [(KILLED, 1)], id="a block is no number"),
        pytest.param("Two days later he died.", [(KILLED, 1)], id="days are no victims"),
        pytest.param("A second victim died on Sunday.", [(KILLED, 2)], id="ordinal"),
        pytest.param("Police investigate a double homicide.", [(KILLED, 2)], id="double"),
        pytest.param("It was one of the killings of 2015.", [], id="a year is no number"),
        pytest.param("She killed her 30-year-old daughter and two young grandchildren before turning the gun on herself.", [(KILLED, 3), (KILLED, 1)], id="relatives of a list"),
        pytest.param("He shot and killed his wife, their 4-year-old son and his mother-in-law, then himself.", [(KILLED, 3), (KILLED, 1)], id="relatives by marriage"),
        pytest.param("Dana Ellery killed her daughter, Maren Ellery, and her father, Oswin Brask, 50, on Monday.", [(KILLED, 2)], id="relatives with their names"),
        pytest.param("A girl has died and her mother remains in the hospital.", [(KILLED, 1), (INJURED, 1)], id="in hospital still"),
        pytest.param("Another child was taken to a local hospital with minor injuries.", [(INJURED, 1)], id="taken to hospital"),
        pytest.param("Image 1 of 8 A child was shot at a home.", [(STRUCK, 1)], id="a picture's number"),
        pytest.param("Owen Ellery, 18, and Jon Brask, 19, shot into a home.", [], id="who shot"),
        pytest.param("No one was injured.", [], id="nobody"),
        pytest.param("The bus was not hurt by a dead end.", [], id="false friend"),
    ],
)  # fmt: skip
def test_english(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Parents, 2 children dead in Halden fire", [(KILLED, 4)], id="a comma joins"),
        pytest.param("Grandmother kills daughter, two grandchildren, self", [(KILLED, 4)], id="and whoever did it"),
        pytest.param("Maren Ellery, mother of two, killed in crash", [(KILLED, 1)], id="behind a name the same one"),
    ],
)  # fmt: skip
def test_headlines(title: str, expected: list[tuple[str, int | None]]) -> None:
    found = read("The village was quiet on Monday.", title=title, language="en").casualties
    assert [(item.fate, item.value) for item in found] == expected


def test_victims_are_told_by_age_or_noun() -> None:
    found = read("A 14-year-old boy and his mother were killed.", language="en").casualties
    assert [item.victims for item in found] == [("14-year-old", "mother")]


def test_a_named_victim_is_told_by_the_entity() -> None:
    document = read("Polisi menyebut Bagas Wiratama tewas di lokasi.")
    (found,) = document.casualties
    entity = document.entity(found.victims[0])
    assert entity is not None
    assert entity.name == "Bagas Wiratama"


@pytest.mark.parametrize(
    "text", ["tewas " * 3_000, "dua orang, " * 3_000 + "tewas", "korban tewas dan " * 2_000]
)
def test_hostile_text_is_read_in_bounded_steps(text: str) -> None:
    assert len(read(text).casualties) <= len(text)
