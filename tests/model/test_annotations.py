import json

from builders import article, document
from rujuk.model.annotations import (
    Attribution,
    Citation,
    Entity,
    Mention,
    ModalCue,
    Quantity,
    Quotation,
    TimeValue,
)

OWN = article(
    "a1",
    'Bagas Wiratama menyebut "sekitar 50 rumah" rusak pada 3-5 Maret 2026.',
    title="Banjir 2026",
    captions="Foto",
)


def at(words: str):
    start = OWN.text.index(words)
    return OWN.span(start, start + len(words))


SPEAKER = Attribution(at("Bagas Wiratama"), "e1", "Bagas Wiratama")
QUOTATION = Quotation(
    OWN.span(0, 42), at("sekitar 50 rumah"), "direct", at("menyebut"), SPEAKER, None, None, ("Selat",)
)
TIME = TimeValue(
    at("3-5 Maret 2026"), "2026-03-03", "2026-03-05", "day", "", "date_range.words", "DATE", "2026-03-03"
)
QUANTITY = Quantity(at("50 rumah"), 50, None, "", "rumah", "about", "number")
CUE = ModalCue(at("menyebut"), "hedged", at("rusak"), "hedge")
FULL = document(
    OWN,
    sentences=(OWN.span(0, len(OWN.text)), OWN.span(0, 4, "caption"), OWN.span(0, 11, "title")),
    mentions=(Mention(SPEAKER.span, "PER", "e1"),),
    entities=(Entity("e1", "PER", "Bagas Wiratama", ("Bagas",), ("gubernur",)),),
    times=(TIME,),
    quantities=(QUANTITY,),
    quotations=(QUOTATION,),
    citations=(Citation(SPEAKER.span, "Selat", "", "agency", OWN.span(0, len(OWN.text))),),
    modal_cues=(CUE,),
)


def test_names_by_either_way_of_counting() -> None:
    whole, name, short = at("Bagas Wiratama"), at("Bagas"), at("Wiratama")
    mentions = (
        Mention(whole, "ORG", "e1", (name, short)),
        Mention(short, "GPE", "e2"),
        Mention(name, "LOC", "e3"),
    )
    told = document(OWN, mentions=mentions)
    assert told.names() == told.names("acts_apart") == ((whole, "ORG"), (name, "LOC"))
    assert told.names("places") == ((name, "ORG"), (short, "ORG"), (short, "LOC"), (name, "LOC"))
    assert [mention.kind for mention in mentions] == ["ORG", "LOC", "LOC"]
    assert mentions[0].to_dict()["pieces"] == [[name.start, name.end], [short.start, short.end]]
    assert mentions[1].to_dict()["pieces"] == []


def test_a_document_as_data_holds_each_part_apart() -> None:
    data = FULL.to_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["sentences"] == [[0, len(OWN.text)]]
    assert data["title_annotation"]["sentences"] == [[0, 11]]
    assert data["caption_annotation"]["sentences"] == [[0, 4]]
    assert data["title_annotation"]["quantities"] == []
    assert [len(data[key]) for key in ("mentions", "times", "quantities", "quotations", "citations", "modal_cues")] == [
        1, 1, 1, 1, 1, 1,
    ]  # fmt: skip


def test_offsets_name_the_characters() -> None:
    (own,) = FULL.to_dict()["quantities"]
    assert OWN.text[own["start"] : own["end"]] == "50 rumah"
    (quotation,) = FULL.to_dict()["quotations"]
    assert OWN.text[slice(*quotation["content"])] == "sekitar 50 rumah"
    assert quotation["speaker"]["text"] == "Bagas Wiratama"


def test_an_interval_is_written_with_both_ends() -> None:
    assert TIME.to_dict()["value"] == "2026-03-03/2026-03-05"
    one = TimeValue(TIME.span, "2026-03-03", "2026-03-03", "day", "", "", "DATE", "2026-03-03")
    assert one.to_dict()["value"] == "2026-03-03"
    vague = TimeValue(TIME.span, "", "", "duration", "", "", "DURATION", "PT3H")
    assert vague.to_dict()["value"] == "PT3H"


def test_only_an_exact_number_is_not_approximate() -> None:
    assert QUANTITY.approximate
    assert not Quantity(QUANTITY.span, 50, None, "", "rumah", "exact", "number").approximate


def test_an_attribution_reads_back() -> None:
    data = {**SPEAKER.to_dict(), "prefix": SPEAKER.span.prefix, "suffix": SPEAKER.span.suffix}
    assert Attribution.from_dict(data, "a1", "body") == SPEAKER


def test_an_unknown_outlet_is_null() -> None:
    (own,) = FULL.to_dict()["citations"]
    assert own["outlet"] is None


def test_an_entity_is_found_by_its_id() -> None:
    assert FULL.entity("e1") == FULL.entities[0]
    assert FULL.entity("e2") is None
