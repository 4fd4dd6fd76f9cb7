"""What one article says it rests on."""

from dataclasses import replace

import pytest

from annotate.reader import article, outlets
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Attribution, Document, Quotation
from rujuk.model.statement import Alignment, Claim, Elements, Statement
from rujuk.model.story import Reuse
from rujuk.model.text import OutletRef, digest
from rujuk.weigh import weigh
from rujuk.weigh.names import fold
from rujuk.weigh.nodes import Node
from rujuk.weigh.origins import cited_origins, open_desk
from weigh.builders import Report, claim, document
from weigh.builders import outlets as made_up_outlets


def origins(text: str, outlet: OutletRef = OutletRef("", "Kabar Sembada")) -> tuple[str, ...]:
    page = replace(article(text), outlet=outlet)
    return cited_origins(annotate(page, packs=load_all(), outlets=outlets()), outlets())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Kapal tiba pagi tadi,” kata Wirya Sembada, dikutip Antara.", ("ANTARA", "Wirya Sembada")),
        ("Kapal tiba pagi tadi, kata warga. Kapal itu kosong, kata seorang nelayan.", ()),
        ("Kapal itu tiba kemarin.", ()),
    ],
)
def test_named_origins_and_none_that_is_only_described(text: str, wanted: tuple[str, ...]) -> None:
    assert origins(text) == wanted


def test_another_outlet_of_the_owner_is_an_origin_and_the_own_one_is_none() -> None:
    own = OutletRef("detik", "detikcom")
    assert origins("Kapal tiba, dilansir CNN Indonesia.", own) == ("CNN Indonesia",)
    assert origins("Kapal tiba, dilansir detikcom.", own) == ()


def test_names_that_the_pack_knows_for_one_body_are_one() -> None:
    text = "Gempa terasa di laut, kata @infoBMKG. Gempa itu dangkal, kata Badan Meteorologi, Klimatologi, dan Geofisika."
    page = article(text)
    desk = open_desk(
        [annotate(page, packs=load_all(), outlets=outlets())],
        ["@infoBMKG", "Badan Meteorologi, Klimatologi, dan Geofisika"],
        outlets(),
        load_all(),
    )
    full = fold("Badan Meteorologi, Klimatologi, dan Geofisika")
    assert desk.names[fold("@infoBMKG")] == full
    assert desk.names[full] == full


def statements(*reports: tuple[str, str], reuse: tuple[Reuse, ...] = ()) -> tuple[Statement, ...]:
    """Return what is weighed of reports by outlet and text, each first sentence taken for a report of one fact."""
    documents = [read_document(outlet, text) for outlet, text in reports]
    claims = []
    for item in documents:
        quotation = next((q for q in item.quotations if q.span.overlaps(item.sentences[0])), None)
        speaker = quotation.speaker.name if quotation and quotation.speaker else None
        claims.append(Claim((item.sentences[0],), item.sentences[0], "asserted", speaker, (), Elements()))
    told = Alignment(tuple(sorted(claims)), (), ())
    return weigh([told], documents, reuse, outlets=made_up_outlets(), packs=load_all())


def read_document(outlet: str, text: str) -> Document:
    page = replace(article(text), id=digest(outlet), outlet=OutletRef(outlet, outlet))
    return annotate(page, packs=load_all(), outlets=made_up_outlets())


LEAD = "Jembatan Sembada ambruk pukul lima pagi"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (
            f"{LEAD}, kata Kapolres Garut, Wirya Utama.",
            "Jembatan itu ambruk subuh, kata Humas Polres Garut.",
            1,
        ),
        (f"{LEAD}, kata Polda Jawa Tengah.", "Jembatan itu ambruk subuh, kata Polres Garut.", 2),
        (
            f"{LEAD}, kata Kepala Dinas Perhubungan Garut, Wirya Utama.",
            "Jembatan itu ambruk subuh, kata Wirya Utama. Warga lalu menghubungi Dinas Perhubungan Garut.",
            1,
        ),
        (
            f"{LEAD}, kata Kapolres Garut, Wirya Utama (Gus Iwir).",
            "Jembatan itu ambruk subuh, kata Gus Iwir.",
            1,
        ),
        (
            f"{LEAD}, kata Marlina, warga setempat.",
            f"{LEAD} saat hujan, kata Sumarni, warga Desa Sembada.",
            2,
        ),
        (
            f"{LEAD}.\n“Saya kaget,” kata Marlina, warga setempat.",
            "Jembatan ambruk saat hujan, kata Marlina, warga setempat.",
            2,
        ),
        (
            f"{LEAD}.\n“Kami masih mendata,” kata Bupati Garut, Wirya Utama.",
            "Jembatan ambruk saat hujan, kata Bupati Garut, Wirya Utama.",
            1,
        ),
    ],
)
def test_who_stands_behind_two_reports(first: str, second: str, count: int) -> None:
    (found,) = statements(("warta-nusa", first), ("harian-lazuardi", second))
    assert found.independent == count, found.why


def test_of_two_offices_of_one_person_the_same_is_taken_in_any_order_of_the_documents() -> None:
    offices = ["Kepala Dinas Kesehatan Sembada", "Kepala Dinas Pendidikan Sembada"]
    documents = [spoken_by(key, office) for key, office in zip("ab", offices, strict=True)]
    orders = (documents, documents[::-1])
    desks = [open_desk(own, offices, made_up_outlets(), load_all()) for own in orders]
    assert [desk.bodies[fold("Wirya Utama")] for desk in desks] == ["dinas kesehatan sembada"] * 2


def spoken_by(key: str, office: str) -> Document:
    """Return a document in which an office is read as the speaker, and the name behind it is not."""
    page = document(Report(key, words=f"{LEAD}, kata {office}, Wirya Utama, kemarin."))
    at = page.article.text.index(office)
    name = Attribution(page.article.span(at, at + len(office)), None, office)
    said = Quotation(page.sentences[0], page.sentences[0], "indirect", None, name, None, None, ())
    return replace(page, quotations=(said,))


def test_what_a_sister_outlet_saw_is_the_owners_own() -> None:
    seen = f"Pantauan Warta Nusa di lokasi, {LEAD.lower()}."
    more = "\n“Kami masih mendata,” kata Bupati Garut, Wirya Utama."
    (found,) = statements(
        ("warta-nusa-timur", seen + more), ("harian-lazuardi", f"{LEAD}, kata Bupati Garut, Wirya Utama.")
    )
    assert found.independent == 2, found.why


def test_own_sight_is_not_of_the_original_that_two_articles_share_otherwise() -> None:
    reports = (
        ("warta-nusa", f"Pantauan Warta Nusa di lokasi, {LEAD.lower()}."),
        ("harian-lazuardi", "Jembatan ambruk saat hujan, kata Bupati Garut, Wirya Utama."),
    )
    low, high = sorted(digest(outlet) for outlet, _ in reports)
    spoken = Reuse(low, high, "common_original", None, "Wirya Utama", 0.5, ())
    (found,) = statements(*reports, reuse=(spoken,))
    assert found.independent == 2, found.why
    plain = (("warta-nusa", f"{LEAD}."), reports[1])
    (found,) = statements(*plain, reuse=(spoken,))
    assert found.independent == 1, found.why


OFFICIAL = f"{LEAD}, kata Bupati Garut, Wirya Utama."
SEEN = f"Pantauan Warta Nusa di lokasi, {LEAD.lower()}."
WITNESS = f"{LEAD}, kata Marlina, warga setempat."


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (WITNESS, OFFICIAL, 2),
        (SEEN, OFFICIAL, 2),
        # the original may be one of the two reports, told again without a word of it
        (SEEN, f"{LEAD} saat hujan.", 1),
        (WITNESS, f"{LEAD} saat hujan.", 1),
        (OFFICIAL, f"{LEAD}, kata Kapolres Garut, Bonar Situhang.", 1),
        (WITNESS, WITNESS, 1),
    ],
)
def test_an_original_that_nobody_names_yields_where_both_say_whom_they_have_it_from(
    first: str, second: str, count: int
) -> None:
    low, high = sorted(map(digest, ("warta-nusa", "harian-lazuardi")))
    nameless = Reuse(low, high, "common_original", None, None, 0.5, ())
    (found,) = statements(("warta-nusa", first), ("harian-lazuardi", second), reuse=(nameless,))
    assert found.independent == count, found.why
    told = [line for line in found.why if "share this text" in line or "one original is likely" in line]
    assert len(told) == (count == 1)
    assert not any("share this text" in line for line in told), "no text is shared"


@pytest.mark.parametrize(
    ("original", "kind"),
    [("Wirya Utama", "person"), ("Kantor Berita Selat", "agency"), ("Dinas kesehatan", "body")],
)
def test_an_original_that_no_claim_names_is_of_its_own_kind(original: str, kind: str) -> None:
    low, high = sorted(map(digest, ("warta-nusa", "harian-lazuardi")))
    shared = Reuse(low, high, "common_original", None, original, 0.5, ())
    (found,) = statements(
        ("warta-nusa", f"{LEAD}."), ("harian-lazuardi", f"{LEAD} saat hujan."), reuse=(shared,)
    )
    assert [(item.name, item.kind) for item in found.origins] == [(original, kind)]


def test_what_only_repeats_earlier_reports_adds_nothing() -> None:
    named = ("warta-nusa", f"{LEAD}, kata Bupati Garut, Wirya Utama.")
    (found,) = statements(named, ("harian-lazuardi", f"Sebelumnya diberitakan, {LEAD.lower()}."))
    assert found.independent == 1
    assert any("repeats" in line for line in found.why)
    (found,) = statements(named, ("harian-lazuardi", f"{LEAD}."))
    assert found.independent == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Kereta anjlok di Madrid, Spanyol.", "Kereta anjlok di Madrid, Spanyol, kemarin.", 1),
        (
            "Kereta anjlok di Madrid, Spanyol, kata Menteri Wirya Utama.",
            "Kereta anjlok di Madrid, Spanyol, kemarin.",
            1,
        ),
        (
            "Kereta anjlok di Madrid, Spanyol.",
            "Wartawan Harian Lazuardi melihat kereta anjlok di Madrid, Spanyol.",
            1,
        ),
        (
            "Wartawan Warta Nusa melihat kereta di Madrid, Spanyol.",
            "Wartawan Harian Lazuardi melihat kereta di Madrid, Spanyol.",
            2,
        ),
        (
            "Kereta anjlok di Madrid, Spanyol.",
            "Kereta anjlok di Madrid, Spanyol, kata Menteri Wirya Utama.",
            1,
        ),
        ("Kereta anjlok di Garut.", "Kereta anjlok di Garut kemarin.", 2),
    ],
    ids=[
        "nobody named",
        "one names a minister",
        "one was there",
        "both were there",
        "in the other order",
        "at home",
    ],
)
def test_two_outlets_that_name_nobody_abroad_may_have_one_source(first: str, second: str, count: int) -> None:
    (found,) = statements(("warta-nusa", first), ("harian-lazuardi", second))
    assert found.independent == count
    assert any("abroad" in line for line in found.why) is (count == 1)


@pytest.mark.parametrize(
    ("figure", "other", "count"),
    [
        ("281200000 IDR", "281200000 IDR", 1),
        ("281000000 IDR", "281000000 IDR", 2),
        ("1254  pengungsi", "1254  pengungsi", 2),
        ("1254.5 t semen", "1254.5 t semen", 1),
        ("1254.5 t semen", "1254.50 t pasir", 1),
        ("1254.5 t semen", "12545 t semen", 2),
        ("12 t semen", "12 t semen", 2),
        ("8.43 %", "8.43 %", 1),
        ("84.3 %", "84.3 %", 2),
        ("0.05 %", "0.05 %", 2),
        ("82 PS", "82 PS", 1),
        ("82 m", "82 m", 2),
        ("8.43  warga", "8.43  warga", 2),
    ],
)
def test_a_measure_of_many_digits_has_one_source(figure: str, other: str, count: int) -> None:
    reports = [
        Report("a", "warta-nusa", words="Gudang itu habis."),
        Report("b", "suara-tanjung", words="Habislah semua."),
    ]
    told = Alignment(
        tuple(
            sorted(
                replace(claim(item), elements=Elements(how_many=(told,)))
                for item, told in zip(reports, (figure, other), strict=True)
            )
        ),
        (),
        (),
    )
    (found,) = weigh([told], [document(item) for item in reports], (), outlets=made_up_outlets())
    assert found.independent == count


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Badan Meteorologi, Klimatologi, dan Geofisika", False),
        ("Dinas Pemadam Kebakaran dan Penyelamatan", False),
        ("Sari Wening", False),
        ("Laporan itu", True),
        ("Media pemerintah Lautan", True),
        ("laporan itu", True),
        ("polisi", True),
    ],
)
def test_short_words_within_a_name_make_it_no_description(name: str, generic: bool) -> None:
    assert Node("name:x", name, "body").generic == generic
