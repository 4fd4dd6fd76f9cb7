"""Who signed and who edited a report: names without the outlets, desks and roles that stand beside them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rujuk.clean.lines.line import Line, is_sentence
from rujuk.clean.lines.rules import Rules
from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.text import Furniture
from rujuk.outlets.base import Outlets

_PARTS = re.compile(r" *[·•|] *| +[-–—]+ *")
_NAME = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3}")
_NAMED = re.compile(
    r"[^\W\d_a-z][\w.'’-]{0,30}(?:,? (?:[^\W\d_a-z][\w.'’-]{0,30}|dan|and|de|van|bin|binti|al|von)){0,9}"
)
_CAPITALS = re.compile(r"(?=.{5,40}$)[A-Z][A-Z.'’-]{0,20}(?: [A-Z][A-Z.'’-]{0,20}){1,3}")
_ADDRESS = re.compile(
    r"\(?(?:https?://|www\.)\S+|\S+@\S+\.\w+\)?|(?<!\w)@\w+|\S+\.(?:com|de|id|net|org|tv)\b[^\s,]*"
)
_LOWER = re.compile(r"[^A-Z]*[a-z][^A-Z]*")
_LOWER_NAMES = re.compile(r"[a-z]{3,20}(?: [a-z]{2,20}){1,3}")
"""Words and no more are a name that was typed without capitals; an account is one word, or has figures in it."""
_WORD = re.compile(r"\w+")
_COLON = re.compile("[:：]")
"""What stands between a role and the name in every line that `Roles.writer` and `Roles.editor` find one in."""
SIGNED_LABELS = (None, "byline", "credit", "date", "menu", "other")
"""Labels of lines that may name a writer or editor by a role; captions and lists of other stories do not."""
LONGEST = 150
"""Characters of a byline; longer ones are a text about the writer."""


@dataclass(frozen=True, slots=True, eq=False)
class Roles:
    """The packs' words around a writer's and an editor's name, compiled; `names` reads them, `heads` stand alone."""

    writer: re.Pattern[str]
    editor: re.Pattern[str]
    writer_head: re.Pattern[str]
    editor_head: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    nameless: re.Pattern[str]


def roles_of(packs: Packs) -> Roles:
    """Return the roles of all packs together."""
    return _compiled(tuple(packs[code] for code in sorted(packs)))


@lru_cache(maxsize=8)
def _compiled(packs: tuple[LanguagePack, ...]) -> Roles:
    writer = _words(word for pack in packs for word in pack.imprint.writer_roles)
    editor = _words(word for pack in packs for word in pack.imprint.editor_roles)
    opening = _words(word for pack in packs for word in pack.imprint.writer_openings)
    nameless = "|".join(f"(?:{p})" for pack in packs for p in pack.imprint.nameless_patterns)
    role = rf"(?:{writer}|{editor})"
    name = (
        rf"(?P<name>[^:：|©\n]{{2,80}}?)(?= {{0,3}}(?:$|[|©/]|\((?!\w+\) \w)|\bcopyright\b|\b{role} ?[:：]))"
    )
    return Roles(
        writer=re.compile(rf"(?<!\w)(?:{writer}) ?[:：] ?{name}", re.IGNORECASE),
        editor=re.compile(rf"(?<!\w)(?:{editor}) ?[:：] ?{name}", re.IGNORECASE),
        writer_head=re.compile(rf"(?:{writer}) ?[:：]?", re.IGNORECASE),
        editor_head=re.compile(rf"(?:{editor}) ?[:：]?", re.IGNORECASE),
        opening=re.compile(rf"(?:{opening}) ?[:：]? (?=\S)|(?:{opening}) ?[:：] ?(?=\S)", re.IGNORECASE),
        closing=re.compile(rf" (?:{role})$", re.IGNORECASE),
        nameless=re.compile(nameless or r"(?!)", re.IGNORECASE),
    )


def _words(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def person(text: str, roles: Roles, outlets: Outlets, own: Sequence[str] = ()) -> str:
    """Return who a byline names, or "" where it names nobody: an outlet, a desk, an account ("admin") is no one.

    `own` are the publisher's names. "By" and the like before a name go, and so do outlets and addresses beside it.
    """
    text = " ".join(_ADDRESS.sub(" ", text[: LONGEST * 2]).split()).strip(" ,;:|-–")
    opening = roles.opening.match(text)
    text = text[opening.end() :] if opening else text
    closing = roles.closing.search(text)
    text = text[: closing.start()] if closing else text
    names = frozenset(name.casefold() for name in own)
    kept = []
    for piece in _PARTS.split(text):
        parts = [part.strip(" ,;:-–()") for part in piece.split(",")]
        kept += [
            part
            for part in parts
            if part and not _is_nobody(part, roles, outlets) and part.casefold() not in names
        ]
    name = ", ".join(dict.fromkeys(kept))
    is_account = _LOWER.fullmatch(name) and name.isascii() and not _LOWER_NAMES.fullmatch(name)
    return "" if is_account or len(name) > LONGEST else name


def _is_nobody(part: str, roles: Roles, outlets: Outlets) -> bool:
    return len(part) < 2 or roles.nameless.fullmatch(part) is not None or outlets.by_mark(part) is not None


def printed_roles(lines: Sequence[Furniture], roles: Roles) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the writers and the editors that lines name by their role, as printed, in page order."""
    writers: list[str] = []
    editors: list[str] = []
    told = [line for line in lines if line.label in SIGNED_LABELS and len(line.text) <= LONGEST * 2]
    for index, line in enumerate(told):
        if _COLON.search(line.text):
            writers += [match["name"] for match in roles.writer.finditer(line.text)]
            editors += [match["name"] for match in roles.editor.finditer(line.text)]
        below = told[index + 1].text.lstrip(" :：") if index + 1 < len(told) else ""
        if len(below) <= LONGEST and _NAMED.fullmatch(below):
            if roles.editor_head.fullmatch(line.text):
                editors.append(below)
            elif roles.writer_head.fullmatch(line.text):
                writers.append(below)
    return tuple(writers), tuple(editors)


def closing_lines(body: Sequence[str], roles: Roles, rules: Rules, outlets: Outlets) -> int:
    """Return how many lines at the end of a text are no more than who wrote or edited it.

    A role and a name below it ("Editor", ": Laras Wening"), both in one line, or a name in capitals under a sentence.
    """
    count = 0
    while len(body) - count > 3:
        rest = body[: len(body) - count]
        if _is_headed(rest[-2], rest[-1], roles):
            count += 2
        elif _is_signature(rest, rules, outlets) or _is_role(rest[-1], roles):
            count += 1
        else:
            break
    return count


def _is_headed(head: str, name: str, roles: Roles) -> bool:
    if len(head) > LONGEST or len(name) > LONGEST or not _NAMED.fullmatch(name.lstrip(" :：")):
        return False
    return (roles.writer_head.fullmatch(head) or roles.editor_head.fullmatch(head)) is not None


def _is_role(line: str, roles: Roles) -> bool:
    if len(line) > LONGEST:
        return False
    match = roles.editor.match(line) or roles.writer.match(line)
    return match is not None and _NAMED.fullmatch(match["name"]) is not None


def _is_signature(body: Sequence[str], rules: Rules, outlets: Outlets) -> bool:
    if not is_sentence(body[-2]) or len(body[-1]) > LONGEST:
        return False
    return bool(signature(body[-1], outlets)) and not rules.label(body[-1])


def signature(line: str, outlets: Outlets) -> str:
    """Return the name in capitals that a closing line consists of, beside outlets ("DINI TEJA", "ANTARA | DINI TEJA"), or ""."""
    pieces = [piece.strip() for piece in re.split(r"[|/]", line[:LONGEST])]
    named = [piece for piece in pieces if not outlets.by_mark(piece)]
    return named[0] if len(named) == 1 and _CAPITALS.fullmatch(named[0]) else ""


def is_name(text: str) -> bool:
    """Return whether a byline has the form of names: words with capitals, joined by commas or "and"."""
    return len(text) <= LONGEST and _NAMED.fullmatch(text) is not None


def byline_beside(lines: Sequence[Line], at: int, title: str, rules: Rules, outlets: Outlets) -> str:
    """Return the name that stands in a printed date's line or the lines next to it, or "".

    A name whose words are in the headline is whom the report is about.
    """
    said = frozenset(_WORD.findall(title.casefold()))
    for index in (at, at - 1, at + 1):
        if 0 <= index < len(lines) and (index == at or lines[index].label in {None, "menu", "other"}):
            for piece in _PARTS.split(lines[index].text[:200]):
                name = piece.strip(" ,-")
                if not _NAME.fullmatch(name) or said.intersection(_WORD.findall(name.casefold())):
                    continue
                if not (outlets.by_mark(name) or rules.label(name) or rules.is_date(name)):
                    return name
    return ""


def choose_byline(tagged: Sequence[str], printed: Sequence[str], editors: Sequence[str]) -> str | None:
    """Return the first writer, tags before print, passing over whom the page calls its editor where it names another."""
    edited = frozenset(name.casefold() for name in editors)
    written = (*tagged, *printed)
    return next((name for name in written if name.casefold() not in edited), None) or next(
        iter(written), None
    )
