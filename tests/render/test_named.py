"""Who and what is named, as the page shows it."""

from dataclasses import replace

from render import ferry
from rujuk.model.annotations import Place
from rujuk.model.dossier import Alias, Dossier, StoryEntity
from rujuk.render import render
from rujuk.render.named import SHOWN


def named(*entities: StoryEntity) -> Dossier:
    return replace(ferry.ferry(), entities=entities)


def entity(name: str, number: int = 0) -> StoryEntity:
    card = ferry.ferry().articles[0]
    own = next(item.article for item in ferry.documents() if item.article.id == card.id)
    bogor = Place("ID.32.01", "Bogor", "regency", "ID", ("Jawa Barat", "Indonesia"))
    return StoryEntity(f"{number:016x}", "LOC", name, (Alias(name, (own.span(0, 5),)),), ("<b>",), (bogor,))


def test_an_entity_is_shown_with_forms_roles_and_places() -> None:
    page = render(named(entity("Kota Wantuli")), language="id")
    assert "Kota Wantuli" in page
    assert "Bogor (kabupaten, Jawa Barat, Indonesia)" in page
    assert "Bogor (regency, Jawa Barat, Indonesia)" in render(named(entity("Wantuli")), language="en")


def test_names_and_roles_are_escaped() -> None:
    page = render(named(entity("<script>alert(1)</script>")), language="id")
    assert "<script" not in page
    assert "<b></span>" not in page


def test_many_entities_can_be_unfolded_and_none_is_said() -> None:
    many = [entity(f"Tempat {number}", number) for number in range(SHOWN + 3)]
    assert "3 nama lain" in render(named(*many), language="id")
    assert "Tidak ada nama yang terbaca." in render(named(), language="id")
