"""Which names are one body's: offices, parts, pages and accounts, and one chain of command in one region."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.lang.base import load_all
from rujuk.weigh.bodies import body_of, is_office, one_body_each

ID, EN = load_all()["id"], load_all()["en"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Kabid Humas Polda Jawa Barat", "kepolisian daerah jawa barat"),
        ("Kapolres Sembada", "kepolisian resor sembada"),
        ("Satuan Reserse Kriminal Polres Sembada", "kepolisian resor sembada"),
        ("Kasatreskrim Polres Sembada", "kepolisian resor sembada"),
        ("Humas Polres Sembada", "kepolisian resor sembada"),
        ("Direktorat Reserse Kriminal Umum Polda Metro Jaya", "kepolisian daerah metro jaya"),
        ("Ditjen Pajak", "kementerian keuangan"),
        ("Dirjen Pajak Kementerian Keuangan", "kementerian keuangan"),
        ("Menteri Pertanian", "kementerian pertanian"),
        ("Mentan", "kementerian pertanian"),
        ("Kepala Pelaksana BPBD Sembada", "badan penanggulangan bencana daerah sembada"),
        ("Stasiun Geofisika Sembada", "badan meteorologi klimatologi dan geofisika"),
        ("akun Instagram @bmkg", "badan meteorologi klimatologi dan geofisika"),
        ("@humas_bnpb", "badan nasional penanggulangan bencana"),
        ("@humasbnpb", "badan nasional penanggulangan bencana"),
        ("@bnpbofficial", "badan nasional penanggulangan bencana"),
        ("@wisatasembadaid", "wisatasembadaid"),
        ("laman resmi Komisi Pemilihan Umum", "komisi pemilihan umum"),
        ("Komisi Pemilihan Umum", "komisi pemilihan umum"),
        ("Wirya Sembada", "wirya sembada"),
        ("Kepala Desa", "desa"),
        ("@", ""),
    ],
)
def test_what_a_name_is_a_part_of(name: str, body: str) -> None:
    assert body_of(name, ID) == body


def groups(*names: str) -> int:
    return len(set(one_body_each(names, [ID]).values()))


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Polda Jawa Barat", "Polres Garut"), 1),
        (("Polda Jawa Tengah", "Polres Garut"), 2),
        (("Polres Garut", "Polres Bandung"), 2),
        (("Polda Metro Jaya", "Polda Jawa Barat"), 2),
        (("Polda Metro Jaya", "Polres Metro Jakarta Selatan", "Polres Metro Depok"), 1),
        (("polisi", "Polres Garut"), 1),
        (("polisi", "petugas"), 1),
        (("aparat", "Polres Garut"), 1),
        (("petugas", "Dinas Kesehatan Garut"), 2),
        (("Polsek Sembada", "Polres Garut"), 1),
        (("Polsek Sembada", "Polres Garut", "Polres Bandung"), 3),
        (("Gulkarmat Jakarta Selatan", "Dinas Pemadam Kebakaran DKI Jakarta", "petugas damkar"), 1),
        (("Sudin Gulkarmat Jakarta Selatan", "Sudin Gulkarmat Jakarta Timur"), 2),
        (("Dinas Kesehatan Kota Bandung", "Dinas Kesehatan Kabupaten Garut"), 2),
        (("BMKG", "@infoBMKG", "Badan Meteorologi, Klimatologi, dan Geofisika"), 1),
        (("Badan Pusat Statistik", "Badan Narkotika Nasional"), 2),
        (("Kejaksaan Tinggi Jawa Barat", "Kejari Garut"), 1),
    ],
)
def test_one_body_under_several_names_and_another_one(names: tuple[str, ...], count: int) -> None:
    assert groups(*names) == count
    assert groups(*names[::-1]) == count


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("Police", "Harlow Police Department"), 1),
        (("officers", "Harlow police", "Investigators"), 1),
        (("Lt", "Harlow Police"), 1),
        (("Police Chief", "Authorities"), 1),
        (("Sheriff", "Wexley County Sheriff’s Office"), 1),
        (("Wexley County Sheriff's Office", "Wexley County sheriff's department"), 1),
        (("Harlow Police Department", "Wexley police"), 2),
        (("Coroner", "Police"), 2),
        (("Lt Gen", "Harlow Police"), 2),
        (("the DNR", "Ostrava Department of Natural Resources"), 1),
        (("Ani", "Asosiasi Nelayan Indah"), 2),
        (("Doug Greene", "Douglas Greene"), 1),
    ],
)
def test_the_region_of_an_english_body_stands_before_it(names: tuple[str, ...], count: int) -> None:
    assert len(set(one_body_each(names, [EN]).values())) == count
    assert len(set(one_body_each(names[::-1], [EN]).values())) == count


def test_a_police_rank_tells_the_body() -> None:
    assert groups("AKBP", "Polres Garut") == 1
    assert groups("AKBP", "Kejari Garut") == 2


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Kepala Dinas Sosial Sembada", True),
        ("Kapolres Sembada", True),
        ("Kepala", False),
        ("Dinas Sosial", False),
    ],
)
def test_an_office_says_whose_it_is(name: str, office: bool) -> None:
    assert is_office(name, ID) is office


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_names_have_a_body_each_whatever_their_order(names: list[str]) -> None:
    found = one_body_each(names, [ID])
    assert found == one_body_each(names[::-1], [ID])
    assert found.keys() == set(names)
