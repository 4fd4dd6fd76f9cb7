"""The language of pieces of five sentences, and of the body of pages that declare another one than English.

Indonesian, Malay and English news from the treebanks and NTREX; Sundanese, Javanese and Acehnese, of which there is no
labelled news here, from the Universal Declaration of Human Rights (evals/gold/udhr), with its Indonesian and Malay texts
beside them: treaty prose, in which these two are nearly one. No number is fitted. Pages of fundus count as what their
`lang` says where that is not English, the language that templates declare by mistake.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from evals.pages import fundus_cases
from evals.retrieval import FILES as NTREX
from evals.sentences import FILES as TREEBANKS
from rujuk.clean.config import CleanConfig
from rujuk.clean.facts.language import identify
from rujuk.lang.base import load_all

HERE = Path(__file__).parent / "gold" / "udhr"
SENTENCES = 5
TOLD = {"ace": "id", "nb": "no", "nn": "no"}
"""What a language is told as that has no code of its own among ours: Acehnese is read with the Indonesian pack."""
_LANG = re.compile(r"<html[^>]{0,2000}\blang=[\"']?([a-z]{2})", re.IGNORECASE)

Tell = Callable[[str], str]


def run(data: Path) -> dict[str, float]:
    """Return the share of pieces told right, by language and origin, and the peers' mean over all of those."""
    packs = load_all()
    sets = dict(_sets(data))
    limit = CleanConfig().language_characters
    scores = {
        name: _share(items, lambda text: identify(text[:limit], packs, None)[0])
        for name, items in sets.items()
    }
    peers = {"peer_py3langid": _py3langid, "peer_pycld2": _pycld2}
    return {**scores, **{name: _mean(sets, peer) for name, peer in peers.items()}}


def _sets(data: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each set's name with its pieces and the language that each is in."""
    for name, file in TREEBANKS.items():
        lines = (data / "ud-id" / file).read_text(encoding="utf-8").splitlines()
        yield f"id_{name}", _pieces([line[9:] for line in lines if line.startswith("# text = ")], "id")
    for code, file in NTREX.items():
        yield (
            f"{code}_ntrex",
            _pieces((data / "xling-ntrex" / file).read_text(encoding="utf-8").splitlines(), code),
        )
    for path in sorted(HERE.glob("*.txt")):
        yield f"{path.stem}_udhr", _pieces(path.read_text(encoding="utf-8").splitlines(), path.stem)
    yield "no_pack_fundus", list(_pages(data / "extraction" / "fundus"))


def _pieces(sentences: Sequence[str], code: str) -> list[tuple[str, str]]:
    starts = range(0, len(sentences) - SENTENCES + 1, SENTENCES)
    return [(" ".join(sentences[at : at + SENTENCES]), TOLD.get(code, code)) for at in starts]


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    for case in fundus_cases(folder):
        declared = _LANG.search(case.html[:20_000])
        code = declared.group(1).casefold() if declared else "en"
        if code != "en":
            yield case.body, TOLD.get(code, code)


def _share(items: Sequence[tuple[str, str]], tell: Tell) -> float:
    return fmean(tell(text) == code for text, code in items)


def _mean(sets: Mapping[str, Sequence[tuple[str, str]]], tell: Tell) -> float:
    return fmean(_share(items, tell) for items in sets.values())


def _py3langid(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])


def _pycld2(text: str) -> str:
    import pycld2

    code = pycld2.detect("".join(filter(str.isprintable, text)), isPlainText=True)[2][0][1]
    return "jv" if code == "jw" else str(code)
