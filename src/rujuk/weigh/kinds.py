"""What kind of origin a name is, by the words of a language: an eyewitness, a body whose word is a measurement, a person, a body."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Document, Quotation
from rujuk.model.statement import OriginKind
from rujuk.weigh.names import fold


def person_or_body(name: str, document: Document) -> OriginKind:
    """Return "person" for a name of a person, and for an unknown one all of whose words are capitalised; else "body"."""
    key = fold(name)
    labels = {
        entity.kind
        for entity in document.entities
        if key in {fold(form) for form in (entity.name, *entity.aliases)}
    }
    if labels:
        return "person" if "PER" in labels else "body"
    return "person" if all(word[:1].isupper() for word in name.split()) else "body"


def speaker_kind(
    name: str, quotations: Sequence[Quotation], document: Document, pack: LanguagePack | None
) -> OriginKind:
    """Return what kind of origin a speaker is; `quotations` are those that may give their role."""
    kind = person_or_body(name, document)
    if pack is None:
        return kind
    roles = [item.role.span.text for item in quotations if item.role is not None]
    if any(_is_witness(text, pack) for text in (name, *roles)):
        return "witness"
    if fold(name) in pack.speech.speaker_nouns:  # which begins a sentence with a capital
        return "body"
    return body_kind(name, pack) if kind == "body" else kind


def body_kind(name: str, pack: LanguagePack | None) -> OriginKind:
    """Return "data" for a body whose own word is a measurement, else "body"."""
    return "data" if pack is not None and fold(name) in _measurers(pack) else "body"


def is_pronoun(name: str, pack: LanguagePack | None) -> bool:
    """Return whether a speaker's name is a pronoun that nobody was found for ("Ia"): two of them are not one person."""
    return pack is not None and fold(name) in {*pack.speech.pronouns, *pack.speech.plural_pronouns}


def retells(sentence: str, pack: LanguagePack | None) -> bool:
    """Return whether a sentence begins as one that only repeats what was reported before."""
    return pack is not None and _begins(sentence, pack.origins.recaps)


def advises(words: str, pack: LanguagePack | None) -> bool:
    """Return whether words speak to whoever reads them ("kamu bisa menyiram tanaman pagi hari")."""
    return pack is not None and not {*fold(words).split()}.isdisjoint(pack.origins.readers)


def _begins(text: str, cues: tuple[str, ...]) -> bool:
    """Return whether a text begins with one of these phrases, as whole words."""
    return f"{fold(text)} ".startswith(_beginnings(cues))


@lru_cache(maxsize=32)
def _beginnings(cues: tuple[str, ...]) -> tuple[str, ...]:
    """Return phrases as whole words that folded text may begin with."""
    return tuple(f"{fold(cue)} " for cue in cues)


def _is_witness(text: str, pack: LanguagePack) -> bool:
    folded = fold(text)
    found, other = _witnesses(pack)
    return bool(found.search(folded)) and not other.search(folded)


@lru_cache(maxsize=16)
def _witnesses(pack: LanguagePack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word for an eyewitness where a role or description begins, and what finds a phrase that is none."""
    words, others = (
        "|".join(re.escape(fold(word)) for word in sorted(listed, key=len, reverse=True))
        for listed in (pack.origins.witnesses, pack.origins.no_witnesses)
    )
    return re.compile(rf"^(?:\w+ ){{0,2}}(?:{words})\b"), re.compile(rf"\b(?:{others})\b")


@lru_cache(maxsize=16)
def _measurers(pack: LanguagePack) -> frozenset[str]:
    return frozenset(fold(name) for name in pack.origins.measurers)
