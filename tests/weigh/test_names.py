"""When two written names mean one: the same words, one misspelt word, lost spaces."""

import pytest

from rujuk.weigh.names import fold, one_name_each


def one(left: str, right: str) -> bool:
    names = one_name_each([fold(left), fold(right)])
    return names[fold(left)] == names[fold(right)]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Dimas Aryo Wibisono", "Wibisono", True),
        ("Dimitri Halvor", "Dimitry Halvor", True),
        ("KyaiDimas Wibisonopada", "Dimas Wibisono", True),
        ("Dinas Pelayaran KotaRejosari", "Dinas Pelayaran Kota Rejosari", True),
        ("Muh Dimas Wibisono", "Muhammad Dimas Wibisono", True),
        ("Al Dimas Wibisono", "Alfin Dimas Wibisono", False),
        ("Dimas Wibisono", "Sari Wening", False),
        ("Ari Ani", "Sari Anita", False),
        ("Wibisono", "DimasWibisonopada", False),
    ],
)
def test_two_names_of_one(left: str, right: str, same: bool) -> None:
    assert one(left, right) is same
    assert one(right, left) is same
