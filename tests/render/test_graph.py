from render.builders import article, claim, document, origin, statement
from rujuk.compose.dossier import article_card
from rujuk.render.evidence import article_views
from rujuk.render.graph import SHOWN, Graph, OriginRow, graph, origin_rows
from rujuk.render.wording import wording

WORDS = wording("id")


def picture(count: int) -> tuple[Graph, tuple[OriginRow, ...]]:
    articles = [
        article(f"Media Nomor {number:02}", f"Judul {number}", "Hujan turun di kota itu.")
        for number in range(count)
    ]
    views = article_views([article_card(document(of)) for of in articles], WORDS)
    statements = [
        statement(
            "single",
            [claim(of, "Hujan turun")],
            [origin(f"Badan Pengamat Cuaca Wilayah {number}", "body", (of, "x"))],
        )
        for number, of in enumerate(articles)
    ]
    return graph(statements, views, WORDS), origin_rows(statements, views, WORDS)


def test_every_origin_is_joined_to_its_outlet() -> None:
    drawn, rows = picture(4)
    assert (len(drawn.origins), len(drawn.outlets), len(drawn.edges), len(rows)) == (4, 4, 4, 4)
    assert not drawn.hidden
    assert all(len(node.lines) == 2 for node in drawn.origins)
    assert {row.kind for row in rows} == {"lembaga"}
    assert {row.statements for row in rows} == {1}


def test_a_large_picture_shows_the_most_and_says_so() -> None:
    drawn, rows = picture(40)
    assert len(drawn.origins) == len(drawn.outlets) == SHOWN
    assert drawn.hidden
    assert len(rows) == 40


def test_no_statement_gives_an_empty_picture() -> None:
    assert picture(0)[0].edges == ()
