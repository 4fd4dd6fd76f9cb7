"""Which names of one article are one person, body or place, and which are not."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.reader import article
from markup import parse
from rujuk.annotate.entities import join_names
from rujuk.annotate.name_reader import Name
from rujuk.lang.base import load
from rujuk.model.annotations import Entity, Label, Mention

LABELS: dict[str, Label] = {"per": "PER", "org": "ORG", "loc": "LOC"}


def joined(example: str) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of a text whose names are marked."""
    text, spans = parse(example)
    names = [Name("body", s.start, s.end, s.text, LABELS[s.tag], None, True) for s in spans]
    return join_names(article(text), names, load("id"))


def sets(example: str) -> set[frozenset[str]]:
    """Return the written forms of each entity of a text whose names are marked."""
    return {frozenset(entity.aliases) for entity in joined(example)[1]}


ONE = {
    "family name": "<per>Rukmana Adiputra</per> datang. <per>Adiputra</per> diam.",
    "given name": "<per>Rukmana Adiputra</per> datang. <per>Rukmana</per> diam.",
    "short form first": "<per>Adiputra</per> datang, kata staf. <per>Rukmana Adiputra</per> diam.",
    "hyphen and capital": "<per>Han Jong-su</per> dan rombongan. <per>Han Jong Su</per> tiba.",
    "hyphen lost": "<per>Han Jong-su</per> tiba. <per>Han Jongsu</per> pulang.",
    "ei and ey": "<per>Sergei Antonov</per> datang. <per>Sergey Antonov</per> pulang.",
    "y and iy": "<per>Andriy Zelensky</per> datang. <per>Zelenskiy</per> pulang.",
    "doubled letter": "<per>Andriy Zelenskyy</per> datang. <per>Zelensky</per> pulang.",
    "old spelling u": "<per>Soerya Wibawa</per> datang. <per>Surya Wibawa</per> pulang.",
    "old spelling c": "<per>Tjokro Wibawa</per> datang. <per>Cokro Wibawa</per> pulang.",
    "old spelling j": "<per>Djoko Wibawa</per> datang. <per>Joko Wibawa</per> pulang.",
    "sy and sh": "<per>Basyar Haddad</per> datang. <per>Bashar Haddad</per> pulang.",
    "kh and h": "<per>Khalid Syarif</per> datang. <per>Halid Sharif</per> pulang.",
    "y and j": "<per>Yusuf Wardana</per> datang. <per>Jusuf Wardana</per> pulang.",
    "f and v": "<per>Novianti Laras</per> datang. <per>Nofianti Laras</per> pulang.",
    "accents": "<per>José Barreto</per> datang. <per>Jose Barreto</per> pulang.",
    "apostrophe": "<per>Ma'ruf Saleh</per> datang. <per>Maruf Saleh</per> pulang.",
    "given name shortened": "<per>Muhammad Yusron Hadi</per> datang. <per>M. Yusron Hadi</per> pulang. <per>Muh Yusron Hadi</per>.",
    "misspelt family name": "<per>Tirta Wibisana</per> datang. <per>Tirta Wibsana</per> pulang.",
    "letters changed places": "<per>Wishnu Adiputra</per> datang. <per>Whisnu</per> pulang.",
    "alias": "Tersangka <per>AR</per> (32) alias <per>Ateng</per> ditahan. <per>Ateng</per> mengaku.",
    "initials": "Pelaku, <per>Darma Sutisna</per> berinisial <per>DS</per>, kabur. <per>DS</per> ditangkap.",
    "nickname in brackets": "<per>Wiro Jatmiko</per> (<per>Wijat</per>) menang. <per>Wijat</per> senang.",
    "honorific in brackets": "<per>Wirya Utama</per> (Gus <per>Iwir</per>) tiba. <per>Iwir</per> senang.",
    "honorific behind an alias's cue": "<per>Wirya Utama</per> atau akrab disapa Gus <per>Iwir</per> tiba. <per>Iwir</per> senang.",
    "acronym after": "<org>Badan Pengelola Waduk</org> (<org>BPW</org>) lamban. <org>BPW</org> diam.",
    "acronym before": "<org>BPW</org> (<org>Badan Pengelola Waduk</org>) lamban. <org>BPW</org> diam.",
    "acronym with atau": "<org>Badan Pengelola Waduk</org> atau <org>BPW</org> lamban.",
    "acronym by its letters": "<org>Badan Pengelola Waduk</org> lamban. Kata warga, <org>BPW</org> diam.",
    "acronym after a head": "<org>Dinas Kelautan, Pangan dan Pertanian</org> buka. <org>Dinas KPP</org> tutup.",
    "acronym of the pack": "<org>Badan Nasional Penanggulangan Bencana</org> datang. <org>BNPB</org> pulang.",
    "short words written out": "<org>Polda Jabar</org> diam. <org>Kepolisian Daerah Jawa Barat</org> bicara.",
    "legal form": "<org>PT Karya Mandala Tbk</org> rugi. <org>Karya Mandala</org> diam.",
    "party without its head": "<org>Partai Fajar</org> menang. <org>Fajar</org> senang.",
    "office without its place": "<org>Dinas Sosial Kota Sembada</org> buka. <org>Dinas Sosial</org> tutup.",
    "country by three names": "<loc>Korut</loc> diam. <loc>Korea Utara</loc> bicara. <loc>DPRK</loc> menolak.",
    "town without its head": "<loc>Kota Sembada</loc> banjir. <loc>Sembada</loc> surut.",
    "street shortened": "<loc>Jalan Kenanga</loc> macet. <loc>Jl Kenanga</loc> lancar.",
    "after a patronymic": "<per>Salim bin Rahmat</per> datang. <per>Salim</per> pulang.",
}  # fmt: skip


@pytest.mark.parametrize("example", ONE.values(), ids=ONE.keys())
def test_joined(example: str) -> None:
    assert len(sets(example)) == 1


APART = {
    "one family name": "<per>Rina Wibisana</per> datang. <per>Tirta Wibisana</per> pulang.",
    "one given name": "<per>Tirta Wibisana</per> datang. <per>Tirta Prayoga</per> pulang.",
    "father by patronymic": "<per>Salim bin Rahmat</per> datang. <per>Rahmat</per> pulang.",
    "father and son": "<per>Surya Wanda Jr.</per> datang. <per>Surya Wanda</per> pulang.",
    "two kings": "<per>Arung III</per> datang. <per>Arung IV</per> pulang.",
    "two spellings apart": "<per>Rini Wulan</per> datang. <per>Rina Wulan</per> pulang.",
    "man and woman": "<per>Mario Laras</per> datang. <per>Maria Laras</per> pulang.",
    "short words differ by chance": "<per>Budi</per> datang. <per>Rudi</per> pulang.",
    "two police regions": "<org>Polda Jabar</org> diam. <org>Polda Jateng</org> bicara.",
    "two universities": "<org>Universitas Wanabakti</org> buka. <org>Universitas Islam Wanabakti</org> tutup.",
    "place and club": "Laga di <loc>Sembada</loc> dimenangi <org>Sembada</org> kemarin.",
    "place and club with a head": "<org>Persatuan Sembada</org> menang. <loc>Sembada</loc> senang.",
    "town and regency": "<loc>Kota Sembada</loc> banjir. <loc>Kabupaten Sembada</loc> surut. <loc>Sembada</loc> panas.",
    "two ministries": "<org>Kementerian Pertahanan</org> diam. <org>Kementerian Pertanian</org> bicara.",
    "a body and its part": "<org>Dewan Keamanan PBB</org> bersidang. <org>PBB</org> diam.",
    "bank and its child": "<org>Bank Karya</org> untung. <org>Bank Karya Syariah</org> rugi.",
    "brackets of another body": "<per>Wiro Jatmiko</per> (<org>Fajar</org>) menang. <org>Fajar</org> senang.",
    "two letters are no acronym": "<org>Bursa Efek</org> buka. <org>BE</org> tutup.",
    "or between persons": "Pilih <per>Rina Laras</per> atau <per>Tirta</per> saja.",
    "numbered schools": "<org>SMA Negeri 1 Sembada</org> juara. <org>SMA Negeri 2 Sembada</org> kalah.",
    "two streets": "<loc>Jalan Kenanga I</loc> macet. <loc>Jalan Kenanga II</loc> lancar.",
}  # fmt: skip


@pytest.mark.parametrize("example", APART.values(), ids=APART.keys())
def test_not_joined(example: str) -> None:
    assert all(len(forms) == 1 for forms in sets(example)), sets(example)


def test_a_short_name_stands_for_the_one_named_last_before_it() -> None:
    mentions, _ = joined(
        "<per>Rina Wibisana</per> datang. <per>Wibisana</per> duduk. "
        "<per>Tirta Wibisana</per> tiba. <per>Wibisana</per> berdiri."
    )
    ids = [mention.entity for mention in mentions]
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_the_fullest_name_names_the_entity_and_every_form_is_kept() -> None:
    _, entities = joined(
        "<per>Adiputra</per> tiba. <per>Rukmana Adiputra</per> diam. <per>Rukmana</per> duduk."
    )
    assert [(e.name, e.aliases) for e in entities] == [
        ("Rukmana Adiputra", ("Adiputra", "Rukmana", "Rukmana Adiputra"))
    ]


WORDS = st.sampled_from(
    [
        "Adi",
        "Adiputra",
        "Rina",
        "Rini",
        "Wibisana",
        "Wibsana",
        "Jr",
        "bin",
        "AR",
        "Sergei",
        "Sergey",
        "Muhammad",
        "M",
        "Zelensky",
        "Zelenskyy",
    ]
)
NAMES = st.lists(
    st.tuples(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), st.sampled_from(("PER", "ORG", "LOC")))
)


def listed(names: Sequence[tuple[str, Label]]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of a text that is a list of names."""
    text, found = "", []
    for name, label in names:
        found.append(Name("body", len(text), len(text) + len(name), name, label, None, True))
        text += f"{name}; "
    return join_names(article(text), found, load("id"))


@given(NAMES)
def test_every_mention_is_in_exactly_one_entity(names: list[tuple[str, Label]]) -> None:
    mentions, entities = listed(names)
    assert len(mentions) == len(names)
    assert Counter(entity.id for entity in entities) == Counter({mention.entity for mention in mentions})
    by_id = {entity.id: entity for entity in entities}
    for mention in mentions:
        assert mention.span.text in by_id[mention.entity].aliases
        assert mention.label == by_id[mention.entity].kind


@given(NAMES.flatmap(lambda names: st.tuples(st.just(names), st.permutations(names))))
def test_the_order_in_which_names_are_given_does_not_matter(
    pair: tuple[list[tuple[str, Label]], list[tuple[str, Label]]],
) -> None:
    """Names that are one by their words alone are one in any order; only who a bare short form means follows the text."""
    (_, one), (_, other) = map(listed, pair)
    assert {entity.id for entity in one} == {entity.id for entity in other}


@pytest.mark.parametrize("pattern", ["Adi {0}", "Adi {0} Putra", "{0} Adi", "Adi Putra {0} Wira"])
def test_two_thousand_names_of_one_word_are_read(pattern: str) -> None:
    """A list of names, all with one word in common, is a list of persons: all stay apart."""
    syllables = [consonant + vowel for consonant in "bdgklmnpr" for vowel in "aeiou"]
    words = [f"{one}{other}s{one}{other}".title() for one in syllables for other in syllables][:2000]
    mentions, entities = listed([(pattern.format(word), "PER") for word in words])
    assert len(mentions) == 2000
    assert len(entities) == 2000


def test_names_of_thousands_of_words_are_read() -> None:
    """What a capital run of a hostile capture is read as: one name each, whatever its kind."""
    mentions, _ = listed(
        [(" ".join(["Adi"] * 5000), "ORG"), (" ".join(["Adi"] * 4999), "PER"), ("Adi Adi", "ORG")]
    )
    assert len(mentions) == 3
