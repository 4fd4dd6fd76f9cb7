"""How far a citation covers its article: marked is the text that the first, or the named, citation of a body reaches."""

import pytest

from annotate.reader import read

LATER = "Warga menyambut kapal itu. Muatannya beras. Dermaga itu baru dibangun. Cuaca sedang cerah sekali.\n"
"""Sentences before a credit, so that it stands in the second half of a body."""

CASES = {
    "a lead's credit is the whole report's": (
        "[Kapal itu tiba kemarin, seperti dilansir Antara. Warga menyambut.\nMuatannya beras.]",
        "ANTARA",
    ),
    "also below the lead": (
        "[Kapal itu tiba.\nMelansir Antara, Kamis (19/6), muatannya beras. Warga menyambut.\nDermaga itu penuh sejak pagi hari.]",
        "ANTARA",
    ),
    "also where it stands with somebody's words": (
        "[“Kapal tiba,” kata Wirya Sembada dilansir Antara.\nMuatannya beras. Dermaga penuh sejak pagi hari.]",
        "ANTARA",
    ),
    "up to another credit": (
        "[Melansir Antara, kapal itu tiba.\nWarga menyambut.]\nDikutip dari AFP, muatannya beras. Dermaga itu penuh.",
        "ANTARA",
    ),
    "a later credit that opens its sentence: the rest of its paragraph": (
        "Melansir Antara, kapal itu tiba.\nWarga datang. [Dikutip dari AFP, muatannya beras. Dermaga penuh.]\nHujan turun.",
        "AFP",
    ),
    "up to a note of the outlet": (
        "[Kapal itu tiba, seperti dilansir Antara. Warga menyambut.]\nSebagai informasi, kapal itu dibuat pada 2011.",
        "ANTARA",
    ),
    "up to what was reported before": (
        "[Kapal itu tiba, dikutip dari Antara.]\nSebelumnya diberitakan, kapal itu hilang. Warga mencari kapal itu.",
        "ANTARA",
    ),
    "a credit of what was reported before: no more than its passage": (
        "Kapal itu tiba.\n[Sebelumnya, seperti diberitakan Antara, kapal itu hilang. Warga mencari kapal itu.]\nDermaga penuh. Hujan turun sejak pagi hari. Warga pulang ke rumah masing-masing sebelum petang.",
        "ANTARA",
    ),
    "a late credit of somebody's words: all that the person says there": (
        LATER
        * 3
        + "[Wirya Sembada mengatakan kapal itu tiba.\n“Muatannya beras,” kata Wirya Sembada dilansir Antara.\n"
        "Dermaga itu sempit.\n“Kami menunggu,” ujar Wirya Sembada.]\n“Tidak ada beras,” kata Laras Prameswari.",
        "ANTARA",
    ),
    "a late credit within its sentence": (
        LATER + "Hujan turun. [Kapal itu tiba, dilansir Antara.] Warga pulang.",
        "ANTARA",
    ),
    "what its report is said to tell on": (
        LATER + "[“Muatannya beras,” tulis Antara. Laporan itu juga menyebut dermaga penuh.] Hujan turun.",
        "ANTARA",
    ),
    "what follows": (
        "Kapal itu tiba.\n[Simak ulasannya, dirangkum dari Antara.\nMuatannya beras. Dermaga itu penuh.]",
        "ANTARA",
    ),
    "what precedes, back to the credit before": (
        "Melansir Antara, kapal itu tiba.\n[Muatannya beras.\nDermaga penuh. Demikian dilansir AFP.]\nHujan turun.",
        "AFP",
    ),
    "all, where one credit sums up": (
        "[" + LATER + "Kapal itu tiba, demikian dilansir Antara.\nHujan turun.]",
        "ANTARA",
    ),
    "a figure only, where data are cited": (
        "Harga beras naik.\n[Melansir data Antara, harganya dua kali lipat. Beras itu langka.]\nHujan turun. Dermaga penuh.",
        "ANTARA",
    ),
    "one sentence, where somebody told it an agency": (
        "Kapal itu tiba. [Wirya Sembada mengatakan kepada Reuters bahwa muatannya beras.] Warga menyambut.",
        "Reuters",
    ),
    "a document: all that its speaker says there, and what stands between": (
        (
            "Kapal itu tiba.\n[“Muatannya beras,” kata Wirya Sembada dalam keterangan tertulis.\nHujan turun.\n"
            "Wirya Sembada menyebut dermaga itu penuh.]\n“Kami menunggu,” ujar Laras Prameswari."
        ),
        "keterangan tertulis",
    ),
    "a document that opens a sentence: the rest of its paragraph": (
        "Kapal itu tiba. [Dalam keterangan tertulis, ia meminta maaf. Warga menyambut.]\nHujan turun.",
        "keterangan tertulis",
    ),
    "a bracket behind a paragraph": (
        "Kapal itu tiba.\n[Dermaga penuh. Muatannya beras. (Antara)]\nWarga menyambut.",
        "ANTARA",
    ),
    "a dateline": (
        "[JAKARTA (Antara) - Kapal itu tiba kemarin. Warga menyambut.\nMuatannya beras.]",
        "ANTARA",
    ),
    "a last line": ("[Kapal itu tiba kemarin. Warga menyambut.\nMuatannya beras.\nDikutip dari CNA.]", "CNA"),
    "a last label": ("[Kapal itu tiba kemarin. Warga menyambut.\nMuatannya beras.\nSumber: CNA]", "CNA"),
    "a last bracket": ("[Kapal itu tiba kemarin. Warga menyambut.\nMuatannya beras.\n(Antara)]", "ANTARA"),
}


@pytest.mark.parametrize(("marked", "name"), CASES.values(), ids=CASES.keys())
def test_reach(marked: str, name: str) -> None:
    start = marked.index("[")
    end = marked.rindex("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = next(item for item in read(text).citations if item.name == name)
    assert found.reach.text == text[start:end]


def test_two_outlets_of_one_credit_reach_alike() -> None:
    text = "Kapal itu tiba, dilansir AFP dan Antara. Warga menyambut.\nMuatannya beras."
    assert [item.reach.text for item in read(text).citations] == [text, text]


def test_another_language_without_the_custom_keeps_to_the_sentence() -> None:
    text = "The ship docked on Monday, as reported by Reuters. People cheered.\nIt carried rice."
    reach = [item.reach.text for item in read(text, language="en").citations]
    assert reach == ["The ship docked on Monday, as reported by Reuters."]
