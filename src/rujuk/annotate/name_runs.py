"""Names in one sentence of running text.

In the order of trust: a known name; a title or rank, after which a person's name is due; the head of an organisation's
or place's name; any other run of capitals. Words that only begin a sentence need evidence from elsewhere.
"""

from rujuk.annotate.name_kinds import LONG_ACRONYM, guess, is_field, is_no_name, is_person_word
from rujuk.annotate.name_reader import Name, Reader, known_at, span_text, word_at
from rujuk.annotate.tokens import Token, phrase_at
from rujuk.model.annotations import Label

OPENERS = frozenset("\"“„‘'«(:—–-•*[")
LONGEST_NAME = 7
"""Tokens of the longest run that is taken as one person's name."""
LONGEST_ORGANISATION = 12
SHORTEST_VERB = 6
"""Letters from which on a word with a verb's prefix is taken for a verb ("meminta"; "beras" is none)."""


def read_running(reader: Reader) -> list[Name]:
    """Return the names of a sentence, in order, running over its tokens once."""
    while reader.index < len(reader.tokens):
        token = reader.tokens[reader.index]
        if not token.is_word:
            pass_mark(reader, token)
        elif not (_known(reader) or take_announcer(reader) or _headed(reader) or _run(reader)):
            reader.index += 1
            if not (token.is_capital or token.lower in reader.lexicon.organisation_joints):
                reader.due = None
    return reader.names


def pass_mark(reader: Reader, token: Token) -> None:
    """Go over a mark; a full stop of an abbreviation, a comma or a bracket leave a name due, others do not.

    Nor does a comma right after one word in lower case ("menurut warga, Tirta").
    """
    bare = reader.due == reader.index - 1 and not reader.tokens[reader.index - 1].is_capital
    if token.text not in ".,()" or (token.text == "," and bare):
        reader.due = None
    reader.index += 1


def _add(reader: Reader, first: int, last: int, label: Label, *, sure: bool) -> None:
    tokens = reader.tokens
    start = tokens[first].start
    end = tokens[last - 1].start + len(reader.lexicon.named(tokens[last - 1].text))
    role = None
    if label == "PER" and reader.due is not None:
        role = (tokens[reader.due].start, tokens[first - 1].end)
        reader.due = None
    text = span_text(reader.span, start, end)
    reader.names.append(Name(reader.span.part, start, end, text, label, role, sure))
    reader.index = last


def _known(reader: Reader) -> bool:
    """Take a known name here; it may go on ("Jakarta" + "Raya", "Barcelona" + "FC", "Prabowo" + a surname)."""
    found = known_at(reader, reader.index)
    if not found or not reader.tokens[reader.index].text[0].isupper():
        return False
    length, label = found
    first, last = reader.index, reader.index + length
    token = word_at(reader, last)
    opens = first == 0 or reader.tokens[first - 1].text in OPENERS
    if opens and length == 1 and reader.tokens[first].lower in reader.lexicon.ordinary:
        return False
    if (
        length == 1
        and token
        and token.is_capital
        and phrase_at(reader.tokens, first, reader.lexicon.place_heads)
    ):
        return False
    if (
        label == "LOC"
        and length == 1
        and reader.due is None
        and token
        and is_person_word(reader, last)
        and token.lower in reader.lexicon.given_names
        and not _is_place_next(reader, last)
    ):
        return False
    if token and token.is_capital and token.lower in reader.lexicon.organisation_tails and label != "PER":
        label, last = "ORG", last + 1
    elif label == "LOC":
        while (
            (token := word_at(reader, last))
            and token.is_capital
            and token.lower in reader.lexicon.place_words
        ):
            last += 1
    elif label == "PER":
        last = _person_end(reader, last, inside=True)
    _add(reader, first, last, label, sure=True)
    return True


def _is_place_next(reader: Reader, index: int) -> bool:
    return known_at(reader, index) is not None


def take_announcer(reader: Reader) -> bool:
    """Take a title, rank or role here and the words that say its field; a person's name is due after it."""
    tokens, ready = reader.tokens, reader.lexicon
    length = phrase_at(tokens, reader.index, ready.announcers)
    if not length:
        return False
    token = tokens[reader.index]
    if length == 1 and not token.is_capital and len(token.text) <= 3:
        return False
    if len(token.text) in (2, 3, 4) and token.text.isupper() and token.text not in ready.capital_announcers:
        return False
    if reader.due is None:
        reader.due = reader.index
    reader.index += length
    while reader.index < len(tokens) and tokens[reader.index].is_word:
        length = phrase_at(tokens, reader.index, ready.role_words)
        joined = tokens[reader.index].lower in ready.organisation_joints and word_at(reader, reader.index + 1)
        if not length and joined and tokens[reader.index + 1].is_capital:
            length = phrase_at(tokens, reader.index + 1, ready.role_words)
            reader.index += length > 0
        if not length:
            break
        reader.index += length
    return True


def _headed(reader: Reader) -> bool:
    """Take the name of an organisation or place that its head announces ("Badan …", "Jalan …")."""
    token = reader.tokens[reader.index]
    if not token.is_capital:
        return False
    for heads, label in ((reader.lexicon.organisation_heads, "ORG"), (reader.lexicon.place_heads, "LOC")):
        length = phrase_at(reader.tokens, reader.index, heads)
        if not length:
            continue
        after = reader.index + length
        last = _organisation_end(reader, after) if label == "ORG" else _place_end(reader, after)
        alone = token.text.isupper() and len(token.text) > 2 and label == "ORG"
        if last > after or alone:
            _add(reader, reader.index, last, "ORG" if label == "ORG" else "LOC", sure=True)
            return True
    return False


def _organisation_end(reader: Reader, index: int) -> int:
    """Return where the name of an organisation ends whose head ends at `index`.

    Where a title stands before it, a person's name will follow: then only words that organisations are named with
    are taken, and one other word right after the head.
    """
    first = index
    while index < len(reader.tokens) and index - first < LONGEST_ORGANISATION:
        token = reader.tokens[index]
        if index == first and (skip := _lower_words(reader, index)):
            index += skip
        elif token.is_capital and not _ends_organisation(reader, index, first):
            found = known_at(reader, index)
            index += found[0] if found and found[1] != "PER" else 1
        elif token.text.isdigit() and len(token.text) <= 4:
            index += 1
        elif _joins(reader, index, first):
            index += (
                2
                if token.text == "," and reader.tokens[index + 1].lower in reader.lexicon.organisation_joints
                else 1
            )
        else:
            break
    return index


def _lower_words(reader: Reader, index: int) -> int:
    """Return how many words of an organisation's name stand here in lower case, before one with a capital."""
    count = 0
    while (token := word_at(reader, index + count)) and token.lower in reader.lexicon.organisation_words:
        if token.is_capital:
            return count
        count += 1
    return count if token is not None and token.is_capital else 0


def _ends_organisation(reader: Reader, index: int, first: int) -> bool:
    token, ready = reader.tokens[index], reader.lexicon
    if token.lower in ready.organisation_words or token.lower in ready.organisation_tails:
        return False
    if ready.is_ordinary(token.lower) and token.lower not in ready.given_names:
        return bool(phrase_at(reader.tokens, index, ready.announcers))
    if token.lower in ready.not_names or token.lower in ready.degrees:
        return True
    if phrase_at(reader.tokens, index, ready.announcers) and index > first:
        return True
    found = known_at(reader, index)
    if found:
        return found[1] == "PER"
    if index == first:
        return False
    if reader.due is not None:
        return not token.text.isupper() and not _given_name_ahead(reader, index)
    return token.lower in ready.given_names


def _given_name_ahead(reader: Reader, index: int) -> bool:
    """Return whether a person's name comes after this word, so that the word still belongs to the organisation.

    It does where a common first name follows, or a comma and then a name ("PT Sumber Jaya, Tirta Wibisana").
    """
    tokens, ready = reader.tokens, reader.lexicon
    if tokens[index].lower in ready.given_names:
        return False
    ahead = index + 1
    while ahead < min(len(tokens), index + 3) and tokens[ahead].is_capital:
        if tokens[ahead].lower in ready.given_names:
            return True
        ahead += 1
    after = word_at(reader, ahead + 1) if ahead < len(tokens) and tokens[ahead].text == "," else None
    return after is not None and is_person_word(reader, ahead + 1) and not known_at(reader, ahead + 1)


def _joins(reader: Reader, index: int, first: int) -> bool:
    """Return whether "dan", "untuk" or a comma here stands inside an organisation's name."""
    token, ready = reader.tokens[index], reader.lexicon
    after = index + 1
    if (
        token.text == ","
        and after < len(reader.tokens)
        and reader.tokens[after].lower in ready.organisation_joints
    ):
        after += 1
    elif token.text != "," and token.lower not in ready.organisation_joints:
        return False
    if index == first or after >= len(reader.tokens):
        return False
    follows = reader.tokens[after]
    usual = all(
        word.lower in ready.organisation_words or ready.is_ordinary(word.lower)
        for word in (reader.tokens[index - 1], follows)
    )
    return usual and follows.is_capital


def _place_end(reader: Reader, index: int) -> int:
    first = index
    while (token := word_at(reader, index)) and index - first < LONGEST_NAME:
        if token.lower in reader.lexicon.not_names and index > first:
            break
        found = known_at(reader, index)
        if found and token.is_capital:
            return index + found[0]
        roman = token.text.isdigit() and index > first
        if not (token.is_capital or roman) or phrase_at(reader.tokens, index, reader.lexicon.announcers):
            break
        index += 1
    return index


def _run(reader: Reader) -> bool:
    """Take a run of capitals that nothing announces, and guess its kind from its surroundings."""
    first = reader.index
    if not _may_begin(reader, first):
        return False
    last = _person_end(reader, first)
    if last > first and _is_thing(reader, first):
        reader.index = last
        return True
    if last > first and reader.due is not None and _is_field_place(reader, first, last):
        _add(reader, first, last, "LOC", sure=True)
        return True
    if last > first and is_field(reader, first, last):
        reader.index = last
        return True
    if last == first or is_no_name(reader, first, last):
        return False
    if reader.due is not None and _before_place(reader, last):
        _add(reader, first, last, "ORG", sure=False)
        return True
    if reader.due is not None and last - first > 1 and _is_body_of_role(reader, first):
        _add(reader, first, first + 1, "ORG", sure=True)
        return True
    label, sure = guess(reader, first, last)
    _add(reader, first, last, label, sure=sure)
    return True


def _is_thing(reader: Reader, first: int) -> bool:
    """Return whether a noun of things stands before the name or begins it ("rudal Kresna", "KMP Arung Samudra")."""
    tokens, ready = reader.tokens, reader.lexicon
    if reader.due is not None:
        return False
    heads = tokens[first].lower in ready.thing_heads and tokens[first].lower not in ready.given_names
    return heads or (first > 0 and tokens[first - 1].lower in ready.thing_heads)


def _is_field_place(reader: Reader, first: int, last: int) -> bool:
    """Return whether a rank or title follows, so that the word names the role's place: "Kapolres Sembada AKBP Tirta"."""
    if last >= len(reader.tokens) or reader.tokens[first].lower in reader.lexicon.given_names:
        return False
    return phrase_at(reader.tokens, last, reader.lexicon.announcers) > 0 and reader.tokens[last].is_capital


def _before_place(reader: Reader, last: int) -> bool:
    """Return whether a place and then a name follow: "Kepala Syahbandar Sembada Tirta Wibisana"."""
    found = known_at(reader, last) if word_at(reader, last) else None
    if not found or found[1] != "LOC" or not word_at(reader, last + found[0]):
        return False
    return is_person_word(reader, last + found[0])


def _is_body_of_role(reader: Reader, index: int) -> bool:
    """Return whether an acronym after a role names its body, before the person: "Direktur Jenderal PSDK Tirta"."""
    text = reader.tokens[index].text
    return text.isupper() and len(text) >= LONG_ACRONYM


def _person_end(reader: Reader, index: int, *, inside: bool = False) -> int:
    """Return where a run of capitals that may be one name ends; initials keep their full stops.

    `inside` says that words of the name stand before it already.
    """
    tokens, ready, first = reader.tokens, reader.lexicon, index - int(inside)
    while (token := word_at(reader, index)) and index - first < LONGEST_NAME:
        if not is_person_word(reader, index):
            follows = word_at(reader, index + 1)
            particle = index > first and token.lower in ready.particles
            if not (particle and follows is not None and follows.is_capital):
                break
        elif index > first and _begins_other(reader, index):
            break
        index += 1
        initial = len(token.text) == 1 and index < len(tokens) and tokens[index].text == "."
        follows = word_at(reader, index + 1)
        if initial and follows is not None and follows.is_capital:
            index += 1
    return index


def _begins_other(reader: Reader, index: int) -> bool:
    """Return whether another name, or a title, begins here."""
    token, ready = reader.tokens[index], reader.lexicon
    found = known_at(reader, index)
    if found and found[1] != "PER":
        return True
    everyday = token.lower in ready.ordinary or (
        token.lower in reader.evidence.lower and ready.is_ordinary(token.lower)
    )
    if everyday and token.lower not in ready.given_names and token.lower not in ready.organisation_tails:
        return True
    if phrase_at(reader.tokens, index, ready.organisation_heads) and token.lower not in ready.given_names:
        return True
    return bool(phrase_at(reader.tokens, index, ready.announcers)) and token.lower not in ready.given_names


def _may_begin(reader: Reader, index: int) -> bool:
    """Return whether the capital here may be a name's, and not only the beginning of a sentence."""
    token, ready = reader.tokens[index], reader.lexicon
    if not is_person_word(reader, index):
        return False
    begins = index == 0 or reader.tokens[index - 1].text in OPENERS or reader.tokens[index - 1].text in ".!?"
    if not begins or reader.due is not None:
        return not (token.lower in ready.ordinary and token.lower in reader.evidence.lower)
    if token.text.isupper() and len(token.text) > 1:
        return True
    if ready.is_ordinary(token.lower) or token.lower in reader.evidence.lower:
        return False
    return _has_evidence(reader, index)


def _has_evidence(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    if token.lower in reader.evidence.capital or token.lower in reader.lexicon.given_names:
        return True
    if reader.lexicon.opening_pattern.fullmatch(token.lower):
        return False
    follows = word_at(reader, index + 1)
    if follows is None:
        mark = reader.tokens[index + 1].text if index + 1 < len(reader.tokens) else ""
        return mark == "("
    verb = len(follows.lower) >= SHORTEST_VERB and follows.lower.startswith(reader.verb_prefixes)
    if follows.lower in reader.speech or verb:
        return True
    known = known_at(reader, index + 1)
    return follows.is_capital and is_person_word(reader, index + 1) and (known is None or known[1] == "PER")
