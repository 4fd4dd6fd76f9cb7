"""The language pack: every section of what is known of one language, loaded whole or not at all.

Packs are keyed by ISO 639-1 codes (`id` = Indonesian, the language; outlet packs are keyed by country).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from rujuk.lang.bodies import Bodies
from rujuk.lang.boilerplate import Boilerplate
from rujuk.lang.casualties import Casualties
from rujuk.lang.clauses import Clauses
from rujuk.lang.dates import Dates
from rujuk.lang.differences import Differences
from rujuk.lang.imprint import Imprint
from rujuk.lang.joins import Joins
from rujuk.lang.modality import Modalities
from rujuk.lang.names import Names
from rujuk.lang.numbers import Numbers
from rujuk.lang.origins import Origins
from rujuk.lang.paging import Paging
from rujuk.lang.section import read_section
from rujuk.lang.sentences import Sentences
from rujuk.lang.speech import Speech
from rujuk.lang.words import Words
from rujuk.model.errors import PackError

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePack:
    """All that Rujuk knows of one language; no section has a default. Compared by identity, so it can key a cache."""

    code: str
    sha256: str
    words: Words
    sentences: Sentences
    names: Names
    joins: Joins
    speech: Speech
    modality: Modalities
    dates: Dates
    numbers: Numbers
    boilerplate: Boilerplate
    imprint: Imprint
    origins: Origins
    bodies: Bodies
    paging: Paging
    clauses: Clauses
    differences: Differences
    casualties: Casualties


Packs = Mapping[str, LanguagePack]


def codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.name for path in HERE.iterdir() if (path / "words.toml").is_file()))


@cache
def load(code: str) -> LanguagePack:
    """Return the pack of a language; raises PackError for a code without one or a pack that does not hold together."""
    if code not in codes():
        raise PackError(f"no language pack {code!r}; there are: {', '.join(codes())}")
    folder = HERE / code
    return LanguagePack(
        code=code,
        sha256=_folder_hash(folder),
        words=read_section(Words, folder / "words.toml"),
        sentences=read_section(Sentences, folder / "sentences.toml"),
        names=read_section(Names, folder / "names.toml"),
        joins=read_section(Joins, folder / "joins.toml"),
        speech=read_section(Speech, folder / "speech.toml"),
        modality=read_section(Modalities, folder / "modality.toml"),
        dates=read_section(Dates, folder / "dates.toml"),
        numbers=read_section(Numbers, folder / "numbers.toml"),
        boilerplate=read_section(Boilerplate, folder / "boilerplate.toml"),
        imprint=read_section(Imprint, folder / "imprint.toml"),
        origins=read_section(Origins, folder / "origins.toml"),
        bodies=read_section(Bodies, folder / "bodies.toml"),
        paging=read_section(Paging, folder / "paging.toml"),
        clauses=read_section(Clauses, folder / "clauses.toml"),
        differences=read_section(Differences, folder / "differences.toml"),
        casualties=read_section(Casualties, folder / "casualties.toml"),
    )


@cache
def load_all() -> Packs:
    """Return every pack there is, by code."""
    return MappingProxyType({code: load(code) for code in codes()})


def _folder_hash(folder: Path) -> str:
    """Return a hash over the pack's data files, for the manifest of a run."""
    taken = sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".toml", ".txt"}:
            taken.update(path.name.encode() + b"\0" + path.read_bytes())
    return taken.hexdigest()
