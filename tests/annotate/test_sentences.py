"""Sentence boundaries: titles, degrees, initials, numbers, marks; offsets of what stands there."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.reader import article
from markup import parse
from rujuk.annotate.sentences import read_sentences
from rujuk.lang.base import load

CASES = {
    "rank": "<s>Kol. Laut Darmawan tiba.</s> <s>Ia membawa surat.</s>",
    "several titles": "<s>Acara dibuka Prof. Dr. Ir. H. Wirya Kusuma, M.Sc. di balai desa.</s>",
    "degree at the end": "<s>Sidang dipimpin Tirta Wibisana, S.H.</s> <s>Namun, ia datang terlambat.</s>",
    "street and number": "<s>Rumah itu ada di Jl. Kenanga No. 12 Blok C.</s> <s>Namun, pagarnya rusak.</s>",
    "money": "<s>Harganya Rp. 5.000 per kg.</s> <s>Kemarin Rp 4.500.</s>",
    "company": "<s>PT. Karya Mandala Tbk. (KMDL) rugi.</s> <s>Sahamnya jatuh.</s>",
    "initials": "<s>Surat itu diteken A. B. Santika dan R. Kusuma.</s> <s>Isinya rahasia.</s>",
    "time and decimal": "<s>Gempa 5.2 terjadi pukul 06.18 WIB.</s> <s>Warga panik.</s>",
    "ends in a number": "<s>Itu terjadi pada 2019.</s> <s>Kini sudah pulih.</s>",
    "and so on": "<s>Mereka butuh beras, air, dll.</s> <s>Bantuan belum tiba.</s>",
    "ellipsis inside": "<s>Ia diam... lalu pergi.</s>",
    "ellipsis at the end": "<s>Ia diam...</s> <s>Lalu semua pergi.</s>",
    "question in a quotation": '<s>"Siapa itu?" tanya Tirta.</s> <s>Tak ada jawaban.</s>',
    "full stop before the closing mark": "<s>Ia berkata, “Kami pulang.”</s> <s>Bus berangkat.</s>",
    "quotation of two sentences": "<s>“Air naik.</s> <s>Kami lari,” kata Tirta.</s>",
    "bracket at the end": "<s>Rapat itu batal (lihat hal. 3).</s> <s>Peserta pulang.</s>",
    "line end": "<s>BANJIR SURUT</s>\n<s>Warga mulai pulang</s>\n\n<s>Listrik menyala.</s>",
    "numbered line": "<s>1. Siapkan air.</s>\n<s>2. Rebus dulu.</s>",
    "glued at a link": "<s>Warga sudah mengungsi.</s><s>Namun, ternak tertinggal.</s>",
    "web name": "<s>Berita ini dari Kabar.com di Jakarta.</s>",
    "reference in numerals": "<s>Hal itu melanggar Peraturan No. XI. B. 02 tahun itu.</s> <s>Dendanya besar.</s>",
    "acronym and numeral": "<s>Bandara Sultan Kahar II (SKR. II) ditutup.</s> <s>Pesawat dialihkan.</s>",
    "hamlet": "<s>Warga Dsn. Randu Dk. Botoh mengungsi.</s> <s>Mereka butuh air.</s>",
    "author of a plant": "<s>Honje (Etlingera (Bl.) Wirya) dijual.</s> <s>Harganya naik.</s>",
    "plant": "<s>Petani menanam cabai (Capsicum annuum L.) di lereng.</s> <s>Hasilnya naik.</s>",
    "thousands after a blank": "<s>Akun itu punya 2.904. 678 pengikut.</s> <s>Kini akun itu ditutup.</s>",
    "careless writing": "<s>Dia pulang malam itu.</s> <s>apakah ia tahu?</s> <s>mungkin saja.</s>",
    "short form in careless writing": "<s>Surat itu utk. warga yg. belum pulang, dsb. di desa.</s>",
    "name abroad": "<s>Laporan U.S. Environmental Office terbit.</s> <s>Isinya singkat.</s>",
    "firm and its address": "<s>Surat dikirim ke Nusa Holdings Ltd. C/O PT Karya.</s> <s>Kantornya tutup.</s>",
    "all titles": "<s>Brigjen Pol. (Purn.) Drs. H. R. Ng. Wirya, S.H., M.H., dan Hj. Sri hadir di Kp. Rawa RT. 05 RW. 02.</s> <s>Ia pulang.</s>",
    "street, number, block": "<s>Toko di Jl. Raya Randu Km. 7, Gg. Melati No. 3, Kec. Rawa, Kab. Botoh terbakar.</s> <s>Api padam.</s>",
    "money and number": "<s>Kerugian ditaksir Rp. 2,5 miliar, a.n. CV. Karya, cq. Tn. Wirya.</s> <s>Polisi datang.</s>",
    "doctors": "<s>Ia dirawat dr. Tirta, Sp.OT. dan drg. Sri.</s> <s>Namun, lukanya parah.</s>",
    "pages": "<s>Lihat hlm. 5 s.d. 7 dan Lamp. II.</s> <s>Selebihnya dihapus.</s>",
    "line separator": "<s>Satu baris</s>\u2028<s>Baris lain</s>",
}


@pytest.mark.parametrize("example", CASES.values(), ids=CASES.keys())
def test_boundaries(example: str) -> None:
    text, spans = parse(example)
    found = read_sentences(article(text), "body", load("id").sentences)
    assert [(span.start, span.end) for span in found] == [(span.start, span.end) for span in spans]


def test_marks_alone_are_no_sentence() -> None:
    assert read_sentences(article("*** --- ***\n“”\n"), "body", load("id").sentences) == ()


@given(st.text(alphabet='ab A.!?"”“ \n\u2028\0é', max_size=60))
def test_sentences_are_ordered_apart_and_lose_no_letter(text: str) -> None:
    spans = read_sentences(article(text), "body", load("id").sentences)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert sum(char.isalnum() for char in text) == sum(char.isalnum() for span in spans for char in span.text)
