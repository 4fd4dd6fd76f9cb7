"""A union-find over strings."""

from collections import defaultdict
from collections.abc import Iterable


class Unions:
    """A union-find over strings; each is its own group until joined, and the lowest of a group stands for it."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """Return the lowest key of the group of this key."""
        root = key
        while (above := self._parent.get(root, root)) != root:
            root = above
        while self._parent.get(key, key) != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, left: str, right: str) -> None:
        """Put two keys into one group."""
        low, high = sorted((self.find(left), self.find(right)))
        self._parent[high] = low

    def groups(self, keys: Iterable[str]) -> list[list[str]]:
        """Return the keys by group, in the order in which they are given."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in keys:
            found[self.find(key)].append(key)
        return list(found.values())
