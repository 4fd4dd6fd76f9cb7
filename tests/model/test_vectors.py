"""Vectors that are asked for once."""

import numpy as np

from align.reading import bag
from rujuk.model.vectors import remembered


def test_no_text_is_read_twice() -> None:
    asked: list[str] = []

    def count(texts: list[str]) -> np.ndarray:
        asked.extend(texts)
        return bag(texts)

    found = remembered(count)
    texts = ["Api padam.", "Banjir surut.", "Api padam."]
    assert np.array_equal(found(texts), bag(texts))
    assert np.array_equal(found(texts[1:]), bag(texts[1:]))
    assert asked == texts[:2]
    assert len(found([])) == 0
