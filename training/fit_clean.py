"""What the numbers of CleanConfig are set by: body F1 on the pages that may be fitted on, for each of a few values.

Fitted on the Indonesian pages of the outlets in `TUNE` and on one in three English pages of the dev parts; the
Indonesian pages of the other outlets are only reported. Run: RUJUK_DATA=... python training/fit_clean.py
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "evals"))

import extraction

from rujuk.clean import clean
from rujuk.clean.config import CleanConfig
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

VALUES = {
    "run_words": (6, 8, 10, 12, 14),
    "extracted_words": (0, 4, 8, 12, 16),
    "trusted_words": (20, 40, 80, 160),
    "max_linked": (0.3, 0.5, 0.7),
}


def text_of(content: str, kind: str, config: CleanConfig) -> str:
    """Return the body of one page under a config."""
    page = Page("page", None, "html" if kind == "html" else "text", content.encode("utf-8", "replace"), "")
    result, _ = clean(page, packs=load_all(), outlets=load(), config=config)
    return result.text if isinstance(result, Article) else ""


def rows(data: Path) -> Iterator[tuple[str, float, list[float]]]:
    """Yield setting, value and the F1 of each set, as HTML and flattened."""
    indonesian = list(extraction.indonesian_cases(data / "extraction/idn_news_html"))
    tune = [case for case in indonesian if case.outlet in extraction.TUNE]
    english = list(extraction.english_cases(data / "extraction/article_extraction_benchmark"))
    for name, values in VALUES.items():
        for value in values:
            config = replace(CleanConfig(), **{name: value})
            scores = [
                extraction.shingle_f1(
                    (
                        text_of(case.html if kind == "html" else extraction.flat(case.html), kind, config),
                        case.body,
                    )
                    for case in cases
                )
                for cases in (tune, english)
                for kind in ("html", "flat")
            ]
            yield name, value, scores


def main() -> None:
    """Print the table."""
    print(f"{'setting':16} {'value':>6}  id html  id flat  en html  en flat")
    for name, value, scores in rows(Path(os.environ["RUJUK_DATA"])):
        print(f"{name:16} {value:6}  " + "  ".join(f"{score:.4f} " for score in scores))


if __name__ == "__main__":
    main()
