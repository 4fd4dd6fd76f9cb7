"""Reports of one event in two languages: vectors without what their languages share, names, numbers and days."""

from dataclasses import replace

import numpy as np

from cluster.builders import document
from rujuk.cluster import cluster
from rujuk.cluster.candidates import centre

ID = document(
    "Gempa mengguncang <l>Tanjung Selor</l> pada <t 2031-05-02>Jumat</t>.",
    title="Gempa Guncang Tanjung Selor",
    key="id",
)
EN = document(
    "An earthquake shook <l>Tanjung Selor</l> on <t 2031-05-02>Friday</t>.",
    title="Quake Shakes Tanjung Selor",
    key="en",
)
EN = replace(EN, article=replace(EN.article, language="en"))
MEANS = {"id": np.array([1, 0, 0, 0], np.float32), "en": np.array([0, 1, 0, 0], np.float32)}


def vectors(apart: float) -> dict[str, np.ndarray]:
    """Return vectors that are their language and an event: the same one, or, with `apart`, another one."""
    rows = {ID.article.id: [1, 0, 0.4, 0], EN.article.id: [0, 1, 0.4 * (1 - apart), 0.4 * apart]}
    return {key: np.array(row, np.float32) / np.linalg.norm(row) for key, row in rows.items()}


def test_an_english_report_joins_its_indonesian_version() -> None:
    assert len(cluster([ID, EN], vectors(0), means=MEANS)) == 1


def test_another_event_in_another_language_stays_apart() -> None:
    assert len(cluster([ID, EN], vectors(1), means=MEANS)) == 2


def test_without_means_two_languages_do_not_meet() -> None:
    assert len(cluster([ID, EN], vectors(0))) == 2


def test_a_language_without_a_mean_loses_that_of_all() -> None:
    rows = np.array([[0.5, 0.5, 0.5, 0]], np.float32)
    assert centre(["su"], rows, MEANS).round(4).tolist() == [[0, 0, 1, 0]]


def test_an_article_without_a_vector_stays_far_from_all() -> None:
    assert not centre(["id"], np.zeros((1, 4), np.float32), MEANS).any()
