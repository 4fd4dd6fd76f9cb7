"""Where an article says that it has something from: agencies, outlets, documents, bodies, and how far each reaches."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rujuk.annotate.numerals import look_up
from rujuk.annotate.press import is_press, is_taken_from
from rujuk.annotate.reach import Body
from rujuk.annotate.reading import Reading, Reference, phrase_before, token_index
from rujuk.annotate.tokens import TOKEN, Token, phrase_at
from rujuk.lang.base import LanguagePack
from rujuk.lang.name_keys import canonical
from rujuk.model.annotations import Citation, CitationKind, Quotation
from rujuk.outlets.base import Outlet, Outlets

LONGEST_GAP = 8
"""Tokens between a word like "dikutip" and the name it belongs to ("dari laman resmi kantor berita …")."""
DOMAIN = re.compile(r"(?i)[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news)")


class OutletNames(NamedTuple):
    """Outlets by the tokens of their names, also written in one ("CNNIndonesia"), keyed by the first in lower case, longest first."""

    table: dict[str, tuple[tuple[tuple[str, ...], Outlet], ...]]


@lru_cache(maxsize=8)
def _outlet_names(outlets: Outlets) -> OutletNames:
    table: dict[str, list[tuple[tuple[str, ...], Outlet]]] = {}
    for name, outlet in outlets.names().items():
        for form in dict.fromkeys((name, "".join(name.split()))):
            words = tuple(TOKEN.findall(form))
            if words:
                table.setdefault(words[0].lower(), []).append((words, outlet))
    return OutletNames(
        {key: tuple(sorted(found, key=lambda item: (-len(item[0]), item[0]))) for key, found in table.items()}
    )


def find_references(reading: Reading, outlets: Outlets) -> tuple[Reference, ...]:
    """Return what the sentences of an article name as the place a claim is taken from, in their order.

    The article's own outlet is no place that it has something from.
    """
    names = _outlet_names(outlets)
    found: list[Reference] = []
    for number in range(len(reading.sentences)):
        found += _in_sentence(reading, number, names)
    own = reading.article.outlet.id if reading.article.outlet else ""
    return tuple(reference for reference in found if not (own and reference.outlet_id == own))


def _in_sentence(reading: Reading, number: int, names: OutletNames) -> Iterator[Reference]:
    tokens = reading.sentences[number].tokens
    index = 0
    while index < len(tokens):
        reference = (
            _credited(reading, number, index, names)
            or _relayed(reading, number, index, names)
            or _reported(reading, number, index, names)
            or _shown(reading, number, index, names)
            or _document(reading, number, index)
            or _bracketed(reading, number, index, names)
        )
        cue = index
        while reference:
            yield reference._replace(cue=reference.cue if reference.cue >= 0 else cue)
            index = reference.last - 1
            reference = _further(reading, number, reference, names)
        index += 1


def _further(reading: Reading, number: int, found: Reference, names: OutletNames) -> Reference | None:
    """Take the outlet that follows another: "dilansir X dan Y", "dirangkum X dari Y", "(X/Y)"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    after = found.last + 1
    if found.kind not in ("agency", "outlet") or after >= len(tokens):
        return None
    joined = phrase_at(tokens, found.last, cues.coordinators) or tokens[found.last].text in ",/&"
    if not (joined or tokens[found.last].lower in cues.relay_fillers):
        return None
    name = _name_at(reading, number, after, names, printed=False)
    return name._replace(cue=found.cue, retold=found.retold) if name else None


def outlet_at(tokens: Sequence[Token], index: int, names: OutletNames) -> tuple[int, Outlet] | None:
    """Return how many tokens the longest outlet name at this place takes, and the outlet."""
    token = tokens[index]
    for words, outlet in names.table.get(token.lower, ()):
        if all(
            index + k < len(tokens) and _same(tokens[index + k].text, word) for k, word in enumerate(words)
        ):
            return len(words), outlet
    return None


def _same(text: str, word: str) -> bool:
    if word.isupper() and len(word) <= 4:
        return text == word
    return text.casefold() == word.casefold() and (text[0].isupper() or "." in text or not word[0].isupper())


def _credited(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "Sumber: Kantor Contoh" at the beginning of a line."""
    tokens = reading.sentences[number].tokens
    if index or len(tokens) < 3:
        return None
    length = next(
        (
            len(words)
            for words in (TOKEN.findall(item) for item in reading.pack.speech.credits)
            if [token.lower for token in tokens[: len(words)]] == words
            and tokens[len(words) : len(words) + 1]
            and tokens[len(words)].text == ":"
        ),
        0,
    )
    if not length or length + 1 >= len(tokens):
        return None
    found = _name_at(reading, number, length + 1, names, printed=True)
    return found._replace(retold=True) if found else None


def _relayed(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "dilansir dari laman X", "kantor berita negara X", "kepada X"; a name that is no outlet's only after words of taking."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    relay = phrase_at(tokens, index, cues.relays)
    head = phrase_at(tokens, index, cues.agency_heads)
    addressed = tokens[index].lower in cues.addressees
    if not (relay or head or addressed):
        return None
    printed = bool(relay and not phrase_at(tokens, index, cues.following)) or _is_taken(
        reading, number, index
    )
    retold = any(token.lower in cues.retelling for token in tokens[index : index + relay])
    after = index + max(relay, head, 1)
    told = after
    while relay and told + 1 < len(tokens) and tokens[told].lower in cues.relay_fillers:
        told += 1
    if relay and told < len(tokens) and (report := phrase_at(tokens, told, cues.reports)):
        after, retold = told + report, False
    limit = min(len(tokens), after + (LONGEST_GAP if relay or head else 2))
    while after < limit:
        if _is_account(reading, number, after):
            return None
        reference = _name_at(reading, number, after, names, printed=printed)
        if reference:
            return reference._replace(retold=retold)
        filler = tokens[after].lower in cues.relay_fillers or phrase_at(tokens, after, cues.relays)
        head = head or phrase_at(tokens, after, cues.agency_heads)
        placed = head and (tokens[after].start in reading.named[number] or tokens[after].text == ",")
        if not (filler or placed):
            return None
        printed = printed and tokens[after].text != ","
        after += 1
    return None


def _is_account(reading: Reading, number: int, index: int) -> bool:
    """Return whether a document stands here that is named by where it was posted ("akun Instagram"): that is no outlet."""
    tokens = reading.sentences[number].tokens
    length = phrase_at(tokens, index, reading.cues.documents)
    return any(token.is_capital for token in tokens[index : index + length])


def _is_taken(reading: Reading, number: int, index: int) -> bool:
    """Return whether words of taking, "menurut" or a cue of saying stand right before a token."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    return any(phrase_before(tokens, index, table) for table in (cues.relays, cues.according, cues.following))


def _name_at(
    reading: Reading, number: int, index: int, names: OutletNames, *, printed: bool
) -> Reference | None:
    """Return the outlet named here; with `printed`, any other name or domain that stands here as well."""
    tokens = reading.sentences[number].tokens
    found = outlet_at(tokens, index, names)
    if found:
        length, outlet = found
        kind: CitationKind = "agency" if outlet.kind == "wire" else "outlet"
        return _reference(reading, number, index, index + length, outlet.name, outlet.id, kind)
    if not printed:
        return None
    if DOMAIN.fullmatch(tokens[index].text):
        return _reference(reading, number, index, index + 1, tokens[index].text, "", "outlet")
    mentions = reading.between(number, tokens[index].start, tokens[index].start + 200)
    if mentions and mentions[0].span.start == tokens[index].start and mentions[0].label != "LOC":
        mention = mentions[0]
        name = reading.name_of(mention)
        kind = (
            "person" if mention.label == "PER" else "body" if _is_official(reading.pack, name) else "outlet"
        )
        return _reference(reading, number, index, token_index(tokens, mention.span.end), name, "", kind)
    return _unknown(reading, number, index)


def _unknown(reading: Reading, number: int, index: int) -> Reference | None:
    """Take the capitals that stand where an outlet is named, unless they begin with a place, a day or a month."""
    tokens = reading.sentences[number].tokens
    first = tokens[index]
    if first.start in reading.named[number] or first.lower in reading.cues.relay_fillers:
        return None
    if look_up(first.text, reading.pack.dates.months) or look_up(first.text, reading.pack.dates.weekdays):
        return None
    last = index
    while last < len(tokens) and _is_plain(reading, tokens[last], opens=last == index):
        last += 1
    if last == index:
        return None
    name = reading.article.part_text(reading.sentences[number].span.part)[
        tokens[index].start : tokens[last - 1].end
    ]
    return _reference(reading, number, index, last, name, "", "outlet")


def _is_plain(reading: Reading, token: Token, *, opens: bool) -> bool:
    """Return whether a token may be part of a printed name: a capital or, but at its beginning, a figure ("Kabar 24"); no day."""
    fits = token.is_capital or (token.text[0].isdigit() and not opens)
    ends = token.lower in reading.cues.stops or phrase_at((token,), 0, reading.cues.documents) > 0
    return fits and not ends


def _reference(
    reading: Reading,
    number: int,
    first: int,
    last: int,
    name: str,
    outlet_id: str,
    kind: CitationKind,
    *,
    relayed: bool = True,
) -> Reference:
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    span = reading.article.span(tokens[first].start, tokens[last - 1].end, part)
    return Reference(number, first, last, span, name, outlet_id, kind, relayed)


def _reported(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "menurut data BMKG", "berdasarkan laporan X", "menurut Kremlin"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    length = phrase_at(tokens, index, cues.according)
    opener = phrase_at(tokens, index, cues.document_openers)
    if not (length or opener) or index + max(length, opener) >= len(tokens):
        return None
    after = index + max(length, opener)
    report = phrase_at(tokens, after, cues.reports)
    if not (length or report):
        return None
    after = min(len(tokens) - 1, after + report)
    while after + 1 < len(tokens) and tokens[after].lower in cues.relay_fillers:
        after += 1
    found = outlet_at(tokens, after, names)
    if found:
        return _name_at(reading, number, after, names, printed=False)
    mentions = reading.between(number, tokens[after].start, tokens[after].start + 200)
    if not mentions or mentions[0].span.start != tokens[after].start:
        told = report or phrase_before(tokens, after, cues.reports)
        unknown = _unknown(reading, number, after) if told else None
        return unknown._replace(kind="body", relayed=False) if unknown else None
    mention = mentions[0]
    if mention.label == "PER":
        return None
    if mention.label == "LOC" and (report or not length):
        return None
    last = token_index(tokens, mention.span.end)
    kind: CitationKind = "outlet" if is_press(reading, mention.span) else "body"
    return _reference(reading, number, after, last, reading.name_of(mention), "", kind, relayed=False)


def _shown(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "Data (dari) BMKG menunjukkan …", "Video yang dirilis X memperlihatkan …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    report, record = phrase_at(tokens, index, cues.reports), phrase_at(tokens, index, cues.records)
    if tokens[index].lower in reading.pack.speech.credits:
        return _source_of(reading, number, index + 1, names)
    after = index + max(report, record)
    released = phrase_at(tokens, after, cues.released) if after < len(tokens) else 0
    if not (report or (record and released)) or after + released >= len(tokens):
        return None
    after += released
    while after + 1 < len(tokens) and tokens[after].lower in cues.relay_fillers:
        after += 1
    found = outlet_at(tokens, after, names)
    mentions = reading.between(number, tokens[after].start, tokens[after].start + 200)
    body = next((m for m in mentions if m.span.start == tokens[after].start and m.label == "ORG"), None)
    last = after + found[0] if found else token_index(tokens, body.span.end) if body else after
    if last == after or not _shows(reading, number, last):
        return None
    if found:
        named = _name_at(reading, number, after, names, printed=False)
        return named._replace(relayed=False) if named else None
    name = reading.name_of(body) if body else ""
    return _reference(reading, number, after, last, name, "", "body", relayed=False)


def _source_of(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "Sumber BBC menyebut …": an outlet's own source is what the outlet reports."""
    tokens = reading.sentences[number].tokens
    found = outlet_at(tokens, index, names) if index < len(tokens) else None
    if found is None or not _shows(reading, number, index + found[0]):
        return None
    named = _name_at(reading, number, index, names, printed=False)
    return named._replace(relayed=False) if named else None


def _shows(reading: Reading, number: int, index: int) -> bool:
    """Return whether a verb of showing follows soon, before a mark: "Data BPS per Maret 2026 menunjukkan"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for place in range(index, min(len(tokens), index + LONGEST_GAP)):
        if phrase_at(tokens, place, cues.showing) or phrase_at(tokens, place, cues.relays):
            return True
        if not (tokens[place].is_word or tokens[place].text in "()/"):
            return False
    return False


def _document(reading: Reading, number: int, index: int) -> Reference | None:
    """Take "dalam keterangan tertulis", "lewat unggahan di X"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    length = phrase_at(tokens, index, cues.documents)
    opener = phrase_before(tokens, index, cues.document_openers) if length else 0
    if not opener:
        return None
    last = index + length
    name = " ".join(token.lower for token in tokens[index:last])
    return _reference(reading, number, index, last, name, "", "document")._replace(cue=index - opener)


def _bracketed(reading: Reading, number: int, index: int, names: OutletNames) -> Reference | None:
    """Take "(Antara)" and "(AFP/Reuters)" after a sentence."""
    tokens = reading.sentences[number].tokens
    if tokens[index].text != "(" or index + 2 >= len(tokens):
        return None
    found = outlet_at(tokens, index + 1, names)
    if not found or index + 1 + found[0] >= len(tokens) or tokens[index + 1 + found[0]].text not in ")/,":
        return None
    return _name_at(reading, number, index + 1, names, printed=False)


def read_citations(
    reading: Reading, references: Sequence[Reference], quotations: Sequence[Quotation], outlets: Outlets
) -> tuple[Citation, ...]:
    """Return the citations of an article, sorted by part and offset: the references, and bodies and agencies that speak."""
    body = Body.of(reading, references, quotations)
    found = {
        each.span: Citation(each.span, each.name, each.outlet_id, each.kind, body.reach(each))
        for each in references
    }
    taken = {(span.part, place) for span in found for place in range(span.start, span.end)}
    for quotation in quotations:
        citation = _of_speaker(reading, quotation, outlets, body)
        if citation and (citation.span.part, citation.span.start) not in taken:
            found.setdefault(citation.span, citation)
    return tuple(found[span] for span in sorted(found, key=lambda span: (span.part, span.start)))


def _of_speaker(reading: Reading, quotation: Quotation, outlets: Outlets, body: Body) -> Citation | None:
    """Return the citation that a speaking agency, outlet or body makes; its reach are the words given as its own, carried on."""
    speaker = quotation.speaker
    if speaker is None or speaker.entity is None:
        return None
    outlet = outlets.by_name(speaker.span.text) or outlets.by_name(speaker.name)
    if outlet is not None:
        if reading.article.outlet and reading.article.outlet.id == outlet.id:
            return None
        kind: CitationKind = "agency" if outlet.kind == "wire" else "outlet"
        return Citation(speaker.span, outlet.name, outlet.id, kind, body.carried_on(quotation.span))
    entity = reading.entities.get(speaker.entity)
    taken = entity is not None and entity.kind == "ORG" and is_taken_from(reading, quotation)
    if entity is not None and (taken or is_press(reading, speaker.span)):
        return Citation(speaker.span, entity.name, "", "outlet", body.carried_on(quotation.span))
    official = entity is not None and _is_official(reading.pack, entity.name, speaker.span.text)
    if entity is None or entity.kind == "PER" or not official:
        return None
    return Citation(speaker.span, entity.name, "", "body", body.carried_on(quotation.span))


def _is_official(pack: LanguagePack, *names: str) -> bool:
    exact, heads = _official(pack)
    return any(name in exact or name.startswith(heads) for name in names)


@lru_cache(maxsize=16)
def _official(pack: LanguagePack) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the official bodies under every name, and as what a longer name begins with."""
    listed = pack.speech.official_bodies
    return frozenset({*listed, *(canonical(body, "ORG", pack) for body in listed)}), tuple(
        f"{body} " for body in listed
    )
