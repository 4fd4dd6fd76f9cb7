"""Stories of known descent: who was there, who told whom, who copied whom, and the articles that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from evals.generated.words import World, capital, new_world, templates

OWNERS = {
    "Kabar Pesisir": "Pesisir Media", "Pesisir Kini": "Pesisir Media", "Harian Meranti": "Grup Meranti", "Meranti Utara": "Grup Meranti",
}  # fmt: skip
PAPERS = (
    "Kabar Pesisir", "Pesisir Kini", "Harian Meranti", "Meranti Utara", "Suara Lembah", "Warta Prima", "Lensa Jaya", "Koran Bahtera",
    "Radar Sembilan", "Mimbar Kota",
)  # fmt: skip
AGENCIES = {"Lintang": "lintang", "Bentara": "bentara"}


PLAIN = "{Said}."


@dataclass(frozen=True)
class Line:
    """A paragraph of one sentence: a frame with the clause in it, the fact told (None for background), and its true origin.

    `relayed` says that the frame names nobody but the report that the line was taken from.
    """

    frame: str
    fact: int | None = None
    clause: str = ""
    root: str = ""
    relayed: bool = False

    @property
    def plain(self) -> bool:
        """Return whether the sentence does not say who saw or said it."""
        return self.frame == PLAIN or self.relayed

    @property
    def text(self) -> str:
        """Return the sentence as it is printed."""
        return self.frame.replace("{said}", self.clause).replace("{Said}", capital(self.clause))


@dataclass(frozen=True)
class Told:
    """One generated article: its outlet, when it came out, its lines (the first is the title), and whom it has them from."""

    outlet: str
    hour: int
    lines: tuple[Line, ...]
    taken_from: str = ""

    @property
    def owner(self) -> str:
        """Return who owns the outlet."""
        return OWNERS.get(self.outlet, self.outlet)

    @property
    def original(self) -> str:
        """Return the outlet whose report this is, in whatever words."""
        return self.taken_from or self.outlet

    @property
    def domain(self) -> str:
        """Return the outlet's host name."""
        return f"{AGENCIES.get(self.outlet, self.outlet.replace(' ', '').lower())}.example"

    @property
    def text(self) -> str:
        """Return the body."""
        return "\n".join(line.text for line in self.lines[1:])


@dataclass(frozen=True)
class Generated:
    """One story: its name and its articles, in the order of publication."""

    name: str
    articles: tuple[Told, ...]
    dated: bool


def generate(half: str, number: int) -> Generated:
    """Return the story of this number of a half; the same one each time."""
    rng = Random(f"{half} {number}")
    desk = _Newsroom(new_world(half, rng), rng)
    told = desk.originals()
    told += desk.relays(told)
    shown = [item for item in told if item.outlet not in AGENCIES or rng.random() < 0.5]
    if len(shown) < 2:
        shown = told[:2] if len(told) > 1 else [*told, desk.sister(told[0])]
    return Generated(f"{half}-{number}", tuple(sorted(shown, key=lambda item: item.hour)), rng.random() < 0.9)


class _Newsroom:
    """Writes the articles of one story; holds which outlets have not yet written."""

    def __init__(self, world: World, rng: Random) -> None:
        self.world, self.rng = world, rng
        self.free = rng.sample(PAPERS, len(PAPERS))
        self.owners: set[str] = set()
        facts = list(world.facts)
        self.official = rng.sample(facts, rng.randint(4, 5))
        self.released = rng.sample(facts, rng.randint(2, 3))

    def paper(self) -> str:
        """Return an outlet of an owner that has not written yet; there are eight, and no story needs more."""
        name = next(name for name in self.free if OWNERS.get(name, name) not in self.owners)
        self.free.remove(name)
        self.owners.add(OWNERS.get(name, name))
        return name

    def originals(self) -> list[Told]:
        """Return the articles of those who have it at first hand."""
        told: list[Told] = []
        if self.rng.random() < 0.6:
            told.append(self.wire())
        told += [self.conference() for _ in range(self.rng.choice((0, 1, 1, 2)))]
        told += [self.own() for _ in range(self.rng.choice((0, 1, 1, 2)))]
        told += [self.release() for _ in range(self.rng.choice((0, 0, 1)))]
        return told or [self.wire(), self.own()]

    def relays(self, originals: Sequence[Told]) -> list[Told]:
        """Return the articles of those who have it from others: relays of the agency, copies, sister outlets."""
        told: list[Told] = []
        wires = [item for item in originals if item.outlet in AGENCIES]
        papers = [item for item in originals if item.outlet not in AGENCIES]
        if wires:
            told += [self.taken(wires[0]) for _ in range(self.rng.randint(1, 2))]
        if papers:
            told += [self.taken(self.rng.choice(papers)) for _ in range(self.rng.choice((0, 0, 1)))]
        owned = [item for item in papers if item.owner in OWNERS.values()]
        if owned and self.rng.random() < 0.6:
            told.append(self.sister(owned[0]))
        return told

    def wire(self) -> Told:
        """Return the agency's own report: what its reporter saw, and what the official said."""
        agency = self.rng.choice(sorted(AGENCIES))
        return self.report(agency, 8, self.rng.sample(list(self.world.facts), self.rng.randint(4, 6)), 0.6)

    def own(self) -> Told:
        """Return the report of a reporter on the spot: seen, told by people there, and some of it said by the official."""
        facts = self.rng.sample(list(self.world.facts), self.rng.randint(3, 5))
        return self.report(self.paper(), 9, facts, 0.25, at_scene=True)

    def conference(self) -> Told:
        """Return the report of a press conference: all of it is the official's word, said so or not."""
        facts = self.rng.sample(self.official, self.rng.randint(3, len(self.official)))
        return self.report(self.paper(), 10, facts, 0.75, told_by_official=True)

    def report(
        self, outlet: str, hour: int, facts: Sequence[int], credited: float, *, at_scene: bool = False,
        told_by_official: bool = False,
    ) -> Told:  # fmt: skip
        """Return an article that tells the facts, that share of what the official said in the official's name.

        Whoever heard the official has from there all that was said there, whether the sentence says so or not; what a
        reporter on the spot saw is the outlet's own only where it is told as seen, or where the official did not say it.
        """
        credited_facts = {fact: fact in self.official and self.rng.random() < credited for fact in facts}
        heard = told_by_official or any(credited_facts.values())
        main = "official" if told_by_official else f"outlet:{outlet}"
        lines: list[Line] = []
        for fact in facts:
            quoted = any(line.root == "official" and line.frame != PLAIN for line in lines)
            if credited_facts[fact] or (told_by_official and not lines):
                lines.append(self.said(fact, first=not quoted))
            elif at_scene and self.rng.random() < 0.45:
                lines.append(self.on_the_spot(fact, outlet))
            else:
                root = "official" if heard and fact in self.official else main
                lines.append(Line(PLAIN, fact, self.world.clause(fact), root))
        return self.article(outlet, hour, lines, main)

    def said(self, fact: int, *, first: bool) -> Line:
        """Return a fact as the official's words."""
        return Line(self.world.by_official(first=first), fact, self.world.clause(fact), "official")

    def on_the_spot(self, fact: int, outlet: str) -> Line:
        """Return a fact as what the reporter saw, or what somebody there says."""
        clause = self.world.clause(fact)
        if self.rng.random() < 0.5:
            return Line(self.world.frame("scene", outlet=outlet), fact, clause, f"outlet:{outlet}")
        name = self.rng.choice(self.world.witnesses)
        calling = self.world.fill(self.world.event["calling"])
        frame = self.world.frame("witnessed", name=name, calling=calling)
        return Line(frame, fact, clause, f"witness:{name}")

    def release(self) -> Told:
        """Return an article written from a press release."""
        body = self.world.fill(self.world.event["body"])
        lines: list[Line] = []
        for fact in self.rng.sample(self.released, 2):
            named = not lines or self.rng.random() < 0.6
            frame = self.world.frame("released", body=body) if named else PLAIN
            lines.append(Line(frame, fact, self.world.clause(fact), "release"))
        return self.article(self.paper(), 11, lines, "release")

    def article(self, outlet: str, hour: int, lines: list[Line], main: str) -> Told:
        """Return an article with a headline, and sometimes a word of background."""
        if self.rng.random() < 0.5:
            known = capital(self.world.fill(self.rng.choice(self.world.event["background"])))
            lines = [*lines, Line(f"{known}.")]
        return Told(outlet, hour, (self.headline(lines, main), *lines))

    def headline(self, lines: Sequence[Line], main: str) -> Line:
        """Return a headline; it tells the event's first fact, on the word of whoever tells it below."""
        root = next((line.root for line in lines if line.fact == 0), main)
        return Line(self.world.title(), 0, "", root)

    def taken(self, original: Told) -> Told:
        """Return another outlet's article taken from this one: said or not, word for word or edited."""
        declared = self.rng.random() < 0.7
        outlet = self.paper()
        lines = self.edited(original.lines[1:], 0.5 if declared else 0.2)
        title = original.lines[0]
        if self.rng.random() < 0.6:
            title = self.headline(lines, title.root)
        if declared:
            lines = self.declared(lines, original)
        hour = original.hour + self.rng.randint(1, 4)
        return Told(outlet, hour, (title, *lines), original.outlet)

    def sister(self, original: Told) -> Told:
        """Return the article that another outlet of the same owner makes of this one."""
        names = [name for name in PAPERS if OWNERS.get(name) == original.owner and name != original.outlet]
        outlet = names[0] if names else self.paper()
        lines = self.edited(original.lines[1:], 0.7)
        return Told(
            outlet,
            original.hour + 1,
            (self.headline(lines, original.lines[0].root), *lines),
            original.outlet,
        )

    def edited(self, lines: Sequence[Line], reworded: float) -> list[Line]:
        """Return the lines as an editor leaves them: a third of the times whole, else some left out, put about, reworded."""
        if self.rng.random() < 0.33:
            return list(lines)
        kept = [line for line in lines if self.rng.random() > 0.2] or [lines[0]]
        kept = [self.reworded(line) if self.rng.random() < reworded else line for line in kept]
        if len(kept) > 2 and self.rng.random() < 0.3:
            kept[1], kept[2] = kept[2], kept[1]
        return kept

    def reworded(self, line: Line) -> Line:
        """Return the line in other words, in the same frame."""
        if line.fact is None:
            return line
        return replace(line, clause=self.world.clause(line.fact))

    def declared(self, lines: list[Line], original: Told) -> list[Line]:
        """Return the lines with a word of where they are from: in the dateline, in the first sentence, or at the end."""
        kind = "wire" if original.outlet in AGENCIES else "copy"
        names = {"agency": original.outlet, "outlet": original.outlet}
        where = self.rng.choice(("first", "last", "dateline") if kind == "wire" else ("first", "last"))
        frames = templates(self.world.half)["frames"]
        if where == "dateline":
            frame = self.world.fill(self.rng.choice(frames["dateline"]), text=lines[0].frame, **names)
            return [replace(lines[0], frame=frame, relayed=lines[0].frame == PLAIN), *lines[1:]]
        if where == "first" and lines[0].frame == PLAIN:
            first = self.world.frame(f"{kind}_first", **names)
            return [replace(lines[0], frame=first, relayed=True), *lines[1:]]
        return [*lines, Line(self.world.fill(self.rng.choice(frames[f"{kind}_last"]), **names))]
