"""The summary under a headline."""

import pytest

from clean.body.test_webpage import LEAD, REST, only_paragraphs, paragraphs, read

SUMMARY = "Dua pedagang luka ringan, bangsal ikan ditutup sampai pekan depan"
HEAD = "<h1>Atap Pasar Lande Runtuh</h1>"


@pytest.mark.parametrize(
    ("head", "is_body"),
    [
        (f"{HEAD}<h2 class='article-subtitle'>{SUMMARY}</h2>", True),
        (f"{HEAD}<div class='post__excerpt'>{SUMMARY}</div>", True),
        (f"{HEAD}<div class='standfirst'><div>{SUMMARY}</div></div>", True),
        (f"{HEAD}<div class='byline'>Gita</div><div class='einleitung'>{SUMMARY}</div>", True),
        (f"{HEAD}<h2 class='kicker'>{SUMMARY}</h2>", False),
        (f"{HEAD}<h2 class='intro'>Dua pedagang luka</h2>", False),
        (f"{HEAD}<div class='teaser'><a href=/x>{SUMMARY}</a></div>", False),
        (f"<div class='article-subtitle'>{SUMMARY}</div>{HEAD}", False),
        (f"<h2 class='article-subtitle'>{SUMMARY}</h2>", False),
        (f"{HEAD}{'<i>Kolom</i><br>' * 9}<h2 class='article-subtitle'>{SUMMARY}</h2>", False),
    ],
)
def test_what_stands_under_the_headline_and_is_called_its_summary(head: str, is_body: bool) -> None:
    page, _ = read(f"<article><header>{head}</header>{paragraphs(LEAD, *REST)}</article>", only_paragraphs())
    assert page.body == [*([SUMMARY] if is_body else []), LEAD, *REST]
