"""Modal cues: rule, modality and reach."""

import pytest

from annotate.reader import read
from markup import parse

CASES = {
    "hedge": ("hedge", "hedged", "<reach>Pelaku <cue>diduga</cue> lari ke hutan</reach>, sementara warga menunggu."),
    "hearsay": ("hearsay", "hedged", "<reach><cue>Konon</cue> waduk itu angker</reach>, tetapi warga tetap datang."),
    "denial reaches to the end": ("denial", "denied", "Bupati <reach><cue>membantah</cue> menerima uang, termasuk dari warga.</reach>"),
    "negation": ("negation", "denied", "<reach>Mereka <cue>tidak</cue> meneken perjanjian apa pun</reach>, lalu pulang."),
    "plan": ("plan", "planned", "<reach>Rombongan <cue>akan</cue> berangkat besok</reach>, setelah hujan reda."),
    "forecast": ("forecast", "planned", "<reach>Kerugian <cue>diperkirakan</cue> dua miliar rupiah</reach>, menurut warga."),
    "question": ("question", "asked", "<reach><cue>Benarkah</cue> waduk itu jebol</reach>, tanya warga."),
    "after the verb of saying": ("negation", "denied", "Warga mengatakan <reach><cue>tidak ada</cue> korban</reach>, lalu pulang."),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "modality", "example"), CASES.values(), ids=CASES.keys())
def test_cue(rule: str, modality: str, example: str) -> None:
    text, spans = parse(example)
    wanted = {span.tag: (span.start, span.end) for span in spans}
    found = read(text).modal_cues[0]
    assert (found.rule, found.modality) == (rule, modality)
    assert {
        "cue": (found.span.start, found.span.end),
        "reach": (found.reach.start, found.reach.end),
    } == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tidak hanya rumah, sawah pun terendam.",
        "Pelakunya tak lain adiknya sendiri.",
        "Mereka datang tak lama kemudian.",
        "Akan tetapi, warga menolak.",
    ],
)
def test_pseudo_cues_are_none(text: str) -> None:
    assert read(text).modal_cues == ()


def test_question_mark_asks_the_whole_sentence() -> None:
    found = read("Siapa pemilik waduk itu?").modal_cues
    assert [(item.rule, item.reach.text) for item in found] == [("question_mark", "Siapa pemilik waduk itu?")]
