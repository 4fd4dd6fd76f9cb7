import pytest

from rujuk.render.reasons import reason, reasons
from rujuk.render.wording import wording
from rujuk.weigh import reasons as weigh


def test_every_reason_of_the_weighing_is_known() -> None:
    labels = wording("en").labels
    assert {
        key.removeprefix("why."): label for key, label in labels.items() if key.startswith("why.")
    } == weigh.REASONS


@pytest.mark.parametrize("token", sorted(weigh.REASONS))
def test_every_reason_is_said_in_indonesian_with_its_values(token: str) -> None:
    values = {
        "origin": "Kantor Berita Rantau",
        "articles": 3,
        "outlet": "Warta Nusa",
        "outlets": "Warta Nusa, Kabar Selat",
        "relay": "Kantor Berita Teluk",
    }
    values |= {
        "left": "Warta Nusa",
        "right": "Kabar Selat",
        "modality": "hedged",
        "lead": "asserted",
        "element": "number",
    }
    line = weigh.say(token, **values)
    words = {**values, "modality": "diduga", "lead": "dinyatakan", "element": "jumlah"}
    assert reason(line, wording("id")) == wording("id").text(f"why.{token}", **words)


def test_an_unknown_reason_stays_as_it_is() -> None:
    assert reasons(["angka pasti yang tidak sama", "{x} {0}"], wording("id")) == (
        "angka pasti yang tidak sama",
        "{x} {0}",
    )
