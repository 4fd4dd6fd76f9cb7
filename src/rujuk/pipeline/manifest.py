"""How a dossier was made: versions, hashes of encoder, packs and inputs, settings. No clock: same inputs, same manifest."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from rujuk.lang import base as lang
from rujuk.lang import gazetteer
from rujuk.model.jsonl import json_line
from rujuk.model.text import Article
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import Tools, load_encoder, load_outlets

LIBRARIES = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "resiliparse", "py3langid", "pycld2")
"""Those whose version can change a result; pycld2 is not installed everywhere, and then "unknown"."""


def articles_hash(articles: Sequence[Article]) -> str:
    """Return the SHA-256 of the articles.jsonl that holds these articles."""
    taken = sha256()
    for article in articles:
        taken.update(json_line(article.to_dict()).encode("utf-8"))
    return taken.hexdigest()


def manifest_of(articles: Sequence[Article], texts: str, settings: Settings, tools: Tools) -> dict[str, Any]:
    """Return the manifest of a dossier over these articles, as JSON data; `texts` is the run's `articles_hash`."""
    inputs = [
        {"article": a.id, "path": a.path, "text_sha256": a.text_sha256, "copies": a.copies} for a in articles
    ]
    encoder = load_encoder(tools.encoder, tools.threads)
    return {
        "rujuk": installed("rujuk"),
        "libraries": dict(_libraries()),
        "encoder": {"name": encoder.name, "sha256": encoder.sha256, "runtime": encoder.runtime},
        "languages": {code: pack.sha256 for code, pack in sorted(lang.load_all().items())},
        "gazetteer": gazetteer.load().sha256,
        "outlets": load_outlets(tools.outlets).sha256,
        "settings": settings.to_dict(),
        "articles_sha256": texts,
        "inputs": inputs,
    }


@cache
def _libraries() -> tuple[tuple[str, str], ...]:
    return tuple((name, installed(name)) for name in LIBRARIES)


def installed(name: str) -> str:
    """Return the installed version of a distribution, or "unknown" when run from a bare source tree."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
