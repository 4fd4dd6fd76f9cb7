"""Which made-up reports tell one event: follow-ups join, look-alikes of the same hour stay apart."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluster.builders import document
from rujuk.cluster import cluster
from rujuk.model.story import story_id

# What every article shares, its subject, its event and a little of its own: cosines of about .97 within an event, .93
# within a subject, .85 otherwise, which is how near an encoder puts reports.
WIDTH = 24


def vectors(documents, subjects, events=None):
    found = {}
    for at, (item, subject, event) in enumerate(zip(documents, subjects, events or subjects, strict=True)):
        row = np.zeros(WIDTH, dtype=np.float32)
        row[0], row[1 + subject], row[6 + event], row[13 + at] = 1.0, 0.3, 0.2, 0.2
        found[item.article.id] = row / np.linalg.norm(row)
    return found


FIRE = [
    document(
        "Kebakaran melanda gudang kapuk di <l>Tanjung Selor Lama</l>, <t 2031-05-02>Jumat</t> dini hari. <n 3 orang>Tiga orang</n> terluka.",
        title="Gudang Kapuk di Tanjung Selor Lama Terbakar, Tiga Orang Terluka",
        outlet="warta-nusa",
        key="fire1",
    ),
    document(
        "Sebuah gudang kapuk di <l>Tanjung Selor Lama</l> terbakar, <t 2031-05-02>Jumat</t>. <n 3 orang>Tiga orang</n> terluka dibawa ke rumah sakit.",
        title="Tiga Orang Terluka dalam Kebakaran Gudang Kapuk Tanjung Selor Lama",
        outlet="harian-lazuardi",
        key="fire2",
        at="2031-05-02T10:30:00+07:00",
    ),
]
VERDICTS = [
    document(
        "Pengadilan Negeri <l>Kota Lestari</l> memvonis mantan camat <p>Bagas Prakosa</p> <n 4 tahun>empat tahun</n> penjara, "
        "<t 2031-05-02>Jumat</t>. Bagas dinyatakan bersalah menyewakan tanah desa kepada pengelola tambak udang tanpa izin warga.",
        title="Eks Camat <p>Bagas Prakosa</p> Divonis Empat Tahun Penjara karena Tanah Desa",
        outlet="warta-nusa",
        key="v1",
    ),
    document(
        "Majelis hakim menjatuhkan hukuman <n 4 tahun>empat tahun</n> penjara kepada mantan camat <p>Bagas Prakosa</p> dalam "
        "perkara sewa tanah desa untuk tambak udang. Sidang digelar di Pengadilan Negeri <l>Kota Lestari</l>.",
        title="Sewakan Tanah Desa untuk Tambak, Eks Camat <p>Bagas Prakosa</p> Dihukum Empat Tahun",
        outlet="harian-lazuardi",
        key="v2",
        at="2031-05-02T11:00:00+07:00",
    ),
    document(
        "Pengadilan Negeri <l>Kota Lestari</l> memvonis pengusaha <p>Tirta Handaru</p> <n 7 tahun>tujuh tahun</n> penjara, "
        "<t 2031-05-02>Jumat</t>. Tirta terbukti menyuap panitia lelang jembatan gantung dengan dua mobil mewah.",
        title="Penyuap Lelang Jembatan, Pengusaha <p>Tirta Handaru</p> Divonis Tujuh Tahun",
        outlet="suara-tanjung",
        key="v3",
        at="2031-05-02T12:00:00+07:00",
    ),
]
GOLD = [
    document(
        f"Harga emas Logam Nusa pada perdagangan <t {day}>{name}</t> {move} menjadi Rp <n {price} gram>{price}</n> per gram "
        f"{why}, menurut laman resmi perusahaan. Harga beli kembali tercatat Rp <n {back} kembali>{back}</n> per gram.",
        title=f"Harga Emas Logam Nusa {name} {move.title()} Jadi Rp {price}",
        outlet=outlet,
        key=f"gold{day}{outlet}",
        at=f"{day}T{hour}:00:00+07:00",
    )
    for day, name, price, back, move, why in (
        ("2031-05-02", "Jumat", 1910, 1771, "turun", "seiring penguatan kurs di pasar uang Tanjung"),
        ("2031-05-03", "Sabtu", 1934, 1802, "melonjak", "setelah bank sentral memangkas suku bunga acuan"),
    )
    for outlet, hour in (("warta-nusa", "08"), ("harian-lazuardi", "09"))
]
ALL = [*FIRE, *VERDICTS, *GOLD]
SUBJECTS = [1, 1, 2, 2, 2, 3, 3, 3, 3]
EVENTS = [1, 1, 2, 2, 3, 4, 4, 5, 5]


def groups(documents) -> set[frozenset[str]]:
    return {
        frozenset(story.article_ids) for story in cluster(documents, vectors(documents, SUBJECTS, EVENTS))
    }


def ids(*documents) -> frozenset[str]:
    return frozenset(item.article.id for item in documents)


@pytest.mark.parametrize(
    "story",
    [ids(*FIRE), ids(*VERDICTS[:2]), ids(VERDICTS[2]), ids(*GOLD[:2]), ids(*GOLD[2:])],
    ids=["fire", "first verdict", "second verdict", "gold of friday", "gold of saturday"],
)
def test_events_stay_whole_and_look_alikes_apart(story) -> None:
    assert story in groups(ALL)


ISSUES = {
    "two days' issues": ("<t 2031-05-02>Hari Ini 2 Mei</t>", "<t 2031-05-03>Hari Ini 3 Mei</t>", 2),
    "one day's issue in two outlets": (
        "<t 2031-05-02>Hari Ini 2 Mei</t>",
        "<t 2031-05-02>Hari Ini 2 Mei</t>",
        1,
    ),
    "a day to come is no issue": (
        "Berlaku hingga <t 2031-06-30>30 Juni</t>",
        "Berlaku mulai <t 2031-05-03>3 Mei</t>",
        1,
    ),
}


@pytest.mark.parametrize(("one", "other", "stories"), ISSUES.values(), ids=ISSUES.keys())
def test_a_day_named_as_its_own_makes_an_issue_of_a_series(one: str, other: str, stories: int) -> None:
    made = [
        document(
            "Pemutihan pajak kendaraan di <l>Kota Lestari</l> diikuti antrean panjang warga di kantor bersama.",
            title=f"Pemutihan Pajak Kendaraan Kota Lestari {told}, Antrean Panjang",
            outlet=outlet,
            key=f"issue{outlet}",
            at="2031-05-03T08:00:00+07:00" if "05-03" in told else "2031-05-02T08:00:00+07:00",
        )
        for told, outlet in ((one, "warta-nusa"), (other, "harian-lazuardi"))
    ]
    assert len(cluster(made, vectors(made, [1, 1]))) == stories


@given(st.permutations(ALL))
def test_order_of_input_never_shows(shuffled) -> None:
    table = vectors(ALL, SUBJECTS, EVENTS)
    assert cluster(shuffled, table) == cluster(ALL, table)


@given(st.lists(st.sampled_from(ALL), unique_by=lambda item: item.article.id))
def test_every_article_is_in_exactly_one_story(chosen) -> None:
    found = cluster(chosen, vectors(ALL, SUBJECTS, EVENTS))
    told = [article for story in found for article in story.article_ids]
    assert sorted(told) == sorted(item.article.id for item in chosen)
    assert [story.id for story in found] == sorted(story.id for story in found)


def test_story_is_named_by_its_earliest_article() -> None:
    story = next(item for item in cluster(FIRE, vectors(FIRE, [1, 1])))
    assert (story.id, story.title, story.reuse) == (story_id(FIRE[0].article.id), FIRE[0].article.title, ())


def test_an_article_without_a_date_joins_and_is_never_the_earliest() -> None:
    undated = document(
        "Gudang kapuk di <l>Tanjung Selor Lama</l> terbakar. <n 3 orang>Tiga orang</n> terluka.",
        title="Gudang Kapuk Tanjung Selor Lama Terbakar, Tiga Orang Terluka",
        outlet="suara-tanjung",
        key="0",
        at=None,
    )
    found = cluster([undated, *FIRE], vectors([undated, *FIRE], [1, 1, 1]))
    assert [story.id for story in found] == [story_id(FIRE[0].article.id)]


def test_years_apart_is_not_one_story() -> None:
    late = document(
        "Kebakaran melanda gudang kapuk di <l>Tanjung Selor Lama</l>. <n 3 orang>Tiga orang</n> terluka.",
        title="Gudang Kapuk di Tanjung Selor Lama Terbakar, Tiga Orang Terluka",
        outlet="suara-tanjung",
        key="late",
        at="2033-01-01",
    )
    assert len(cluster([FIRE[0], late], vectors([FIRE[0], late], [1, 1]))) == 2


def test_no_documents_no_stories() -> None:
    assert cluster([], {}) == ()


def test_odd_articles_are_kept() -> None:
    odd = [
        document("Ya.", title="", key="short", at="bukan tanggal"),
        document('\u2028\x00 """ \' ' * 50, title="\x00", key="odd", outlet=None),
        document("kata " * 5000, title="kata", key="long", outlet=None, at=None),
    ]
    assert sum(len(story.article_ids) for story in cluster(odd, {})) == 3


def test_same_address_is_compared_without_vectors() -> None:
    words = "Kebakaran melanda gudang kapuk di <l>Tanjung Selor Lama</l>. <n 3 orang>Tiga orang</n> terluka."
    url = "https://wartanusa.example/berita/1"
    first = document(words, title="Gudang Kapuk Terbakar", key="c1", url=url)
    second = document(words + " Api padam.", title="Gudang Kapuk Terbakar", key="c2", url=url)
    assert len(cluster([first, second], {})) == 1


def test_five_hundred_times_the_same_text_is_one_story() -> None:
    words = "Harga cabai di pasar <l>Kota Lestari</l> naik menjadi Rp <n 90 kilogram>90</n> ribu."
    many = [document(words, title="Harga Cabai Kota Lestari Naik", key=f"k{at}") for at in range(500)]
    same = np.ones(4, dtype=np.float32) / 2
    assert len(cluster(many, {item.article.id: same for item in many})) == 1


@pytest.mark.parametrize(
    ("place", "at", "together"),
    [
        ("Tanjung Selor Lama", "2031-05-12T10:30:00+07:00", True),
        ("Tanjung Selor Lama", "2031-06-12T10:30:00+07:00", False),
        ("Tanjung", "2031-05-12T10:30:00+07:00", False),
        ("Tanjung", "2031-05-03T10:30:00+07:00", True),
    ],
    ids=["ten days", "six weeks", "ten days, one name", "a day, one name"],
)
def test_several_rare_names_reach_beyond_the_window(place: str, at: str, together: bool) -> None:
    """Charges and deaths come weeks later, and name whom the first report named."""
    pair = [
        document(
            f"Kebakaran melanda gudang kapuk di <l>{place}</l> dini hari. Pemilik gudang kapuk terluka parah.",
            title=f"Gudang Kapuk di <l>{place}</l> Terbakar, Pemilik Terluka Parah",
            outlet=outlet,
            key=outlet,
            at=when,
        )
        for outlet, when in (("warta-nusa", "2031-05-02T08:00:00+07:00"), ("harian-lazuardi", at))
    ]
    assert (len(cluster(pair, vectors(pair, [0, 0]))) == 1) is together
