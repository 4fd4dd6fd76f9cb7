"""The names of a story's speakers, persons and bodies: how they are written, which are one person's, and for which body each speaks."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.name_keys import canonical
from rujuk.model.annotations import Document, Quotation
from rujuk.outlets.base import Outlets
from rujuk.weigh.bodies import is_office, one_body_each
from rujuk.weigh.names import fold


def written_names(documents: Sequence[Document], speakers: Iterable[str], outlets: Outlets) -> dict[str, str]:
    """Return each folded name of a speaker, affiliation, body or person of the story with its written form."""
    names = [*speakers]
    for document in documents:
        people = (item for quote in document.quotations for item in (quote.speaker, quote.affiliation))
        names += [item.name for item in people if item]
        names += [cite.name for cite in document.citations if cite.kind in ("body", "person", "document")]
    written: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if fold(name) and outlets.by_name(name) is None:
            written[fold(name)].add(name)
    return {key: min(forms) for key, forms in written.items()}


def own_packs(documents: Sequence[Document], packs: Packs) -> list[LanguagePack]:
    """Return the packs of a story's languages."""
    languages = sorted({document.article.language for document in documents})
    return [pack for language in languages if (pack := packs.get(language)) is not None]


APPOSED = re.compile(r"\s*,\s+((?:[^\W\d_][\w.'’-]*\s+){1,4}[^\W\d_][\w'’-]*)\s*[,.]")
"""A name of two words and more between commas, where it follows an office."""


def apposed(documents: Sequence[Document], packs: Sequence[LanguagePack]) -> dict[str, str]:
    """Return the names that stand behind an office which was read as the speaker ("kata Kepala Dinas Sembada, Wirya Utama, ...").

    Of a person of two offices the first in string order is told, whatever the order of the documents.
    """
    found: set[tuple[str, str]] = set()
    for document in documents:
        for quotation in document.quotations:
            speaker = quotation.speaker
            if speaker is None or not any(is_office(speaker.name, pack) for pack in packs):
                continue
            text = document.article.text if speaker.span.part == "body" else ""
            name = APPOSED.match(text, speaker.span.end)
            if name and all(word[0].isupper() for word in name[1].split()):
                found.add((" ".join(name[1].split()), speaker.name))
    return dict(sorted(found, reverse=True))


def bodies_of(names: Iterable[str], packs: Sequence[LanguagePack]) -> dict[str, str]:
    """Return for each folded name what stands for the body it speaks for."""
    return {fold(name): body for name, body in one_body_each(names, packs).items()}


def roles(documents: Sequence[Document]) -> set[str]:
    """Return the roles of a story's speakers as they are written, and with the place behind them."""
    return {role for document in documents for item in document.quotations for role in offices_of(item)}


def of_posts(documents: Sequence[Document], bodies: Mapping[str, str]) -> dict[str, str]:
    """Return the body of each person of whom any report of the story gives an office of one, and none an office of another one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in (quotation for document in documents for quotation in document.quotations):
        if item.speaker is not None:
            body = body_of(offices_of(item), bodies)
            found[fold(item.speaker.name)].update(() if body is None else (body,))
    return {name: min(own) for name, own in found.items() if len(own) == 1}


def body_of(offices: Iterable[str], bodies: Mapping[str, str]) -> str | None:
    """Return the body of the first of some offices that is one of a body; `bodies` gives each folded name its own."""
    folded = map(fold, offices)
    return next((bodies[office] for office in folded if bodies.get(office, office) != office), None)


def offices_of(quotation: Quotation) -> tuple[str, ...]:
    """Return the role that a quotation gives its speaker, with what follows it first: "Kapolda Sembada", "Kapolda"."""
    if quotation.role is None:
        return ()
    role = quotation.role.span.text
    return (f"{role} {quotation.affiliation.name}", role) if quotation.affiliation is not None else (role,)


def other_names(documents: Sequence[Document], written: Mapping[str, str]) -> dict[str, str]:
    """Return for folded names of a story that one of its reports gives as another name of one person ("Gus Iwir") that person's fuller name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in (item for document in documents for item in document.entities if item.kind == "PER"):
        for form in entity.aliases:
            if fold(form) in written and not {*fold(form).split()} & {*fold(entity.name).split()}:
                found[fold(form)].add(entity.name)
    return {key: min(own) for key, own in found.items() if len(set(map(fold, own))) == 1}


def full_names(written: Mapping[str, str], own: Sequence[LanguagePack]) -> dict[str, str]:
    """Return for folded names that a pack of the story knows as another form of a body ("@infoBMKG") its fullest name."""
    found = ((key, canonical(name, "ORG", pack)) for pack in own for key, name in written.items())
    return {key: full for key, full in found if fold(full) != key}
