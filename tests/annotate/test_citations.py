"""Citations: what a text names as the place it has something from."""

import pytest

from annotate.reader import read

CASES = {
    "relay": ("Kapal itu tiba kemarin, seperti dikutip Antara.", [("ANTARA", "agency")]),
    "relay with fillers": ("Dilansir dari laman kantor berita AFP, kapal itu tiba.", [("AFP", "agency")]),
    "newspaper as a subject": (
        "Surat kabar Suara Rimba melaporkan bahwa kapal itu tiba.",
        [("Suara Rimba", "outlet")],
    ),
    "according to a newspaper": ("Kapal itu tiba, menurut harian Suara Rimba.", [("Suara Rimba", "outlet")]),
    "media without a name": ("Mengutip media setempat, kapal itu tiba kemarin.", []),
    "state media with a name": ("Mengutip media pemerintah Xinhua, kapal itu tiba.", [("Xinhua", "agency")]),
    "source of an outlet": ("Namun sumber BBC menyebut kapal itu karam.", [("BBC", "outlet")]),
    "report that is taken": (
        "Laporan Reuters yang dikutip Senin (2/3) menyebut kapal itu karam.",
        [("Reuters", "agency")],
    ),
    "data of a body that nobody knows": (
        "Penjualan kapal, berdasarkan data GAPELINDO, turun.",
        [("GAPELINDO", "body")],
    ),
    "no body but a month": ("Berdasarkan data Januari, penjualan kapal turun.", []),
    "taken from a release": (
        "Kapal itu karam, demikian dikutip dari siaran pers BNPB.",
        [("Badan Nasional Penanggulangan Bencana", "body")],
    ),
    "outlet outside the pack": (
        "Dikutip dari Harian Sembada Pos, kapal itu tiba.",
        [("Harian Sembada Pos", "outlet")],
    ),
    "web name": ("Melansir kabarsembada.com, kapal itu tiba kemarin.", [("kabarsembada.com", "outlet")]),
    "chain": (
        '"Kapal tiba," kata TASS, seperti dikutip Aljazirah.',
        [("TASS", "agency"), ("Al Jazeera", "outlet")],
    ),
    "speaking agency": ("TASS melaporkan kapal itu tiba kemarin.", [("TASS", "agency")]),
    "speaking body": ("Kremlin mengatakan kapal itu tiba kemarin.", [("Kremlin", "body")]),
    "data of a body": (
        "Menurut data BMKG, gempa itu dangkal sekali.",
        [("Badan Meteorologi, Klimatologi, dan Geofisika", "body")],
    ),
    "document": (
        "Dalam keterangan tertulis, ia meminta maaf kepada warga.",
        [("keterangan tertulis", "document")],
    ),
    "brackets": ("Kapal itu tiba kemarin sore di pelabuhan besar. (Antara)", [("ANTARA", "agency")]),
    "to an outlet": ("Ia mengatakan kepada Reuters bahwa kapal itu tiba.", [("Reuters", "agency")]),
    "agency after a place": ("Kapal tiba, demikian laporan kantor berita Rusia, TASS.", [("TASS", "agency")]),
    "glued to a preposition": ("Kapal itu tiba kemarin, dikutip dariAntara.", [("ANTARA", "agency")]),
    "glued to a relay": ("DilansirAFP, kapal itu tiba kemarin.", [("AFP", "agency")]),
    "glued on both sides": (
        "Para ahli yang berbicara kepadaReutersmengatakan harga beras naik.",
        [("Reuters", "agency")],
    ),
    "written in one": ("Kapal itu tiba kemarin, dilansir CNNIndonesia.", [("CNN Indonesia", "outlet")]),
    "two outlets": ("Kapal itu tiba, dilansir AFP dan Antara.", [("AFP", "agency"), ("ANTARA", "agency")]),
    "two outlets glued": (
        "Kapal itu tiba, dikutip dariAFPdanAntara.",
        [("AFP", "agency"), ("ANTARA", "agency")],
    ),
    "glued to what follows": (
        "Dirangkum Liputan6.comdari berbagai pihak, kapal itu tiba.",
        [("Liputan6.com", "outlet")],
    ),
    "outlet that nobody knows": (
        "Dilansir Wartabahari 24, kapal itu tiba kemarin.",
        [("Wartabahari 24", "outlet")],
    ),
    "no outlet but a day": ("“Kapal tiba,” kata Wirya Sembada dikutip Rabu (18/6).", []),
    "body behind words of taking": (
        "Dikutip dari laman resmi BMKG, gempa itu dangkal.",
        [("Badan Meteorologi, Klimatologi, dan Geofisika", "body")],
    ),
    "site that is only used": ("Warga dapat mendaftar dengan membuka laman kapalsembada.com hari ini.", []),
    "who writes is a speaker": ("“Kapal tiba,” tulis Wirya Sembada.", []),
    "place of a survey": ("Kapal itu laris menurut survei di Amerika.", []),
    "what a demonstrative takes up": (
        "BNPB mengatakan kapal itu tiba kemarin. Kapal itu kosong, kata lembaga tersebut.",
        [
            ("Badan Nasional Penanggulangan Bencana", "body"),
            ("Badan Nasional Penanggulangan Bencana", "body"),
        ],
    ),
    "data that shows": (
        "Data dari BMKG per Maret 2026 menunjukkan gempa itu dangkal.",
        [("Badan Meteorologi, Klimatologi, dan Geofisika", "body")],
    ),
    "report that says": ("Laporan Reuters menyebut kapal itu tiba.", [("Reuters", "agency")]),
    "what a body released": (
        "Rekaman yang dirilis Kremlin memperlihatkan dua kapal.",
        [("Kremlin", "body")],
    ),
    "data that nobody shows": ("Data BMKG hilang, kata seorang petugas.", []),
    "a video of nobody": ("Video dua kapal menunjukkan ombak besar.", []),
    "no citation": ("Warga menunggu kapal di pelabuhan.", []),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES.keys())
def test_name_and_kind(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(item.name, item.kind) for item in read(text).citations] == wanted


def test_outlet_of_the_pack_has_its_id() -> None:
    assert read("Seperti dilaporkan Aljazirah, kapal itu tiba.").citations[0].outlet_id == "al-jazeera"
