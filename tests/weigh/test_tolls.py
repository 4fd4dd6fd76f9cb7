"""What reports of one event tell of its toll, and what they tell together."""

from itertools import permutations
from typing import Any

import pytest

from align.reading import read
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.errors import ProvenanceError
from rujuk.model.statement import Toll
from rujuk.weigh import TollConfig, tolls

PACKS = load_all()
VIOLENCE = TollConfig(body=True, least=1)


def report(key: str, text: str, hour: int, title: str = "", language: str = "id") -> Document:
    at = f"2026-03-03T{hour:02}:00:00+07:00"
    return read(key, text, language=language, published_at=at, title=title)


def values(*documents: Document) -> dict[str, int]:
    return {item.fate: item.value for item in tolls(documents, packs=PACKS, config=VIOLENCE)}


FIRST = report("aa", "Longsor di Rejosari menewaskan dua warga dan melukai empat orang.", 6)
SECOND = report(
    "bb", "Korban tewas akibat longsor di Rejosari bertambah menjadi 5 orang. Empat orang luka-luka.", 12
)
THIRD = report("cc", "Lima orang tewas dan tujuh luka-luka dalam longsor di Rejosari.", 18)


def test_later_reports_count_more() -> None:
    assert values(FIRST, SECOND) == {"killed": 5, "injured": 4}
    assert values(FIRST, SECOND, THIRD) == {"killed": 5, "injured": 7}


def test_reports_of_one_time_have_one_voice() -> None:
    died = report("aa", "A teenager who was shot on Monday has died.", 6, language="en")
    lives = report("bb", "A teenager was critically injured on Monday.", 6, language="en")
    assert values(died, lives) == {"killed": 1}


def test_one_moment_in_two_zones_is_one_time() -> None:
    text = "A teenager who was shot on Monday has died."
    died = read("aa", text, language="en", published_at="2026-03-02T23:00:00+00:00")
    lives = report("bb", "A teenager was critically injured on Monday.", 6, language="en")
    assert values(died, lives) == {"killed": 1}


def test_the_order_of_documents_changes_nothing() -> None:
    made = {tolls(order, packs=PACKS, config=VIOLENCE) for order in permutations([FIRST, SECOND, THIRD])}
    assert len(made) == 1


def test_each_report_is_shown_with_its_own_number_and_words() -> None:
    killed, injured = tolls([FIRST, THIRD], packs=PACKS, config=VIOLENCE)
    assert [(item.article_id, item.value) for item in killed.reports] == [("aa", 2), ("cc", 5)]
    assert [item.spans[0].text for item in injured.reports] == ["melukai empat orang", "tujuh luka-luka"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["A man was shot on Monday."], {"injured": 1}, id="struck, and nobody says more"),
        pytest.param(["A man was shot on Monday.", "A man who was shot on Monday has died."], {"killed": 1}, id="died later"),
        pytest.param(["Six people were shot, one of them fatally. One person was killed."], {"killed": 1, "injured": 5}, id="struck less killed"),
        pytest.param(["A man killed his two daughters and then killed himself."], {"killed": 3}, id="and himself"),
        pytest.param(["Three people were found dead after a man took his own life."], {"killed": 3}, id="found with the others"),
        pytest.param(["A 16-year-old boy wounded on Monday died, police said."], {"killed": 1}, id="wounded, then died"),
        pytest.param(["A girl was killed and her father was wounded."], {"killed": 1, "injured": 1}, id="another one"),
        pytest.param(["A child is in critical condition after a murder-suicide."], {"killed": 2, "injured": 1}, id="two by the word alone"),
        pytest.param(["The mother killed 2 children. She shot and killed 2 children before killing herself."], {"killed": 3}, id="by her own hand, told with the same number further down"),
        pytest.param(["A toddler was wounded on Monday. The toddler died, and the child was named."], {"killed": 1}, id="a word for any child"),
        pytest.param(["The mayor denied that two people were killed."], {}, id="denied"),
        pytest.param(["If the dam breaks, 40 people would be killed."], {}, id="not happened"),
        pytest.param(["The bridge was closed for repairs."], {}, id="nothing told"),
    ],
)  # fmt: skip
def test_english_stories(texts: list[str], expected: dict[str, int]) -> None:
    documents = [report(f"{at:02}", text, 6 + at, language="en") for at, text in enumerate(texts)]
    assert values(*documents) == expected


def test_what_stands_far_down_is_another_event() -> None:
    filler = "Warga bergotong royong membersihkan jalan desa. " * 12
    text = f"Longsor menewaskan dua orang. {filler}Tahun lalu banjir menewaskan 40 orang."
    assert values(report("aa", text, 6)) == {"killed": 2}


def test_a_language_without_a_pack_tells_nothing() -> None:
    assert tolls([report("aa", "Wong loro mati.", 6, language="jv")], packs=PACKS, config=VIOLENCE) == ()


def test_no_documents() -> None:
    empty: list[Any] = []
    assert tolls(empty, packs=PACKS, config=VIOLENCE) == ()


def test_a_toll_comes_back_from_json_as_it_was() -> None:
    made = tolls([FIRST, SECOND, THIRD], packs=PACKS, config=VIOLENCE)
    assert tuple(Toll.from_dict(item.to_dict()) for item in made) == made
    assert all(span.text in FIRST.article.text + SECOND.article.text + THIRD.article.text
               for item in made for told in item.reports for span in told.spans)  # fmt: skip


def test_a_toll_needs_a_report() -> None:
    with pytest.raises(ProvenanceError):
        Toll("killed", 3, ())


RECORD = (
    "Pasar Wanaraja dibuka lagi. "
    + "Warga menyambutnya dengan gembira. " * 15
    + "Gempa 2010 menewaskan 200 orang."
)


def test_of_reports_not_known_to_be_of_violence_two_must_tell_the_number_in_title_or_lead() -> None:
    assert [(item.fate, item.value) for item in tolls([SECOND, THIRD], packs=PACKS)] == [("killed", 5)]
    assert tolls([FIRST], packs=PACKS) == ()
    assert tolls([report("aa", RECORD, 6), report("bb", RECORD, 7)], packs=PACKS) == ()
