"""Fit the line classifier of `clean` on the pages that may be fitted on, and write src/rujuk/clean/lines/model.json.

    RUJUK_DATA=... python -m training.fit_clean

A line is body where at least half of its words stand in a run of four words that the gold has too (of a line under four
words, all). Two readings, each a logistic regression with an L2 penalty
by Newton's method; what the second learns from is the first's answer on publishers it was not fitted on. Every page weighs
the same but the Indonesian ones, which weigh three times as much; within a page a line weighs the root of its words.

The columns were chosen by taking those away that weigh least, in steps, as long as F1 on publishers left out did not fall.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evals.pages import Case, cases_of, flat
from numpy.typing import NDArray

from rujuk.clean.body.text import label_page, lines_of_blocks
from rujuk.clean.body.title import choose_title
from rujuk.clean.body.webpage import context_of
from rujuk.clean.characters import lines_of, normalise
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.classifier import MODEL, LineModels, Reading, from_json
from rujuk.clean.lines.features import Columns, Context, columns_of, context_columns, lengths
from rujuk.clean.lines.line import Line
from rujuk.clean.lines.rules import rules_of
from rujuk.clean.markup.blocks import parse, visible_blocks
from rujuk.clean.markup.metadata import read_metadata
from rujuk.lang.base import load_all
from rujuk.outlets.base import load as load_outlets

FIRST = (
    "words", "words_over_8", "capitals", "digits", "related", "furniture", "credited", "parted", "position", "described",
    "linked", "link_alone", "tag_p", "tag_li", "tag_heading", "tag_cell", "in_article", "in_nav", "in_aside", "in_header",
    "in_form", "in_list", "in_hidden", "in_marked", "named_body", "named_frame_near", "named_comments", "named_offers",
    "named_frame", "beside_sentences", "around_sentences", "kind_sentences", "beside_links", "around_links",
    "beside_density", "below_title", "quoted", "trails_off",
)  # fmt: skip
AROUND = (
    "own", "line_before", "line_after", "lines_before", "lines_after", "between", "near_share", "near_density", "depth",
    "within", "below_all", "above_all", "sure_before", "sure_after", "sure_around",
)  # fmt: skip
PLACED = (
    "beside_share", "beside_purity", "around_share", "around_purity", "kind_share", "kind_purity",
)  # fmt: skip
FLAT = (
    "words_over_20", "words_of_60", "position", "after_end", "sentence", "asks", "quotes", "plain_words", "digits",
    "captioned", "caption_words", "dated", "parted", "commas", "trails_off", "run_until", "share_2", "share_15", "density_6",
    "sentences_6", "words_6", "furniture_2", "furniture_6", "furniture_15", "words_before", "words_before_2",
    "furniture_before_2", "sentence_after", "furniture_after", "furniture_after_2",
)  # fmt: skip
READINGS = {"web": (FIRST, (*FIRST, *AROUND, *PLACED)), "text": (FLAT, (*FLAT, *AROUND))}
"""The columns of the first and of the second reading, of web pages and of the same pages flattened."""
PENALTY = 5.0
"""Of 1 and 5 the better one on publishers left out."""
STEPS = 8
"""Of Newton's method; after six the weights stand still to three digits."""
THRESHOLD = 0.35
"""Of .25 to .4 in steps of .05 the best on publishers left out, those of the read halves; the other halves: English .970, .968, .967, .964."""
CONFIG, RULES = CleanConfig(), rules_of(load_all())
SHARES = {"id": 3.0, "en": 1.0, "fundus": 1.0}
BARE = 0.3
"""What a body that stands alone weighs against its page."""
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Sheet:
    """One page, read for fitting: the columns of its lines, what they are, and what they weigh."""

    case: Case
    lines: list[Line]
    columns: Columns
    body: NDArray[np.float64]
    weights: NDArray[np.float64]
    likely: NDArray[np.float64] | None = None


def sheets(cases: Mapping[str, Sequence[Case]], kind: str) -> list[Sheet]:
    """Return every page as a sheet, as a web page or flattened."""
    if kind == "web":
        return [
            _sheet(case, *_web_lines(case), SHARES[name]) for name, group in cases.items() for case in group
        ]
    pages = [
        _sheet(case, *_flat_lines(case), SHARES[name]) for name, group in cases.items() for case in group
    ]
    return [sheet for page in pages for sheet in (page, *_bare(page, SHARES[_set_of(page, cases)] * BARE))]


def _set_of(page: Sheet, cases: Mapping[str, Sequence[Case]]) -> str:
    return next(name for name, group in cases.items() if page.case in group)


def _bare(page: Sheet, share: float) -> Iterator[Sheet]:
    """Yield the body of a flattened page as a page of its own: texts come without furniture too."""
    lines = [line for line, is_body in zip(page.lines, page.body, strict=True) if is_body and not line.label]
    if lines:
        yield _sheet(page.case, lines, Context(), share)


def _web_lines(case: Case) -> tuple[list[Line], Context]:
    tree = parse(case.html)
    assert tree is not None, case.name
    context = context_of(tree, choose_title(read_metadata(tree, CONFIG), RULES, load_outlets()))
    return label_page(lines_of_blocks(visible_blocks(tree)), RULES, CONFIG).lines, context


def _flat_lines(case: Case) -> tuple[list[Line], Context]:
    lines = [Line(line) for line in lines_of(normalise(flat(case.html)))]
    return label_page(lines, RULES, CONFIG).lines, Context()


def _sheet(case: Case, lines: list[Line], context: Context, share: float) -> Sheet:
    columns = columns_of(lines, context, RULES, CONFIG)
    body = np.array(body_lines([line.text for line in lines], case.body), float)
    weights = np.sqrt(np.maximum(1.0, lengths(lines)))
    return Sheet(case, lines, columns, body, 100 * share * weights / max(1.0, float((weights * body).sum())))


def body_lines(lines: Sequence[str], gold: str) -> list[bool]:
    """Return which lines of a page are in its gold body."""
    wanted = set(_fours(_WORD.findall(gold)))
    words = [_WORD.findall(line) for line in lines]
    stream = [word for line in words for word in line]
    held = [False] * len(stream)
    for index, run in enumerate(_fours(stream)):
        if run in wanted:
            held[index : index + 4] = [True] * 4
    found, at = [], 0
    for line in words:
        count = sum(held[at : at + len(line)])
        at += len(line)
        found.append(bool(line) and (2 * count >= len(line) if len(line) >= 4 else count == len(line)))
    return found


def _fours(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def fit(pages: Sequence[Sheet], kind: str) -> dict[str, Any]:
    """Return the two readings fitted on the pages, as model.json holds them."""
    first, second = READINGS[kind]
    for half in (0, 1):
        others = _logistic([page for page in pages if page.case.part(2, "half") != half], first)
        for page in pages:
            if page.case.part(2, "half") == half:
                page.likely = _answers(others, page)
    return {
        "threshold": THRESHOLD,
        "first": _logistic(pages, first),
        "second": _logistic([_second(page) for page in pages], second),
    }


def _answers(reading: Mapping[str, Any], page: Sheet) -> NDArray[np.float64]:
    return Reading(reading["weights"], reading["bias"]).probabilities(page.columns, len(page.lines))


def _second(page: Sheet) -> Sheet:
    assert page.likely is not None
    columns = {**page.columns, **context_columns(page.lines, page.likely)}
    return Sheet(page.case, page.lines, columns, page.body, page.weights)


def _logistic(pages: Sequence[Sheet], names: Sequence[str]) -> dict[str, Any]:
    """Return weights by column and the bias of a penalised logistic regression on standardised columns."""
    table = np.vstack([np.stack([page.columns[name] for name in names], axis=1) for page in pages])
    wanted = np.concatenate([page.body for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    means = np.average(table, axis=0, weights=weights)
    spread = np.sqrt(np.average((table - means) ** 2, axis=0, weights=weights)) + 1e-6
    design = np.hstack([(table - means) / spread, np.ones((len(table), 1))])
    penalty = np.full(design.shape[1], PENALTY)
    penalty[-1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (weights * (chance - wanted)) + penalty * beta
        curve = weights * np.maximum(1e-6, chance * (1 - chance))
        beta -= np.linalg.solve((design.T * curve) @ design + np.diag(penalty), gradient)
    slopes = beta[:-1] / spread
    found = {name: round(float(value), 4) for name, value in zip(names, slopes, strict=True)}
    return {"weights": found, "bias": round(float(beta[-1] - (slopes * means).sum()), 4)}


def fold_models(cases: Mapping[str, Sequence[Case]], folds: int) -> list[LineModels]:
    """Return for each of so many parts of the publishers the models fitted on all the others."""
    pages = {kind: sheets(cases, kind) for kind in READINGS}
    return [
        from_json(
            {
                kind: fit([sheet for sheet in pages[kind] if sheet.case.part(folds) != fold], kind)
                for kind in READINGS
            }
        )
        for fold in range(folds)
    ]


def main() -> None:
    """Fit on all the pages and write the model file."""
    model: dict[str, Any] = {
        "comment": "Line classifier of `clean`: weights by column (features.py). Written by training/fit_clean.py.",
        "fitted_on": "15 Indonesian news pages (idn_news_html), 111 of the article extraction benchmark, 167 of fundus",
    }
    cases = cases_of(Path(os.environ["RUJUK_DATA"]))
    model |= {kind: fit(sheets(cases, kind), kind) for kind in READINGS}
    MODEL.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")
    count = sum(len(model[kind][name]["weights"]) + 1 for kind in READINGS for name in ("first", "second"))
    print(f"{MODEL}: {count} numbers")


if __name__ == "__main__":
    main()
