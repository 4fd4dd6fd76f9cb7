"""Modal cues: rule, modality and reach."""

import pytest

from annotate.reader import read
from markup import parse
from rujuk.model.annotations import modality_of

CASES = {
    "hedge": ("hedge", "hedged", "<reach>Pelaku <cue>diduga</cue> lari ke hutan</reach>, sementara warga menunggu."),
    "hedge in a relative clause": ("hedge", "hedged", "Polisi menahan pria <reach>yang <cue>diduga</cue> mencuri sepeda.</reach>"),
    "hedge behind a relative clause": ("hedge", "hedged", "Perahu yang hanyut itu <reach><cue>diduga</cue> bocor.</reach>"),
    "hedge before a relative clause": ("hedge", "hedged", "<reach>Perahu itu <cue>diduga</cue> milik nelayan</reach> yang tinggal di Sembada."),
    "hedge of what somebody claims": ("hedge", "hedged", "Camat <cue>mengklaim</cue> <reach>jalan itu sudah diaspal.</reach>"),
    "hedge before a complementizer": ("hedge", "hedged", "<cue>Diduga</cue> <reach>bahwa rem truk itu blong.</reach>"),
    "hedge in marks": ("hedge", "hedged", "<reach>Ada “<cue>kemungkinan</cue>” untuk pindah ke hulu.</reach>"),
    "accusation": ("hedge", "hedged", "Camat <cue>menuduh</cue> <reach>warga membuka tanggul.</reach>"),
    "plan with a second verb": ("plan", "planned", "<reach>Camat <cue>akan</cue> menutup jalan dan membangun jembatan darurat</reach>, kata warga."),
    "plan before a verb of saying": ("plan", "planned", "<reach>Camat <cue>akan</cue> pulang</reach> dan mengatakan jalan itu aman."),
    "plan before a contrast": ("plan", "planned", "<reach>Camat <cue>akan</cue> pulang</reach> tetapi meninggalkan berkasnya."),
    "plan in a relative clause, then another verb": ("plan", "planned", "Camat menemui warga <reach>yang <cue>akan</cue> pindah</reach> dan membagikan beras."),
    "doubt before a second verb": ("hedge", "hedged", "<reach>Camat itu <cue>diduga</cue> menerima uang</reach> dan menyerahkan diri."),
    "plan before a second subject": ("plan", "planned", "<reach>Camat <cue>akan</cue> menutup jalan dan jembatan.</reach>"),
    "hearsay": ("hearsay", "hedged", "<reach><cue>Konon</cue> waduk itu angker</reach>, tetapi warga tetap datang."),
    "hearsay: katanya": ("hearsay", "hedged", "Warga kecewa <reach>karena <cue>katanya</cue> pasar itu dijual.</reach>"),
    "hearsay: disebut": ("hearsay", "hedged", "<reach>Camat itu <cue>disebut telah</cue> mundur</reach>, dan warga kaget."),
    "condition": ("condition", "hedged", "<reach><cue>Jika</cue> hujan turun lagi</reach>, tanggul dipasangi karung."),
    "condition at the end": ("condition", "hedged", "Tanggul ditutup <reach><cue>apabila</cue> air naik.</reach>"),
    "denial reaches to the end": ("denial", "denied", "Bupati <cue>membantah</cue> <reach>menerima uang, termasuk dari warga.</reach>"),
    "denial that opens its sentence": ("denial", "denied", "<cue>Membantah</cue> <reach>kabar itu</reach>, Camat membuka jembatan itu."),
    "doubt that opens its sentence": ("hedge", "hedged", "<cue>Menduga</cue> <reach>kabel itu putus</reach>, petugas memutus arus."),
    "an untrue list": ("denial", "denied", "<cue>Tidak benar</cue> <reach>bahwa camat menerima uang, mobil, dan rumah.</reach>"),
    "denial stops at another clause": ("denial", "denied", "Bupati <cue>membantah</cue> <reach>menerima uang</reach>, tetapi mengaku bertemu warga."),
    "denial in the passive": ("denial", "denied", "<reach>Kabar jebolnya waduk itu <cue>dibantah</cue> camat</reach>, Senin."),
    "untrue": ("denial", "denied", "Camat menjawab, <reach>kabar itu <cue>tidak benar</cue>.</reach>"),
    "untrue before a complementizer": ("denial", "denied", "<cue>Tidak benar</cue> <reach>bahwa waduk itu jebol, apalagi hanyut.</reach>"),
    "negation": ("negation", "denied", "<reach>Mereka <cue>tidak</cue> meneken perjanjian apa pun</reach>, lalu pulang."),
    "negation stays on its clause": ("negation", "denied", "Jembatan itu hanyut <reach>dan <cue>belum</cue> dibangun lagi</reach> karena dana habis."),
    "plan": ("plan", "planned", "<reach>Rombongan <cue>akan</cue> berangkat besok</reach>, setelah hujan reda."),
    "plan in a relative clause": ("plan", "planned", "Camat meninjau jembatan <reach>yang <cue>akan</cue> dibongkar.</reach>"),
    "plan tied by a coordinator": ("plan", "planned", "Dua pria masuk ke pasar <reach>dan <cue>hendak</cue> mencuri beras.</reach>"),
    "forecast": ("forecast", "planned", "<reach>Kerugian <cue>diperkirakan</cue> dua miliar rupiah</reach>, menurut warga."),
    "wish": ("wish", "planned", "Camat <cue>meminta</cue> <reach>warga pindah ke balai desa.</reach>"),
    "aim": ("wish", "planned", "Karung pasir dipasang <reach><cue>agar</cue> air surut.</reach>"),
    "question": ("question", "asked", "<reach><cue>Benarkah</cue> waduk itu jebol</reach>, tanya warga."),
    "question inside": ("question", "asked", "Warga bertanya <reach><cue>apakah</cue> waduk itu jebol.</reach>"),
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
    assert found.onward == (wanted["reach"][0] >= wanted["cue"][1])


@pytest.mark.parametrize(
    "text",
    [
        "Tidak hanya rumah, sawah pun terendam.",
        "Pelakunya tak lain adiknya sendiri.",
        "Mereka datang tak lama kemudian.",
        "Akan tetapi, warga menolak.",
        "Kabar itu membuat warga khawatir.",
        "Camat mengakui kalau air sudah surut.",
        "Warga pulang sesegera mungkin.",
        "Tak heran jika warga pulang.",
        "Hoaks tersebut menyebar luas di Garut.",
        "Serangan itu menargetkan fasilitas minyak.",
        "Bukan hanya sawah, kebun pun terendam.",
        "Pintu itu terkunci dengan kata sandi baru.",
        "Camat tak menampik kabar itu.",
        "Peran nelayan tak terbantahkan.",
        "Camat meminta maaf kepada warga.",
        "Tendangan Wirya ditepis kiper.",
        "Camat ditahan dalam kasus dugaan suap.",
        "Jembatan itu disebut juga Titi Bulan.",
        "“Air sudah surut,” katanya kepada warga.",
        "“Air sudah surut,” kata camat. “Warga sudah pulang,” katanya.",
    ],
)
def test_pseudo_cues_are_none(text: str) -> None:
    assert read(text).modal_cues == ()


def test_question_mark_asks_the_whole_sentence() -> None:
    found = read("Siapa pemilik waduk itu?").modal_cues
    assert [(item.rule, item.reach.text) for item in found] == [("question_mark", "Siapa pemilik waduk itu?")]


@pytest.mark.parametrize(
    ("text", "clause", "modality"),
    [
        ("Polisi menahan pria yang diduga mencuri.", "Polisi menahan pria yang diduga mencuri", "asserted"),
        ("Polisi menahan pria yang diduga mencuri.", "yang diduga mencuri", "hedged"),
        ("Perahu itu diduga bocor.", "Perahu itu diduga bocor", "hedged"),
        ("Camat Sembada Raya membantah itu.", "Camat Sembada Raya membantah itu", "denied"),
        ("Camat membantah menerima uang.", "Camat membantah", "asserted"),
        ("Camat membantah menerima uang.", "menerima uang", "denied"),
        ("Tidak ada korban.", "Tidak ada korban", "asserted"),
        ("Jika hujan turun, tanggul akan jebol.", "Jika hujan turun", "hedged"),
        ("Jika hujan turun, tanggul akan jebol.", "tanggul akan jebol", "planned"),
        ("Apakah tanggul diduga jebol?", "tanggul diduga jebol", "asked"),
    ],
)
def test_modality_of_a_clause(text: str, clause: str, modality: str) -> None:
    document = read(text)
    start = text.index(clause)
    span = document.article.span(start, start + len(clause))
    assert modality_of(document.modal_cues, [span]) == modality


def test_a_negation_stands_in_its_own_clause_alone() -> None:
    text = "Jembatan itu hanyut, tetapi tidak ada korban."
    document = read(text)
    spans = [
        document.article.span(text.index(part), text.index(part) + len(part))
        for part in ("hanyut", "tidak ada korban")
    ]
    assert [any(cue.negates(span) for cue in document.modal_cues) for span in spans] == [False, True]
