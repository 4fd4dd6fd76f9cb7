"""The language of a text: declared, told, and what decides between near ones."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.facts.language import _second_detector, declared_language, identify
from rujuk.lang.base import load_all
from rujuk.outlets.base import load

PACKS = load_all()
OUTLETS = load()
INDONESIAN = (
    "Bupati Wantuli, Retno Palupi, meninjau gudang beras yang roboh diterjang angin kencang pada Senin malam. "
    "Menurut dia, sedikitnya empat ton beras basah dan tidak dapat dibagikan lagi kepada warga."
)
MALAY = (
    "Polis Diraja berkata kemalangan itu berlaku pada pukul lapan malam ketika mangsa dalam perjalanan pulang "
    "dari pejabat, kata ketua polis daerah kepada pemberita."
)
SUNDANESE = (
    "Bupati nepungan warga di balé désa dina poé Senén isuk-isuk. Anjeunna nétélakeun yén bantuan béas bakal datang "
    "minggu hareup. Warga anu imahna ruksak dipiharep sabar heula, sabab jalan ka lembur masih kénéh kahalangan ku taneuh."
)
JAVANESE = (
    "Bupati nemoni warga ing balai desa nalika dina Senin esuk. Panjenengane ngendika yen bantuan beras bakal teka minggu "
    "ngarep. Warga sing omahe rusak dijaluk sabar dhisik, amarga dalan menyang desa isih ketutup lemah longsor."
)
ACEHNESE = (
    "Bupati geujak bak gampông nyan bak uroe Seunanyan beungoh. Geupeugah bahwa bantuan breueh euntreuk trôk lam minggu u "
    "keue. Ureueng gampông nyang rumohjih ka reulöh geulakèe beusaba ilèe."
)
GERMAN = "Die Fähre hatte achtundvierzig Fahrgäste an Bord, als sie am Dienstagabend in der Meerenge in Brand geriet."
ICELANDIC = "Ferjan var með fjörutíu og átta farþega um borð þegar eldur kom upp í henni á þriðjudagskvöld."

needs_pycld2 = pytest.mark.skipif(_second_detector() is None, reason="no wheel of pycld2 for this machine")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(INDONESIAN, "id", id="Indonesian"),
        pytest.param(MALAY, "ms", id="Malay"),
        pytest.param(SUNDANESE, "su", id="Sundanese", marks=needs_pycld2),
        pytest.param(JAVANESE, "jv", id="Javanese"),
        pytest.param(ACEHNESE, "id", id="Acehnese is read with the Indonesian pack"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param(ICELANDIC, "is", id="a language that no pack names"),
        pytest.param("12 34 56 78 90", "und", id="no letters"),
        pytest.param("Api besar", "und", id="too few letters"),
        pytest.param("", "und", id="nothing"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert identify(text, PACKS, None) == (language, language != "und")


@pytest.mark.parametrize(
    ("outlet", "found"),
    [(None, ("ms", True)), ("bernama", ("ms", True)), ("detik", ("id", False))],
)
def test_a_neighbour_is_decided_by_the_outlets_country(outlet: str | None, found: tuple[str, bool]) -> None:
    assert identify(MALAY, PACKS, OUTLETS.get(outlet) if outlet else None) == found


@pytest.mark.parametrize(
    "text", [pytest.param(SUNDANESE, marks=needs_pycld2), JAVANESE, GERMAN], ids=["su", "jv", "de"]
)
def test_an_outlets_country_makes_no_other_language_indonesian(text: str) -> None:
    assert identify(text, PACKS, OUTLETS.get("detik")) == identify(text, PACKS, None)


@needs_pycld2
def test_sundanese_with_an_indonesian_quotation_stays_sundanese() -> None:
    quoted = f'{SUNDANESE} "Kami akan memperbaiki jalan itu secepatnya," kata Retno Palupi.'
    assert identify(quoted, PACKS, None) == ("su", True)


@needs_pycld2
@pytest.mark.parametrize("mark", ["\0", "\x1b[0m", "\u2028", "\ufffe"])
def test_control_characters_cost_no_second_opinion(mark: str) -> None:
    assert identify(SUNDANESE.replace(" ", f" {mark}", 3), PACKS, None) == ("su", True)


@pytest.fixture
def _without_pycld2(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "pycld2", None)
    _second_detector.cache_clear()
    yield
    _second_detector.cache_clear()


@pytest.mark.usefixtures("_without_pycld2")
def test_where_pycld2_is_not_installed_sundanese_is_told_as_javanese() -> None:
    assert identify(SUNDANESE, PACKS, None) == ("jv", True)
    assert identify(INDONESIAN, PACKS, None) == ("id", True)


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    code, _ = identify(text, PACKS, None)
    assert 2 <= len(code) <= 8
    assert identify(text, PACKS, None)[0] == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("id", "id"),
        ("EN-us", "en"),
        ("Bahasa", None),
        ("INDONESIA", "id"),
        ("english", "en"),
        ("su", "su"),
        ("", None),
    ],
)
def test_declared_languages(said: str, code: str | None) -> None:
    assert declared_language(said, PACKS) == code
