"""Quotations: what is said, in which form, by whom, on whose account."""

from collections.abc import Sequence

import pytest

from annotate.reader import article, only_quotation, outlets, read
from markup import parse
from rujuk.annotate import annotate
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load_all
from rujuk.model.annotations import modality_of

DIRECT = {
    "cue and name": '"<content>Air sudah surut,</content>" kata <speaker>Tirta Wibisana</speaker>, Senin (2/3).',
    "role and body": '"<content>Air sudah surut,</content>" ujar Kepala BPBD Garut <speaker>Tirta Wibisana</speaker> di lokasi.',
    "name after a comma": "“<content>Air sudah surut,</content>” kata Kepala BPBD Garut, <speaker>Tirta Wibisana</speaker>, kepada wartawan.",
    "verb before": 'Bupati <speaker>Tirta Wibisana</speaker> mengatakan, "<content>Air sudah surut di semua desa.</content>"',
    "colon before": "<speaker>Tirta Wibisana</speaker> menegaskan: “<content>Air sudah surut di semua desa.</content>”",
    "according": 'Menurut <speaker>Tirta Wibisana</speaker>, "<content>Air sudah surut di semua desa.</content>"',
    "subject after": '"<content>Air sudah surut,</content>" <speaker>Tirta Wibisana</speaker> menambahkan.',
    "agency": "“<content>Lima kapal tiba di pelabuhan,</content>” kata kantor berita <speaker>TASS</speaker>.",
    "nobody named": '"<content>Kami mendengar ledakan keras,</content>" kata <speaker>seorang saksi</speaker>.',
    "same mark on both sides": "”<content>Air sudah surut,</content>” kata <speaker>Tirta Wibisana</speaker>.",
    "marks of two forms": '“<content>Air sudah surut,</content>" kata <speaker>Tirta Wibisana</speaker>.',
    "guillemets": "«<content>Air sudah surut,</content>» kata <speaker>Tirta Wibisana</speaker>.",
    "nested": "\"<content>Ia bilang 'pulang saja' kepada kami,</content>\" kata <speaker>Tirta Wibisana</speaker>.",
    "two sentences": '"<content>Air sudah surut. Kami pulang,</content>" kata <speaker>Tirta Wibisana</speaker>.',
    "two paragraphs": '"<content>Air sudah surut.\nKami pulang,</content>" kata <speaker>Tirta Wibisana</speaker>.',
    "spaced marks": "” <content>Air sudah surut ,</content> ” kata <speaker>Tirta Wibisana</speaker> .",
    "whole after that": "Bupati <speaker>Tirta Wibisana</speaker> menunjukkan bahwa “<content>semua warga sudah kembali ke rumah.</content>”",
    "opening mark after a missing one": "” Air surut sejak subuh . Warga pulang .\n” <content>Air sudah surut ,</content> ” kata <speaker>Tirta Wibisana</speaker> .",
    "colon without marks": "<speaker>Tirta Wibisana</speaker>: <content>Air sudah surut. Warga sudah pulang.</content>",
    "colon with a role": "Camat Garut <speaker>Tirta Wibisana</speaker> (45): <content>Air sudah surut sejak subuh.</content>",
    "name, colon and marks": "<speaker>Tirta Wibisana</speaker>: “<content>Air sudah surut.</content>”",
    "dash before the cue": "<content>Air sudah surut sejak subuh</content> — kata <speaker>Tirta Wibisana</speaker>.",
    "dash before the words": "— <content>Air sudah surut sejak subuh</content>, kata <speaker>Tirta Wibisana</speaker>.",
    "signed with a dash": "“<content>Air sudah surut</content>” — <speaker>Tirta Wibisana</speaker>, bupati Garut",
    "signed in the next sentence": "“<content>Air sudah surut.</content>” — <speaker>Tirta Wibisana</speaker>",
    "nested in the same marks": '"<content>Camat bilang "pulang saja" kepada kami,</content>" kata <speaker>Tirta Wibisana</speaker>.',
    "over several lines": "“<content>Air sudah surut.\n\nWarga pulang.\nSawah kering,</content>” kata <speaker>Tirta Wibisana</speaker>.",
    "closing mark missing, a cue after": '"<content>Air sudah surut sejak subuh,</content> kata <speaker>Tirta Wibisana</speaker>, Senin (2/3). Warga pulang.',
    "opening mark missing": 'Warga pulang. <content>Air sudah surut sejak subuh</content>," kata <speaker>Tirta Wibisana</speaker>.',
    "each paragraph opens with a mark": "“<content>Air sudah surut sejak subuh.\n\n“Warga sudah pulang,</content>” kata <speaker>Tirta Wibisana</speaker>.",
    "one name and a colon": "<speaker>Bagas</speaker>: <content>Kami sudah lelah menunggu bantuan.</content>",
    "one name, I": "<speaker>Ucok</speaker>: <content>Saya tidak pernah menerima uang itu.</content>",
    "words of a notice": '"<content>Besok sekolah libur,</content>" begitu bunyi pengumuman <speaker>Dinas Pendidikan Garut</speaker>.',
    "office and a colon": "<speaker>Bupati</speaker>: <content>Air sudah surut dan warga boleh pulang.</content>",
    "noun and a colon": "<speaker>Warga</speaker>: <content>Kami takut pulang ke rumah.</content>",
    "noun, colon and marks": "<speaker>Polisi</speaker>: “<content>Kami masih memburu pelaku.</content>”",
    "office with a place": "<speaker>Bupati Garut</speaker>: <content>Air sudah surut sejak subuh.</content>",
    "body and a colon": "<speaker>BMKG</speaker>: <content>Gempa itu tidak berpotensi tsunami.</content>",
    "reason in marks": "<speaker>Tirta Wibisana</speaker> memuji petugas karena “<content>bekerja tanpa kenal lelah</content>”.",
    "called so in marks": "Kapal yang diklaim <speaker>Moskow</speaker> sebagai “<content>pangkalan terapung</content>” itu karam.",
    "account": '"<content>Air sudah surut,</content>" tulis <speaker>@infoSembada</speaker>.',
}
REPORTED = {
    "that": "indirect: Bupati <speaker>Tirta Wibisana</speaker> mengatakan bahwa <content>air sudah surut</content>.",
    "a name that is a word": "indirect: <speaker>Takdir</speaker>, sopir truk, mengatakan <content>air sudah surut</content>.",
    "no that": "indirect: Bupati <speaker>Tirta Wibisana</speaker> mengatakan <content>air sudah surut</content>.",
    "to whom": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan kepada wartawan, Senin (2/3), bahwa <content>air sudah surut</content>.",
    "according before": "indirect: Menurut <speaker>Tirta Wibisana</speaker>, <content>air sudah surut sejak subuh</content>.",
    "according after": "indirect: <content>Air sudah surut sejak subuh</content>, menurut <speaker>Tirta Wibisana</speaker>.",
    "two words": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan bahwa <content>warga pulang</content>.",
    "cue first": "indirect: Kata <speaker>Tirta Wibisana</speaker>, <content>air sudah surut sejak subuh</content>.",
    "summed up": "indirect: <content>Kapal itu tiba sejak subuh</content>, demikian menurut kantor berita <speaker>TASS</speaker>.",
    "cue after": "indirect: <content>Air sudah surut sejak subuh</content>, kata <speaker>Tirta Wibisana</speaker>.",
    "verb after": "indirect: <content>Kapal itu tiba sejak subuh</content>, kantor berita <speaker>TASS</speaker> melaporkan.",
    "cue inside": "indirect: Setelah hujan reda, kata <speaker>Tirta Wibisana</speaker>, <content>air mulai surut</content>.",
    "between commas": "indirect: Seorang pedagang yang selamat, <speaker>Sarinah</speaker> (34), menuturkan <content>api muncul dari dapur</content>.",
    "cue inside, no verb before": "indirect: <content>Hasil kajian itu, kata <speaker>Tirta Wibisana</speaker>, perlu dibuka kepada warga</content>.",
    "after a dateline": "indirect: SEMBADA – Bupati <speaker>Tirta Wibisana</speaker> menyebut <content>air sudah surut</content>.",
    "opening with places and a day": "indirect: Di balai desa, Garut, Senin (2/3), Camat <speaker>Tirta Wibisana</speaker> menyampaikan bahwa <content>air sudah surut</content>.",
    "goes on with words": "indirect: <speaker>Tirta Wibisana</speaker> melanjutkan, <content>air sudah surut sejak subuh</content>.",
    "opening phrase": "indirect: Dalam rapat itu, <speaker>Tirta Wibisana</speaker> menyebut <content>air sudah surut</content>.",
    "second clause": "indirect: Warga sudah berkumpul dan Bupati <speaker>Tirta Wibisana</speaker> mengatakan <content>air sudah surut</content>.",
    "fragments": "mixed: <speaker>Tirta Wibisana</speaker> menyebut <content>banjir itu “kiriman” dari hulu</content>.",
    "fragment and cue after": "mixed: <content>Warga diminta menunggu “sampai air surut”</content>, kata <speaker>Tirta Wibisana</speaker>.",
    "relayed": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan <content>air sudah surut</content>, seperti dikutip Antara.",
    "relative clause": "indirect: Kabar itu datang dari Camat Garut, <speaker>Tirta Wibisana</speaker>, yang menyebut <content>air sudah surut</content>.",
    "passive": "indirect: Dijelaskan <speaker>Tirta Wibisana</speaker>, bahwa <content>air sudah surut sejak subuh</content>.",
    "passive with oleh": "indirect: Dilaporkan oleh <speaker>Tirta Wibisana</speaker> bahwa <content>air sudah surut sejak subuh</content>.",
    "occasion with a clause": "indirect: <speaker>Tirta Wibisana</speaker> menyampaikan dalam rapat dengan rombongan yang berkunjung pada Senin, bahwa <content>air sudah surut</content>.",
    "request": "indirect: <speaker>Tirta Wibisana</speaker> meminta agar <content>warga menjauhi bantaran sungai</content>.",
    "kalau after the verb": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan kalau <content>air sudah surut</content>.",
    "pada is in the clause": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan <content>pada banjir sebelumnya warga selalu mengungsi lebih awal</content>.",
    "remark behind a dash": "indirect: <speaker>Tirta Wibisana</speaker> mengatakan <content>air sudah surut</content> – merujuk pada banjir pekan lalu.",
    "dash parentheses": "indirect: <content>Harga cabai di pasar — kata <speaker>Tirta Wibisana</speaker>, ketua panitia — akan turun setelah panen</content>.",
    "dash behind menurut": "indirect: <content>Beras di pasar – menurut <speaker>Tirta Wibisana</speaker> – cukup sampai Mei</content>.",
    "hyphens as dashes": "indirect: <content>Jembatan itu - ujar <speaker>Tirta Wibisana</speaker> - sudah aman dilalui</content>.",
    "no dateline before a cue": "indirect: <content>Bandara — ujar <speaker>Tirta Wibisana</speaker> — ditutup sejak pagi</content>.",
    "no dateline of two words": "indirect: <content>Pasar Sembada – menurut <speaker>Tirta Wibisana</speaker> – buka lagi besok</content>.",
    "a dateline before remarks": "indirect: SEMBADA – <content>Harga cabai – kata <speaker>Tirta Wibisana</speaker> – akan turun</content>.",
    "a dateline before menurut": "indirect: SEMBADA – Menurut <speaker>Tirta Wibisana</speaker>, <content>harga cabai akan turun</content>.",
    "hyphen before the cue": "indirect: <content>Jembatan itu sudah aman dilalui</content> - ujar <speaker>Tirta Wibisana</speaker>.",
    "called so": "indirect: Serangan itu disebut <speaker>Moskow</speaker> sebagai <content>aksi terorisme</content>.",
    "called so by somebody": "indirect: Kapal yang dituding oleh <speaker>Moskow</speaker> sebagai <content>kapal mata-mata</content> itu karam.",
    "warning to": "indirect: <speaker>BMKG</speaker> memperingatkan <content>nelayan untuk tidak melaut selama tiga hari</content>.",
    "warning so that": "indirect: <speaker>Tirta Wibisana</speaker> memperingatkan <content>warga agar menjauhi bibir kawah</content>.",
    "request to one's own": "indirect: <speaker>Tirta Wibisana</speaker> meminta <content>jajarannya untuk segera menyalurkan bantuan</content>.",
    "a denial denied": "indirect: <speaker>Tirta Wibisana</speaker> tidak membantah bahwa <content>anggarannya terbatas</content>.",
    "question": "indirect: <speaker>Tirta Wibisana</speaker> mempertanyakan <content>mengapa jalan itu tidak diperbaiki</content>.",
    "as somebody said": "indirect: Seperti dikatakan <speaker>Tirta Wibisana</speaker>, <content>anggaran tahun ini terbatas</content>.",
    "quoting a statement": "indirect: Mengutip pernyataan <speaker>Kremlin</speaker>, <content>pertemuan itu berlangsung dua jam</content>.",
    "verb after, with a day": "indirect: <content>Kapal itu tiba sejak subuh</content>, kantor berita <speaker>TASS</speaker> melaporkan pada Senin.",
    "newspaper that no pack knows": "indirect: Surat kabar <speaker>Suara Rimba</speaker> melaporkan bahwa <content>jembatan itu runtuh</content>.",
    "media without a name": "indirect: <speaker>Media setempat</speaker> melaporkan <content>tiga orang tewas</content>.",
    "quoting media without a name": "indirect: Mengutip <speaker>media lokal</speaker>, <content>tiga orang tewas dalam ledakan itu</content>.",
    "media without a name behind": "indirect: <content>Tiga orang tewas dalam ledakan itu</content>, dikutip <speaker>media setempat</speaker>.",
    "some newspaper": "indirect: <speaker>Sebuah surat kabar</speaker> melaporkan <content>tiga orang tewas</content>.",
    "broadcast": "indirect: <speaker>Televisi pemerintah</speaker> menyiarkan bahwa <content>tiga orang tewas</content>.",
    "called a common word": "mixed: <speaker>Tirta Wibisana</speaker> menyebut <content>serangan itu “perang kilat”</content>.",
    "strong guess": "indirect: <speaker>Tirta Wibisana</speaker> menduga kuat <content>ada unsur kelalaian</content>.",
    "body": "indirect: <speaker>Kremlin</speaker> mengatakan <content>tidak ada perjanjian yang diteken</content>.",
}
NONE = {
    "scare quotes": 'Warga menyantap "ikan asin" di dapur umum.',
    "title of a work": "Mereka menonton “Senja di Sembada” semalam.",
    "denied verb": "Bupati Tirta Wibisana belum mengatakan apa pun kepada warga.",
    "hal itu": "Bupati Tirta Wibisana menyampaikan hal itu seusai rapat di kantornya.",
    "purpose": "Mereka datang untuk mengatakan terima kasih kepada warga.",
    "false friend": "Pintu itu dikunci dengan kata sandi milik Tirta Wibisana.",
    "noun as object": "Bupati Tirta Wibisana menyampaikan informasi resmi terkait jadwal pasar.",
    "noun of a quality as object": "Bupati Tirta Wibisana menekankan pentingnya gotong royong di desa.",
    "noun with a relative clause": "Bupati Tirta Wibisana mengungkapkan hadiah yang diberikan kepada nelayan.",
    "role as object": "Bupati Tirta Wibisana menekankan peran nelayan sebagai penjaga laut.",
    "goes on with a thing": "Bupati Tirta Wibisana melanjutkan perjalanan ke hulu bersama warga.",
    "titles of works": "Mereka menyanyikan “Senja di Sembada” dan membaca “Laut yang Jauh” di balai desa.",
    "nickname": "Tirta “Ucok” Wibisana tiba di Garut semalam.",
    "score": "Tirta Wibisana: 3 poin",
    "caption of a name": "Kapten: Tirta Wibisana",
    "headline with a colon": "Camat Tirta Wibisana: Air Sudah Surut",
    "note": "Catatan: jembatan itu ditutup sampai besok.",
    "one label is no interview": "Jawaban: jembatan itu ditutup sampai besok.",
    "false friend first": "Kata Sandi itu dipakai Tirta Wibisana, air sudah surut sejak subuh.",
    "headline of what happened": "Gempa Cianjur: 12 tewas",
    "place and a colon": "Cianjur: Warga mengungsi sejak subuh.",
    "notice in the first person": "Pengumuman: Kami tutup selama Lebaran.",
    "praise in the outlet's words": "Bupati Tirta Wibisana memuji petugas karena bekerja tanpa kenal lelah.",
    "made a suspect": "Tirta Wibisana ditetapkan polisi sebagai tersangka semalam.",
    "denial that is negated, a noun": "Bupati Tirta Wibisana tidak membantah.",
    "order": "Bupati Tirta Wibisana memerintahkan serangan ke desa itu.",
    "what people call a thing": "Warga menyebut jembatan itu “Jembatan Goyang”.",
    "names of an office": "Korban: Tirta Wibisana dan dua anaknya.",
    "who holds an office": "Presiden: Tirta Wibisana.",
    "heading of a noun": "Sumber: Kementerian Kesehatan merilis data.",
    "verb of referring": "Percakapan itu mengacu pada wasit.",
    "hyphen of a list": "- Kata sandi Tirta Wibisana diganti semalam.",
    "dash before a thing": "Sembada — tempat lahir Tirta Wibisana — terendam sejak pagi.",
    "stray mark": 'Harga kayu 5" naik di pasar.',
}


@pytest.mark.parametrize("example", DIRECT.values(), ids=DIRECT.keys())
def test_direct(example: str) -> None:
    text, spans = parse(example)
    found = only_quotation(text)
    wanted = {span.tag: span.text for span in spans}
    assert found.kind == "direct"
    assert found.speaker is not None
    assert {"content": found.content.text, "speaker": found.speaker.span.text} == wanted


@pytest.mark.parametrize("example", REPORTED.values(), ids=REPORTED.keys())
def test_reported(example: str) -> None:
    kind, _, marked_text = example.partition(": ")
    text, spans = parse(marked_text)
    found = only_quotation(text)
    wanted = {span.tag: span.text for span in spans}
    assert found.kind == kind
    assert found.speaker is not None
    assert {"content": found.content.text, "speaker": found.speaker.span.text} == wanted


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_quotation(text: str) -> None:
    assert read(text).quotations == ()


@pytest.mark.parametrize("cue", ["kata dia", "ujarnya", "imbuhnya"])
def test_pronoun_stands_for_who_spoke_last(cue: str) -> None:
    text = f'"Air sudah surut," kata Tirta Wibisana kepada Rukmana Adiputra.\n"Warga boleh pulang," {cue}.'
    assert [item.speaker.name for item in read(text).quotations if item.speaker] == ["Tirta Wibisana"] * 2


def test_subject_pronoun_takes_up_the_subject_before() -> None:
    text = (
        '"Air surut," kata Tirta Wibisana.\nRukmana Adiputra tiba kemudian. Ia mengatakan warga boleh pulang.'
    )
    assert [item.speaker.name for item in read(text).quotations if item.speaker] == [
        "Tirta Wibisana",
        "Rukmana Adiputra",
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Hal itu dilontarkan juru bicara Tirta Wibisana, Laksmi Arum. Ia mengatakan warga boleh pulang.", "Laksmi Arum"),
        ("Hal itu dilontarkan Bupati Tirta Wibisana, Laksmi Arum. Ia mengatakan warga boleh pulang.", "Tirta Wibisana"),
    ],
)  # fmt: skip
def test_person_who_says_whose_office_it_is_is_no_subject(text: str, speaker: str) -> None:
    names = ("Tirta Wibisana", "Laksmi Arum")

    def labeller(sentences: Sequence[str]) -> list[list[Labelled]]:
        return [
            [Labelled(each.index(n), each.index(n) + len(n), "PER") for n in names if n in each]
            for each in sentences
        ]

    document = annotate(article(text), packs=load_all(), outlets=outlets(), labeller=labeller)
    assert [item.speaker.name for item in document.quotations if item.speaker] == [speaker]


def test_noun_with_demonstrative_takes_up_a_name() -> None:
    text = "Bupati Tirta Wibisana menyebut air sudah surut. Politikus itu mengatakan warga boleh pulang."
    assert [item.speaker.name for item in read(text).quotations if item.speaker] == ["Tirta Wibisana"] * 2


def test_passive_introduces_the_speaker_of_the_next_quotation() -> None:
    text = 'Hal itu disampaikan Camat Tirta Wibisana seusai rapat.\n"Warga boleh pulang sore ini," ujarnya.'
    assert only_quotation(text).speaker.name == "Tirta Wibisana"  # type: ignore[union-attr]


def test_quotation_without_a_cue_goes_to_who_spoke_last() -> None:
    text = 'Bupati Tirta Wibisana mengatakan air sudah surut.\n"Kami bersyukur semua warga selamat."'
    last = read(text).quotations[-1]
    assert (last.kind, last.cue, last.speaker and last.speaker.name) == ("direct", None, "Tirta Wibisana")


def test_role_and_affiliation_stand_apart() -> None:
    found = only_quotation('"Air surut," kata juru bicara Kremlin Dmitri Antonov, Senin.')
    assert found.role is not None
    assert found.affiliation is not None
    assert (found.role.span.text, found.affiliation.span.text) == ("juru bicara", "Kremlin")


def test_role_after_the_name() -> None:
    found = only_quotation('"Air surut," kata Tirta Wibisana, ketua panitia setempat.')
    assert found.role is not None
    assert found.role.span.text == "ketua panitia setempat"


def test_two_verbs_of_one_speaker_make_two_quotations() -> None:
    found = read("Tirta Wibisana menyebut air sudah surut dan mengatakan warga boleh pulang.").quotations
    assert [item.content.text for item in found] == ["air sudah surut", "warga boleh pulang"]


def test_via_holds_agency_and_outlet() -> None:
    found = only_quotation(
        '"Lima kapal tiba," kata kantor berita TASS, seperti dikutip Aljazirah, Senin (2/3).'
    )
    assert found.via == ("TASS", "Al Jazeera")


def test_every_field_of_a_quotation() -> None:
    text = (
        "“Air diduga surut,” kata Kepala BPBD Garut Tirta Wibisana di Balai Desa Sembada, Senin (2/3), seperti dikutip "
        "Antara dalam keterangan tertulis."
    )
    document = read(text)
    (found,) = document.quotations
    spans = (found.content, found.cue, found.said_when, found.said_where)
    assert [span.text for span in spans if span] == [
        "Air diduga surut,", "kata", "Senin (2/3)", "Balai Desa Sembada",
    ]  # fmt: skip
    named = (found.speaker, found.role, found.affiliation)
    assert [item.span.text for item in named if item] == ["Tirta Wibisana", "Kepala", "BPBD Garut"]
    assert found.speaker is not None
    assert found.speaker.entity in {entity.id for entity in document.entities}
    assert found.via == ("ANTARA", "keterangan tertulis")
    assert modality_of(document.modal_cues, [found.content]) == "hedged"


def test_unclosed_mark_takes_no_more_than_its_paragraph() -> None:
    found = read(
        '"Air sudah surut sejak subuh tadi, kata warga\nBus berangkat.\nPasar buka.\nSekolah libur.'
    ).quotations
    assert all("Bus" not in item.content.text for item in found)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The bridge had been closed since May, Robert Crane told reporters.", "The bridge had been closed since May", "Robert Crane"),
        ("Two soldiers were killed, Robert Crane said on Monday.", "Two soldiers were killed", "Robert Crane"),
        ("Robert Crane did not deny that the bridge was closed.", "the bridge was closed", "Robert Crane"),
        ("Robert Crane praised the crew for “working without a break”.", "working without a break", "Robert Crane"),
    ],
)  # fmt: skip
def test_english_constructions(text: str, content: str, speaker: str) -> None:
    found = only_quotation(text, language="en")
    assert (found.content.text, found.speaker and found.speaker.name) == (content, speaker)


def test_english() -> None:
    found = only_quotation('"The water is gone," said Robert Crane, the mayor of Harlow.', language="en")
    assert (found.content.text, found.speaker and found.speaker.name) == (
        "The water is gone,",
        "Robert Crane",
    )


SAID = {
    "after the speaker": '"Air surut," kata <speaker>Tirta Wibisana</speaker> saat ditemui di <place>Kantor Bupati, Garut</place>, <time>Senin (2/3)</time>.',
    "before what is said": "<speaker>Tirta Wibisana</speaker> mengatakan di <place>Garut</place>, <time>Senin (2/3)</time>, bahwa air sudah surut.",
    "opening the sentence": "Dalam jumpa pers di <place>Garut</place>, <time>Senin (2/3)</time>, <speaker>Tirta Wibisana</speaker> menyebut air sudah surut.",
    "none in what is said": "<speaker>Tirta Wibisana</speaker> mengatakan bahwa air surut di Garut, Senin (2/3).",
    "none where it was quoted": '"Air surut," kata <speaker>Tirta Wibisana</speaker>, dikutip Antara, Senin (2/3).',
    "none in a relative clause": '"Air surut," kata <speaker>Tirta Wibisana</speaker> yang lahir di Garut pada 2 Maret 1980.',
    "none in a role": '"Air surut," kata <speaker>seorang peneliti</speaker> di Garut.',
    "not a place": '"Air surut," kata <speaker>Tirta Wibisana</speaker> di hadapan warga, <time>Senin (2/3)</time>.',
}


@pytest.mark.parametrize("example", SAID.values(), ids=SAID.keys())
def test_time_and_place_of_saying(example: str) -> None:
    text, spans = parse(example)
    found = only_quotation(text)
    wanted = {span.tag: span.text for span in spans}
    assert found.speaker is not None
    named = {"speaker": found.speaker.span, "time": found.said_when, "place": found.said_where}
    assert {tag: span.text for tag, span in named.items() if span} == wanted


def test_role_is_taken_from_where_the_person_is_introduced() -> None:
    text = 'Kepala BPBD Garut Tirta Wibisana meninjau waduk.\n"Air sudah surut," kata Tirta.'
    found = only_quotation(text)
    assert found.role is not None
    assert found.affiliation is not None
    assert (found.role.span.text, found.affiliation.span.text) == ("Kepala", "BPBD Garut")


def test_unit_of_an_office_is_part_of_the_role() -> None:
    text = '"Air surut," kata Kepala Departemen Geologi Universitas Sembada Tirta Wibisana.'
    found = only_quotation(text)
    assert found.role is not None
    assert found.affiliation is not None
    assert (found.role.span.text, found.affiliation.span.text) == (
        "Kepala Departemen Geologi",
        "Universitas Sembada",
    )


def test_office_alone_stands_for_the_one_who_holds_it() -> None:
    text = 'Bupati Tirta Wibisana meninjau waduk.\n"Air sudah surut," kata Bupati.'
    assert only_quotation(text).speaker.name == "Tirta Wibisana"  # type: ignore[union-attr]


def test_office_of_two_stands_for_neither() -> None:
    text = 'Bupati Tirta Wibisana menemui Bupati Rukmana Adiputra.\n"Air sudah surut," kata Bupati.'
    assert only_quotation(text).speaker.name == "Bupati"  # type: ignore[union-attr]


ROLES = {
    "acronym in brackets": ("Ketua Perhimpunan Pengusaha Perahu (Pepera) Garut Tirta Wibisana", "Ketua", "Perhimpunan Pengusaha Perahu (Pepera) Garut"),
    "acronym of a listed body": ("Ketua Komisi Pemilihan Umum (KPU) Garut Tirta Wibisana", "Ketua", "Komisi Pemilihan Umum (KPU) Garut"),
    "field like a body": ("Menteri Koperasi Tirta Wibisana", "Menteri Koperasi", None),
    "other name in brackets": ("Menteri Koperasi Wirya Utama (Gus Iwir", "Menteri Koperasi", None),
    "company of one word": ("Direktur Utama Perahufarma, Tirta Wibisana", "Direktur Utama", "Perahufarma"),
    "body behind a unit": ("Kepala Divisi Humas Polri Tirta Wibisana", "Kepala Divisi Humas", "Polri"),
    "body with a place": ("Kepala Dinas Kesehatan Garut Tirta Wibisana", "Kepala", "Dinas Kesehatan Garut"),
}  # fmt: skip


@pytest.mark.parametrize(("phrase", "role", "body"), ROLES.values(), ids=ROLES.keys())
def test_role_and_body_before_a_name(phrase: str, role: str, body: str | None) -> None:
    found = only_quotation(f'"Air sudah surut," kata {phrase}, Senin.')
    assert found.role is not None
    assert found.role.span.text == role
    assert (found.affiliation.span.text if found.affiliation else None) == body


def test_role_of_several_fields() -> None:
    found = only_quotation("Menteri Desa, Perahu, dan Pulau, Tirta Wibisana, mengatakan air sudah surut.")
    assert found.speaker is not None
    assert found.role is not None
    assert (found.speaker.span.text, found.role.span.text) == (
        "Tirta Wibisana",
        "Menteri Desa, Perahu, dan Pulau",
    )


def test_clause_behind_a_name_is_no_role() -> None:
    found = only_quotation("Air sudah surut, kata Tirta Wibisana, pemerintah juga harus lebih tegas.")
    assert found.role is None


def test_what_the_speaker_also_is() -> None:
    found = only_quotation('"Air sudah surut," kata Tirta Wibisana, yang juga ketua panitia setempat.')
    assert found.role is not None
    assert found.role.span.text == "ketua panitia setempat"


def test_body_after_a_name() -> None:
    found = only_quotation('"Air sudah surut," kata Tirta Wibisana dari BNPB.')
    assert found.affiliation is not None
    assert found.affiliation.span.text == "BNPB"


def test_a_missing_closing_mark_does_not_turn_the_rest_inside_out() -> None:
    text = "” Air surut . Warga pulang . ” Sawah kering , ” kata Tirta Wibisana . Bupati melanjutkan , ” Warga aman , ” ujarnya ."
    assert [item.content.text for item in read(text).quotations] == ["Sawah kering ,", "Warga aman ,"]


def test_a_body_that_spoke_is_no_antecedent_of_a_pronoun_after_a_person() -> None:
    text = '"Air surut," kata Tirta Wibisana. BNPB menyebut warga sudah aman. "Sawah kering," katanya.'
    assert [item.speaker.name for item in read(text).quotations if item.speaker][::2] == [
        "Tirta Wibisana"
    ] * 2


def test_turns_of_an_interview() -> None:
    text = "Berikut petikannya.\nTanya: Apakah air sudah surut?\nJawab: Sudah sejak subuh. Warga pulang.\nTerima kasih."
    assert [
        (item.speaker and item.speaker.span.text, item.content.text, item.kind)
        for item in read(text).quotations
    ] == [
        ("Tanya", "Apakah air sudah surut?", "direct"),
        ("Jawab", "Sudah sejak subuh. Warga pulang.", "direct"),
    ]


def test_pronoun_ties_a_second_report_to_its_speaker() -> None:
    found = read(
        "Tirta Wibisana mengatakan air sudah surut, dan ia menuduh warga membuka tanggul."
    ).quotations
    assert [item.content.text for item in found] == ["air sudah surut", "warga membuka tanggul"]
    assert [item.speaker.name for item in found if item.speaker] == ["Tirta Wibisana"] * 2


def test_person_before_a_comma_keeps_the_role() -> None:
    text = "Rombongan disambut Bupati Garut Rukmana Adiputra, Tirta Wibisana, dan warga. “Air sudah surut,” kata Tirta Wibisana."
    assert [item.role for item in read(text).quotations] == [None]


def test_place_of_the_event_is_not_where_it_was_said() -> None:
    text = (
        "Di lapangan terbang Garut, camat menunjukkan kepada warga “perahu baru dari hulu”, kata Tirta Wibisana, "
        "seraya menambahkan bahwa perahu itu cepat."
    )
    assert [item.said_where for item in read(text).quotations] == [None, None]


def test_relative_clause_in_a_report_is_a_report_of_its_own() -> None:
    text = "Camat Rukmana Adiputra mengatakan, warga menunggu kabar dari Bupati Tirta Wibisana, yang menyebut bahwa air sudah surut."
    found = [(item.speaker and item.speaker.name, item.content.text) for item in read(text).quotations]
    assert found == [
        ("Rukmana Adiputra", text[text.index("warga") : -1]),
        ("Tirta Wibisana", "air sudah surut"),
    ]


@pytest.mark.parametrize(
    ("title", "speaker", "kind"),
    [
        ("Polisi: Kami Masih Memburu Pelaku", "Polisi", "direct"),
        ("Kapolres: Pelaku Sudah Ditangkap", "Kapolres", "indirect"),
        ("Gubernur Jawa Barat: Warga Tak Perlu Panik", "Gubernur Jawa Barat", "indirect"),
        ("BMKG: Gempa Tak Berpotensi Tsunami", "BMKG", "indirect"),
    ],
)
def test_who_speaks_before_the_colon_of_a_title(title: str, speaker: str, kind: str) -> None:
    found = read("Hujan turun.", title=title).quotations
    assert [(item.speaker and item.speaker.span.text, item.kind) for item in found] == [(speaker, kind)]
    assert [item.content.text for item in found] == [title.partition(": ")[2]]


@pytest.mark.parametrize(
    "title",
    [
        "Gempa Garut: 3 Orang Tewas",
        "Pelatih Baru Samora: Mengenal Sosok Tirta",
        "Liga 1: Persena Menang Telak",
    ],
)
def test_title_whose_colon_parts_a_subject(title: str) -> None:
    assert read("Hujan turun.", title=title).quotations == ()


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    quotations = read("Akibatnya, pedagang pasar, mengatakan mereka rugi besar.").quotations
    assert all(item.speaker is None or item.speaker.name != "Akibatnya" for item in quotations)
