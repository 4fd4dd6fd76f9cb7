"""What names of elements say."""

import pytest

from rujuk.model.errors import PackError
from rujuk.outlets.markup import named


@pytest.mark.parametrize(
    ("kind", "name", "is_told"),
    [
        ("body", "article-body", True),
        ("body", "isi", True),
        ("comments", "kolom-komentar", True),
        ("offers", "berita-terkait", True),
        ("offers", "articlebody", False),
        ("frame", "tags", True),
        ("summary", "article__subtitle", True),
        ("summary", "einleitung", True),
        ("summary", "kicker", False),
        ("signed", "nama-penulis", True),
    ],
)
def test_names(kind: str, name: str, *, is_told: bool) -> None:
    assert (named(kind).search(name) is not None) == is_told


def test_a_kind_that_is_not_known_is_said() -> None:
    with pytest.raises(PackError, match="'iklan'; there are: body"):
        named("iklan")
