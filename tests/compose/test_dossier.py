import itertools
import json

import pytest

from render import ferry
from render.builders import MANIFEST, article, document, story
from rujuk.compose import compose
from rujuk.model.dossier import Dossier, verify
from rujuk.model.errors import ProvenanceError

DOCUMENTS, STATEMENTS = ferry.documents(), ferry.statements()
STORY = story([item.article for item in DOCUMENTS])


def test_the_dossier_is_borne_out_by_its_articles() -> None:
    assert verify(ferry.ferry(), [item.article for item in DOCUMENTS]) == ()


def test_json_round_trip_is_identity() -> None:
    dossier = ferry.ferry()
    assert Dossier.from_dict(json.loads(json.dumps(dossier.to_dict()))) == dossier


def test_the_order_of_inputs_does_not_matter() -> None:
    whole = compose(STORY, STATEMENTS, DOCUMENTS, manifest=MANIFEST)
    for documents in itertools.islice(itertools.permutations(DOCUMENTS), 0, 720, 97):
        assert compose(STORY, STATEMENTS[::-1], documents, manifest=MANIFEST) == whole


def test_nothing_is_left_out() -> None:
    dossier = ferry.ferry()
    assert {item.id for item in dossier.statements} == {item.id for item in STATEMENTS}
    assert len(dossier.quotations) == sum(len(item.quotations) for item in DOCUMENTS)
    assert [card.analysed for card in dossier.articles].count(False) == 1


def test_a_card_names_what_the_article_cites_once() -> None:
    cards = {card.outlet.name: card for card in ferry.ferry().articles if card.outlet}
    assert cards["Kabar Selat"].cites == ("Kantor Berita Rantau",)
    assert cards["Warta Nusa"].cites == ()


def test_documents_of_other_stories_are_not_taken() -> None:
    other = document(article("Warta Lain", "Hal lain", "Hal lain sama sekali."))
    assert (
        compose(STORY, STATEMENTS, [*DOCUMENTS, other], manifest=MANIFEST).articles == ferry.ferry().articles
    )


def test_a_missing_document_is_a_broken_promise() -> None:
    with pytest.raises(ProvenanceError, match="no document of article"):
        compose(STORY, STATEMENTS, DOCUMENTS[1:], manifest=MANIFEST)
