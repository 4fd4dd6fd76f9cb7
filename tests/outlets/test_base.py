"""Outlet packs: what the bundled ones hold, how they are looked up, what a bad file is told."""

from pathlib import Path

import pytest

from rujuk.model.errors import PackError
from rujuk.outlets import base
from rujuk.outlets.base import Outlets, load


@pytest.fixture(scope="module")
def outlets() -> Outlets:
    return load()


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


GOOD = '[[outlet]]\nid = "wartanusa"\nname = "Warta Nusa"\nkind = "national"\n'


def test_the_packs_hold_what_they_promise(outlets: Outlets) -> None:
    indonesian = [outlet for outlet in outlets.all if outlet.country == "ID"]
    foreign = [outlet for outlet in outlets.all if outlet.country != "ID"]
    assert len(indonesian) >= 60
    assert len(foreign) >= 45
    assert [outlet.id for outlet in outlets.all] == sorted(outlet.id for outlet in outlets.all)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("kompas.com", "kompas-com"),
        ("nasional.kompas.com", "kompas-com"),
        ("WWW.Detik.com", "detik"),
        ("jabar.tribunnews.com", "tribun-jabar"),
        ("m.jabar.tribunnews.com", "tribun-jabar"),
        ("tribunnews.com", "tribunnews"),
        ("notkompas.com", None),
        ("kompas.com.example", None),
        ("com", None),
        ("", None),
        ("a." * 5_000 + "kompas.com", "kompas-com"),
    ],
)
def test_a_host_belongs_to_the_nearest_domain(outlets: Outlets, host: str, expected: str | None) -> None:
    found = outlets.by_domain(host)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Aljazirah", "al-jazeera"),
        ("al jazeera", "al-jazeera"),
        ("Kantor Berita Yonhap", "yonhap"),
        ("  Russia   Today ", "rt"),
        ("Channel News Asia", "cna"),
        ("LKBN Antara", "antara"),
        ("Aljazirah Raya", None),
    ],
)
def test_names_are_found_as_the_press_writes_them(outlets: Outlets, name: str, expected: str | None) -> None:
    found = outlets.by_name(name)
    assert (found.id if found else None) == expected


def test_marks_names_and_domains_are_all_marks(outlets: Outlets) -> None:
    found = [
        outlets.by_mark(mark) for mark in ("TRIBUNNEWS.COM", "CNN Indonesia", "www.antaranews.com", "entah")
    ]
    assert [outlet.id if outlet else None for outlet in found] == [
        "tribunnews",
        "cnn-indonesia",
        "antara",
        None,
    ]


def test_the_tribun_network_has_one_owner(outlets: Outlets) -> None:
    groups = {outlet.group for outlet in outlets.all if "tribunnews.com" in " ".join(outlet.domains)}
    assert groups == {"Kompas Gramedia"}


def test_names_give_every_alias(outlets: Outlets) -> None:
    names = outlets.names()
    assert names["Aljazirah"] is names["Al Jazeera"]
    assert all(names[name] is outlet for outlet in outlets.all for name in outlet.names)


def test_a_users_file_is_added_and_changes_the_hash(tmp_path: Path, outlets: Outlets) -> None:
    more = load([write(tmp_path / "own.toml", GOOD)])
    assert more.get("wartanusa") is not None
    assert more.sha256 != outlets.sha256
    assert load().sha256 == outlets.sha256


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[outlet]]\nid = ", "TOML"),
        ('name = "x"', "[[outlet]]"),
        ('[[outlet]]\nid = "a"\nkind = "local"\n', "name is missing"),
        ('[[outlet]]\nid = "a"\nname = "A"\nkind = "weekly"\n', "there are: wire"),
        ('[[outlet]]\nid = "a"\nname = "A"\nkind = "local"\nowner = "B"\n', "unknown keys ['owner']"),
        ('[[outlet]]\nid = "a"\nname = "A"\nkind = "local"\naliases = "B"\n', "list of strings"),
        ('[[outlet]]\nid = "a"\nname = 3\nkind = "local"\n', "must be a string"),
        (GOOD + GOOD, "already taken"),
        ('[[outlet]]\nid = "tempo"\nname = "A"\nkind = "local"\n', "already taken"),
        ('[[outlet]]\nid = "a"\nname = "aljazirah"\nkind = "local"\n', "claimed by two outlets"),
        (
            '[[outlet]]\nid = "a"\nname = "A"\nkind = "local"\ndomains = ["kompas.com"]\n',
            "claimed by two outlets",
        ),
        ("outlet = [1]", "must be a table"),
    ],
)
def test_a_bad_file_is_told_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PackError) as error:
        load([write(tmp_path / "bad.toml", text)])
    assert said in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.toml"):
        load([tmp_path / "none.toml"])


def test_every_group_says_where_it_is_known_from(outlets: Outlets) -> None:
    table = Path(base.__file__).with_name("SOURCES.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
        if line.startswith("| ")
    ]
    known = {cells[0]: cells[2] for cells in rows if len(cells) == 3 and cells[2]}
    assert {outlet.group for outlet in outlets.all if outlet.group} <= known.keys()


def test_enough_of_the_press_is_known(outlets: Outlets) -> None:
    at_home = [outlet for outlet in outlets.all if outlet.country == "ID"]
    assert len(at_home) >= 150
    assert len(outlets.all) - len(at_home) >= 60
