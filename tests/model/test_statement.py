import pytest

from builders import article, claim
from rujuk.model.errors import ProvenanceError
from rujuk.model.statement import Claim, Disagreement, Origin, Statement, Variant


def statement(*claims: Claim, **changes: object) -> Statement:
    lead = claims[0]
    values: dict[str, object] = {
        "text": lead.text,
        "lead": lead.id,
        "status": "single",
        "claims": claims,
        "disagreements": (),
        "origins": (Origin("Warta Nusa", "outlet", (lead.article_id,), ("Warta Nusa",)),),
        "independent": 1,
        "why": ("one article",),
    }
    return Statement(**{**values, **changes})  # type: ignore[arg-type]


ONE = claim(article("a1", "Kapal itu tenggelam di selat."), "Kapal itu tenggelam")
TWO = claim(article("a2", "Sebuah kapal tenggelam kemarin."), "kapal tenggelam")


def test_a_claim_without_spans_is_an_error() -> None:
    with pytest.raises(ProvenanceError, match="at least one span"):
        Claim((), ONE.sentence, "asserted", None, (), ONE.elements)


def test_a_claim_outside_its_sentence_is_an_error() -> None:
    with pytest.raises(ProvenanceError, match="outside its sentence"):
        Claim(ONE.spans, TWO.sentence, "asserted", None, (), ONE.elements)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("Kapal itu tenggelam, kata Kapten Rangga.", ["Kapal itu tenggelam"], True),
        ("Warta Nusa, Sembada - Kapal itu tenggelam.", ["Kapal itu tenggelam"], True),
        ("Ia berkata, “Kapal itu tenggelam.”", ["Kapal itu tenggelam"], True),
        ("20 awak kapal selamat.", ["20 awak kapal selamat"], True),
        ("Warga melihat kapal itu tenggelam.", ["kapal itu tenggelam"], False),
        ("Warga di Pulau Karsa melihat kapal.", ["Pulau Karsa melihat kapal"], False),
        ("Kapal itu tenggelam di selat.", ["Kapal itu tenggelam"], False),
        ("Kapal itu membawa semen dan kini tenggelam.", ["Kapal itu", "tenggelam"], False),
    ],
    ids=["up to a comma", "a dateline", "a quote", "a figure", "small letters", "a name within", "what goes on", "two pieces"],
)  # fmt: skip
def test_a_claim_reads_alone(text: str, pieces: list[str], expected: bool) -> None:
    assert claim(article("a1", text), *pieces).reads_alone is expected


def test_claim_round_trip_and_identity() -> None:
    assert Claim.from_dict(ONE.to_dict()) == ONE
    own = article("a1", "Kapten membawa lima kotak dan dua peti.")
    apart = claim(own, "Kapten membawa", "dua peti")
    data = apart.to_dict()
    assert "start" not in data
    assert [piece["text"] for piece in data["spans"]] == ["Kapten membawa", "dua peti"]
    assert Claim.from_dict(data) == apart


def test_a_claim_with_a_moved_offset_does_not_load() -> None:
    data = ONE.to_dict()
    with pytest.raises(ProvenanceError, match="give the id"):
        Claim.from_dict({**data, "start": data["start"] + 1, "end": data["end"] + 1})


def test_statement_round_trip() -> None:
    gap = Disagreement("number", (Variant("5", (ONE.id,)), Variant("6", (TWO.id,))), False, "5 / 6")
    own = statement(ONE, TWO, status="disputed", disagreements=(gap,))
    assert Statement.from_dict(own.to_dict()) == own
    assert own.article_ids == ("a1", "a2")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": "Kapal itu selamat"}, "not that of one of its claims"),
        ({"lead": TWO.id}, "not that of one of its claims"),
        ({"independent": 2}, "2 independent of 1"),
        ({"status": "agreed"}, "two independent origins"),
        (
            {
                "disagreements": (
                    Disagreement("number", (Variant("5", (ONE.id,)), Variant("6", (TWO.id,))), False, ""),
                )
            },
            "not its own",
        ),
    ],
)
def test_a_statement_that_promises_too_much_is_an_error(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ProvenanceError, match=message):
        statement(ONE, **changes)


def test_a_statement_without_claims_is_an_error() -> None:
    with pytest.raises(ProvenanceError):
        Statement("x", "y", "single", (), (), (), 0, ())


def test_a_disagreement_needs_two_variants() -> None:
    with pytest.raises(ProvenanceError, match="two variants"):
        Disagreement("number", (Variant("5", (ONE.id,)),), False, "")
