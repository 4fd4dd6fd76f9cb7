"""The outlet packs: who publishes, under which names and domains, and who owns them.

Packs are keyed by country (`id.toml` = Indonesia), unlike language packs; `int.toml` holds the rest of the world.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from rujuk.model.errors import PackError
from rujuk.outlets.rules import OutletRule, read_rule

OutletKind = Literal["wire", "national", "local", "state", "party", "international"]

KINDS: tuple[OutletKind, ...] = get_args(OutletKind)
BUNDLED = tuple(Path(__file__).with_name(name) for name in ("id.toml", "int.toml"))
REQUIRED = ("id", "name", "kind")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher: `aliases` are further names it is called by, `marks` are what it prints in front of its texts.

    `group` is the owner where it is known, else "": two outlets of one group are not independent of each other.
    `country` is a code of ISO 3166-1, or "". `rules` say what only its own pages print.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: OutletKind
    country: str
    group: str
    marks: tuple[str, ...]
    rules: tuple[OutletRule, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and every alias, as written."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, eq=False)
class Outlets:
    """Every outlet of the packs in use, sorted by id, with the hash of the files they were read from."""

    all: tuple[Outlet, ...]
    sha256: str
    _by_id: Mapping[str, Outlet]
    _by_name: Mapping[str, Outlet]
    _by_domain: Mapping[str, Outlet]
    _by_mark: Mapping[str, Outlet]

    def get(self, outlet_id: str) -> Outlet | None:
        """Return the outlet with this id, or None."""
        return self._by_id.get(outlet_id)

    def by_domain(self, host: str) -> Outlet | None:
        """Return the outlet of a host name or of the nearest domain above it, or None."""
        if "." not in host:
            return None
        labels = host.casefold().strip(".").split(".")
        for start in range(max(0, len(labels) - 6), len(labels) - 1):
            found = self._by_domain.get(".".join(labels[start:]))
            if found:
                return found
        return None

    def by_name(self, text: str) -> Outlet | None:
        """Return the outlet that is called exactly this, in any letter case, or None."""
        return self._by_name.get(_folded(text))

    def by_mark(self, text: str) -> Outlet | None:
        """Return the outlet whose house mark, name or domain this is, in any letter case, or None."""
        folded = _folded(text)
        return self._by_mark.get(folded) or self._by_name.get(folded) or self.by_domain(text.strip())

    def names(self) -> dict[str, Outlet]:
        """Return every name and alias, as written, with its outlet: what mentions in running text are looked up in."""
        return {name: outlet for outlet in self.all for name in outlet.names}


def load(extra: Sequence[Path] = ()) -> Outlets:
    """Return the bundled outlets and those of further files of the same form.

    Raises PackError for a file that cannot be read, an unknown or missing key, a wrong type or kind, an id that is
    given twice, and a name, domain or mark that two outlets claim.
    """
    taken = sha256()
    found: dict[str, Outlet] = {}
    for path in (*BUNDLED, *extra):
        data = _read(path)
        taken.update(data)
        for outlet in _parse(path, data):
            if outlet.id in found:
                raise PackError(
                    f"{path}: the outlet id {outlet.id!r} is already taken; give this outlet another id"
                )
            found[outlet.id] = outlet
    outlets = tuple(found[outlet_id] for outlet_id in sorted(found))
    return Outlets(
        all=outlets,
        sha256=taken.hexdigest(),
        _by_id=found,
        _by_name=_index(outlets, "name", lambda outlet: outlet.names),
        _by_domain=_index(outlets, "domain", lambda outlet: outlet.domains),
        _by_mark=_index(outlets, "mark", lambda outlet: outlet.marks),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(f"{path}: {error.strerror or error}") from error


def _parse(path: Path, data: bytes) -> Iterator[Outlet]:
    try:
        tables = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: not a TOML file in UTF-8: {error}") from error
    entries = tables.get("outlet")
    if tables.keys() - {"outlet"} or not isinstance(entries, list):
        raise PackError(f"{path}: an outlet file holds [[outlet]] tables and nothing else")
    for number, entry in enumerate(entries, 1):
        yield _outlet(f"{path}: [[outlet]] number {number}", entry)


def _outlet(where: str, entry: Any) -> Outlet:
    if not isinstance(entry, dict):
        raise PackError(f"{where}: must be a table")
    known = [field.name for field in fields(Outlet)]
    unknown = sorted(entry.keys() - set(known))
    if unknown:
        raise PackError(f"{where}: unknown keys {unknown}; there are: {', '.join(known)}")
    aliases, domains, marks = (_text_list(where, key, entry) for key in ("aliases", "domains", "marks"))
    texts = {key: _text(where, key, entry) for key in ("id", "name", "country", "group")}
    rules = entry.get("rules", [])
    if not isinstance(rules, list):
        raise PackError(f"{where}: rules must be tables [[outlet.rules]]")
    return Outlet(
        **texts, aliases=aliases, domains=domains, marks=marks, kind=_kind(where, entry),
        rules=tuple(read_rule(f"{where}, rule {number}", rule) for number, rule in enumerate(rules, 1)),
    )  # fmt: skip


def _kind(where: str, entry: Mapping[str, Any]) -> OutletKind:
    value = _text(where, "kind", entry)
    for kind in KINDS:
        if kind == value:
            return kind
    raise PackError(f"{where}: kind {value!r}; there are: {', '.join(KINDS)}")


def _text(where: str, key: str, entry: Mapping[str, Any]) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise PackError(f"{where}: {key} must be a string")
    if key in REQUIRED and not value.strip():
        raise PackError(f"{where}: {key} is missing or empty")
    return value


def _text_list(where: str, key: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PackError(f"{where}: {key} must be a list of strings")
    return tuple(value)


def _index(outlets: Sequence[Outlet], what: str, read: Any) -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for outlet in outlets:
        for text in read(outlet):
            other = index.setdefault(_folded(text), outlet)
            if other is not outlet:
                raise PackError(f"the {what} {text!r} is claimed by two outlets: {other.id} and {outlet.id}")
    return index


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
