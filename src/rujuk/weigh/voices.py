"""The reports of a statement as voices: what each states, may rest on and names, and which words few others of the story have."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rujuk.model.annotations import Document
from rujuk.weigh.dependence import LONG, WORD, SharedText
from rujuk.weigh.independence import Count
from rujuk.weigh.likelihood import Voice
from rujuk.weigh.nodes import Trail
from rujuk.weigh.origins import Desk

RARE = 2
"""Reports of a story that may have a word for it to be rare; in a story of two no word is."""


def rare_words_of(documents: Sequence[Document]) -> Mapping[str, frozenset[str]]:
    """Return for each article of a story its words that at most RARE of its reports have, none in a story of so few."""
    words = {item.article.id: frozenset(_words(item.article.text)) for item in documents}
    if len(words) <= RARE:
        return dict.fromkeys(words, frozenset())
    held = Counter(word for own in words.values() for word in own)
    return {key: frozenset(word for word in own if held[word] <= RARE) for key, own in words.items()}


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.casefold()) if len(word) >= LONG or word.isdigit()]


def voices(
    trails: Sequence[Trail], found: Count, rare: Mapping[str, frozenset[str]], desk: Desk
) -> list[Voice]:
    """Return the reports that the trails are of, in the order of publication."""
    told: defaultdict[str, list[Trail]] = defaultdict(list)
    for trail in trails:
        told[trail.claim.article_id].append(trail)

    def order(article_id: str) -> tuple[str, str]:
        return desk.documents[article_id].article.published_at or "~", article_id

    return [_voice(article, told[article], found, rare, desk) for article in sorted(told, key=order)]


def _voice(
    article: str, trails: Sequence[Trail], found: Count, rare: Mapping[str, frozenset[str]], desk: Desk
) -> Voice:
    owner = desk.owners[article]
    named = {node.key for trail in trails for node in (*trail.nodes, *trail.elsewhere)}
    words = {word for trail in trails for word in _words(trail.claim.text)}
    return Voice(
        article,
        owner.key,
        owner.kind != "unknown",
        found.stated.get(article, frozenset()),
        found.perhaps.get(article, frozenset()),
        frozenset(named),
        frozenset(words & rare.get(article, frozenset())),
    )


def tokens_of(shared: Sequence[SharedText]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return the tokens of the text that each pair of articles shares."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for pair in shared:
        found[pair.left, pair.right].add(pair.token)
    return {pair: frozenset(tokens) for pair, tokens in found.items()}
