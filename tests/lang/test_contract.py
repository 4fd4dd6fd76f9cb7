"""What every language pack keeps: it loads whole, its examples come out as they are marked, its cues do not contradict."""

import pytest

from annotate.reader import read
from markup import marked, parse
from rujuk.annotate.modality import RULES
from rujuk.lang.base import HERE, codes, load
from rujuk.model.annotations import Document, Quotation

QUOTED = ("speaker", "role", "cue", "content", "via")
KINDS = {"PER": "per", "ORG": "org", "LOC": "loc"}


def examples(section: str) -> list[object]:
    """Return every example of a section of every pack, with the pack's code."""
    return [
        pytest.param(code, example, id=f"{code}-{number}")
        for code in codes()
        for number, example in enumerate(getattr(load(code), section).examples)
    ]


@pytest.mark.parametrize("code", codes())
def test_pack_loads(code: str) -> None:
    assert load(code).code == code


@pytest.mark.parametrize("code", codes())
def test_pack_says_where_its_lists_are_from(code: str) -> None:
    notes = (HERE / code / "SOURCES.md").read_text(encoding="utf-8")
    for name in ("sentences", "names", "speech", "modality", "words"):
        assert f"{name}.toml" in notes


@pytest.mark.parametrize("code", codes())
def test_no_abbreviation_is_in_both_lists(code: str) -> None:
    pack = load(code).sentences
    assert not set(pack.abbreviations) & set(pack.closing_abbreviations)


@pytest.mark.parametrize("code", codes())
def test_no_modal_cue_is_a_pseudo_cue(code: str) -> None:
    pack = load(code).modality
    assert not modal_cues(code) & set(pack.pseudo)


@pytest.mark.parametrize("code", codes())
def test_what_changes_its_object_is_a_modal_cue(code: str) -> None:
    assert set(load(code).modality.onward) <= modal_cues(code)


def modal_cues(code: str) -> set[str]:
    pack = load(code).modality
    return {cue for rule, _ in RULES for cue in getattr(pack, rule)}


@pytest.mark.parametrize("code", codes())
def test_cues_are_in_lower_case(code: str) -> None:
    pack = load(code)
    lists = (
        pack.speech.following,
        pack.speech.preceding,
        pack.speech.relays,
        pack.modality.hedge,
        pack.modality.negation,
    )
    assert all(cue == cue.lower() for cues in lists for cue in cues)


@pytest.mark.parametrize(("code", "example"), examples("sentences"))
def test_sentence_example(code: str, example: str) -> None:
    text, spans = parse(example)
    assert [span.text for span in read(text, language=code).sentences] == [span.text for span in spans]


@pytest.mark.parametrize(("code", "example"), examples("names"))
def test_name_example(code: str, example: str) -> None:
    found = read(parse(example)[0], language=code).mentions
    bare = {(KINDS[item.kind], form.text) for item in found for form in item.forms}
    assert bare == marked(example)


@pytest.mark.parametrize(("code", "example"), examples("modality"))
def test_modality_example(code: str, example: str) -> None:
    found = read(parse(example)[0], language=code).modal_cues
    assert {(item.rule, item.span.text) for item in found if item.rule != "question_mark"} == marked(example)


@pytest.mark.parametrize(("code", "example"), examples("speech"))
def test_speech_example(code: str, example: str) -> None:
    document = read(parse(example)[0], language=code)
    assert quoted(document) == marked(example, *QUOTED)


@pytest.mark.parametrize(("code", "example"), examples("casualties"))
def test_casualty_example(code: str, example: str) -> None:
    found = read(parse(example)[0], language=code).casualties
    assert {(f"{item.fate}_{item.value}", item.span.text) for item in found} == marked(example)


def quoted(document: Document) -> set[tuple[str, str]]:
    """Return what was read of a document's quotations, as tags and texts."""
    return {pair for item in document.quotations for pair in parts(item)}


def parts(item: Quotation) -> set[tuple[str, str]]:
    """Return content, cue, speaker and role of a quotation as tags and texts."""
    spans = {
        "content": item.content,
        "cue": item.cue,
        "speaker": item.speaker.span if item.speaker else None,
        "role": item.role.span if item.role else None,
    }
    return {(tag, span.text) for tag, span in spans.items() if span}
