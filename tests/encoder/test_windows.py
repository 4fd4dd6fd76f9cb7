import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rujuk.encoder.windows import OVERLAP, joined, windows

FRAMES = st.tuples(st.integers(1, 6), st.integers(12, 300))


@given(FRAMES, st.integers(0, 1500))
def test_every_token_has_the_row_that_a_window_gave_it(frame: tuple[int, int], length: int) -> None:
    opening, most = frame
    ids = np.arange(1, opening + length + 2)
    cut = list(windows(ids, opening, most))
    assert all(len(window.ids) <= most for window in cut)
    # Each token's own number stands for its scores.
    rows = joined([(window, window.ids[:, None].astype(np.float32)) for window in cut], opening, len(ids))
    own = slice(None) if len(cut) == 1 else slice(opening, -1)
    assert rows[own, 0].tolist() == ids[own].tolist()


@given(FRAMES, st.integers(300, 1500))
def test_every_window_has_the_frame(frame: tuple[int, int], length: int) -> None:
    opening, most = frame
    ids = np.arange(1, opening + length + 2)
    for window in windows(ids, opening, most):
        assert window.ids[:opening].tolist() == ids[:opening].tolist()
        assert window.ids[-1] == ids[-1]


def test_first_window_is_what_is_read_of_the_text_by_itself() -> None:
    ids = np.arange(1, 1000)
    first = next(windows(ids, 4, 256))
    assert first.ids.tolist() == [*range(1, 256), 999]


def test_no_row_comes_from_the_edge_of_a_window() -> None:
    ids = np.arange(1, 1000)
    cut = list(windows(ids, 4, 256))
    # The distance of each token to the nearer edge of its window, where the text does not end there.
    rows = []
    for window in cut:
        place = np.arange(len(window.ids))
        left = place if window.start > 4 else place + OVERLAP
        right = place[::-1] if window.end < len(ids) - 1 else place[::-1] + OVERLAP
        rows.append((window, np.minimum(left, right)[:, None].astype(np.float32)))
    assert joined(rows, 4, len(ids))[4:-1].min() >= OVERLAP // 2
