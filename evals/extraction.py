"""Body extraction from HTML, against plain trafilatura in the same run: F1 over 4-token shingles.

The measure is that of the article extraction benchmark (Zyte): per page, the shingles in both, only in the answer and
only in the gold are divided by their sum; precision and recall are taken from the averages over all pages.

Every page is read by a line classifier fitted on the pages of other publishers (`FOLDS` parts of them, by a hash of
the publisher): the shipped model, fitted on all of them, scores higher on these pages and is not what is reported. The
flattened variants give the same pages with every visible block on a line of its own.

Errors were read of the Indonesian pages, of the English publishers and those of fundus that are not `unread` (halves by
a hash of the publisher), and of NationalPost, TechRadar, Euronews and Metro among those of fundus, which count for neither.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from training.fit_clean import fold_models

from evals.pages import Case, cases_of, flat
from rujuk.clean import clean, survey
from rujuk.clean.lines.classifier import LineModels
from rujuk.clean.lines.recurrence import NOTHING_KNOWN, Recurrence
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import Outlets, load

FOLDS = 3
SEEN = ("NationalPost", "TechRadar", "Euronews", "Metro")
"""Beginnings of names of publishers whose errors were read before there were halves."""
_TOKEN = re.compile(r"\w+")
_POINTER = re.compile(
    r"\bbaca juga\b|^(?:baca|simak|lihat|tonton|jangan lewatkan)\b.{0,20}:|^(?:berita|artikel) terkait",
    re.IGNORECASE,
)


def run(data: Path) -> dict[str, float]:
    """Return the scores, higher better, of the pages below `data`, the folder RUJUK_DATA names."""
    cases = cases_of(data)
    models = fold_models(cases, FOLDS)
    scores: dict[str, float] = {}
    for name, group in cases.items():
        articles = [article_of(case.html, models=models[case.part(FOLDS)]) for case in group]
        scores[f"{name}_html_f1"] = f1(articles, group)
        scores[f"{name}_lead"] = share(
            lead_kept(article.text, case.body) for article, case in zip(articles, group, strict=True)
        )
        scores |= {
            f"{name}_html_f1_peer_{peer}": shingle_f1((read(case.html), case.body) for case in group)
            for peer, read in PEERS.items()
        }
        flattened = [article_of(flat(case.html), "text", models=models[case.part(FOLDS)]) for case in group]
        scores[f"{name}_flat_f1"] = f1(flattened, group)
        scores |= siblings_scores(name, group, flattened, models)
        if name != "id":
            scores |= unread_scores(name, group, articles, flattened)
        else:
            scores["id_no_leaks"] = share(not leaks(article.text) for article in (*articles, *flattened))
            scores |= metadata_scores(articles, flattened, group)
    return {name: round(value, 4) for name, value in scores.items()}


def siblings_scores(
    name: str, cases: Sequence[Case], alone: Sequence[Article], models: Sequence[LineModels]
) -> dict[str, float]:
    """Return F1 and kept leads of the flattened pages that have others of their publisher beside them, surveyed first.

    `alone` are the articles of the same pages without the survey, scored as "peer_alone".
    """
    counts = Counter(case.publisher for case in cases)
    chosen = [index for index, case in enumerate(cases) if counts[case.publisher] > 1]
    group = [cases[index] for index in chosen]
    pages = [page_of(flat(case.html), "text", case.name, case.publisher) for case in group]
    told, _ = survey(pages, packs=load_all(), outlets=known_outlets())
    found = [
        cleaned(page, models[case.part(FOLDS)], told.get(page.id, NOTHING_KNOWN))
        for page, case in zip(pages, group, strict=True)
    ]
    before = [alone[index] for index in chosen]
    scores = {}
    for ending, articles in (("", found), ("_peer_alone", before)):
        pairs = list(zip(articles, group, strict=True))
        scores[f"{name}_siblings_flat_f1{ending}"] = f1(articles, group)
        scores[f"{name}_siblings_flat_lead{ending}"] = share(lead_kept(a.text, c.body) for a, c in pairs)
    return scores


def unread_scores(
    name: str, cases: Sequence[Case], articles: Sequence[Article], flattened: Sequence[Article]
) -> dict[str, float]:
    """Return F1 and kept leads of the half of a set whose errors are not read."""
    kept = [index for index, case in enumerate(cases) if is_unread(case)]
    group, found = [cases[i] for i in kept], [articles[i] for i in kept]
    return {
        f"{name}_unread_html_f1": f1(found, group),
        f"{name}_unread_flat_f1": f1([flattened[i] for i in kept], group),
        f"{name}_unread_lead": share(lead_kept(a.text, c.body) for a, c in zip(found, group, strict=True)),
    }


def is_unread(case: Case) -> bool:
    """Return whether a page is of the half of the publishers whose errors are not read."""
    return case.part(2, "read") == 1 and not case.publisher.startswith(SEEN)


def f1(articles: Sequence[Article], cases: Sequence[Case]) -> float:
    """Return the F1 of the articles' bodies."""
    return shingle_f1((article.text, case.body) for article, case in zip(articles, cases, strict=True))


def metadata_scores(
    articles: Sequence[Article], flattened: Sequence[Article], cases: Sequence[Case]
) -> dict[str, float]:
    """Return the shares of pages whose title, day, moment and byline are right."""
    pairs = list(zip(articles, cases, strict=True))
    signed = [(article, case) for article, case in pairs if case.byline]
    return {
        "id_title": share(article.title == case.title for article, case in pairs),
        "id_flat_title": share(
            article.title == case.title for article, case in zip(flattened, cases, strict=True)
        ),
        "id_day": share((article.published_at or "")[:10] == case.published[:10] for article, case in pairs),
        "id_moment": share(same_moment(article.published_at, case.published) for article, case in pairs),
        "id_byline": share((article.byline or "") == case.byline for article, case in signed),
    }


def leaks(text: str) -> list[str]:
    """Return the lines of a body that point to other stories ("Baca juga: ...")."""
    return [line for line in text.split("\n") if _POINTER.search(line)]


def article_of(content: str, kind: str = "html", models: LineModels | None = None) -> Article:
    """Return what `clean` makes of one page; a drop is an article without text."""
    return cleaned(page_of(content, kind), models)


def page_of(content: str, kind: str = "html", name: str = "page", outlet: str = "") -> Page:
    """Return a capture of these characters, of the outlet of this name."""
    data = content.encode("utf-8", "replace")
    return Page(
        name,
        None,
        "html" if kind == "html" else "text",
        data,
        hashlib.sha256(data).hexdigest(),
        fields={"outlet": outlet} if outlet else {},
    )


def cleaned(page: Page, models: LineModels | None, recurrence: Recurrence = NOTHING_KNOWN) -> Article:
    """Return what `clean` makes of a page; a drop is an article without text."""
    result, _ = clean(page, packs=load_all(), outlets=known_outlets(), models=models, recurrence=recurrence)
    if isinstance(result, Article):
        return result
    return Article("", "", None, None, None, "und", "", None, None, None, (), "", (), "")


@cache
def known_outlets() -> Outlets:
    """Return the outlet packs, read once."""
    return load()


def default(html: str) -> str:
    """Return the body that plain trafilatura finds."""
    return trafilatura.extract(html) or ""


def quick(html: str) -> str:
    """Return the body that resiliparse finds."""
    return extract_plain_text(html, main_content=True)


def precise(html: str) -> str:
    """Return the body that plain trafilatura finds in its precision mode."""
    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the text's runs of four word tokens with their counts; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    return (
        Counter(tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1)))
        if tokens
        else Counter()
    )


def shingle_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the F1 of (answer, gold) pairs."""
    hits, extra, missed = 0.0, 0.0, 0.0
    for answer, gold in pairs:
        found, wanted = shingles(answer), shingles(gold)
        both = (found & wanted).total()
        only, lost = found.total() - both, wanted.total() - both
        whole = max(1, both + only + lost)
        hits, extra, missed = hits + both / whole, extra + only / whole, missed + lost / whole
    precision, recall = hits / max(1e-9, hits + extra), hits / max(1e-9, hits + missed)
    return 2 * precision * recall / max(1e-9, precision + recall)


def lead_kept(text: str, gold: str) -> bool:
    """Return whether nine tenths of the shingles of the first gold paragraph (of four words or more) are in the answer."""
    wanted = next(found for line in gold.split("\n") if len(next(iter(found := shingles(line)), ())) == 4)
    return (wanted & shingles(text)).total() >= 0.9 * wanted.total()


def same_moment(found: str | None, gold: str) -> bool:
    """Return whether two moments are the same, to the minute; a day is no moment."""
    if not found or len(found) == 10:
        return False
    return abs(datetime.fromisoformat(found) - datetime.fromisoformat(gold)) < timedelta(minutes=1)


def share(hits: Iterable[bool]) -> float:
    """Return the share of true values; 0 of none."""
    values = list(hits)
    return sum(values) / len(values) if values else 0.0


PEERS: Mapping[str, Callable[[str], str]] = {
    "trafilatura": default,
    "trafilatura_precision": precise,
    "resiliparse": quick,
}
"""Other extractors, run on the same pages in the same process."""


def by_case(cases: Iterable[Case], read: Callable[[str], str]) -> dict[str, float]:
    """Return the F1 of each page alone, to see which one is read badly."""
    return {case.name: round(shingle_f1([(read(case.html), case.body)]), 3) for case in cases}
