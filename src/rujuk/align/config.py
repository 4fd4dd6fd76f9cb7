"""The numbers of `align`, each with what it was measured on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AlignConfig:
    """Thresholds of cutting, joining and comparing claims; every probability is in 0..1."""

    shortest_claim: int = 3
    """Words below which a piece of a sentence is not a claim of its own."""
    shortest_subordinate: int = 6
    """The same for a piece that begins with a subordinator: "saat bertemu Kim" is no claim, "setelah kapal itu ..." may be."""
    shortest_caption: int = 6
    """Words below which a line of a caption is a credit or a name ("Foto: arsip"), not a claim."""
    least_content: int = 2
    """Content words a piece without a number needs beside names of those cited and times: "Foto: arsip" claims nothing."""
    neighbours: int = 4
    """Nearest claims by vector that a claim is compared with in each other article."""
    largest_story: int = 60
    """Articles of a story above which they are aligned in batches; in `compare`, above which a part is compared with its nearest
    parts of the whole story, not of each article."""
    batch: int = 25
    """Articles of a batch. What one costs grows with their square, so that twenty batches of 25 cost less than nine of 60; from fewer,
    only one article of a batch could meet those of the others in a story of 500."""
    joins: float = 0.9
    """Probability from which two parts may tell one fact. This and the next two were chosen leaving one event out over the seven
    labelled development events: pair precision .90, recall .54, .89 of the facts that one article states left alone; .8 and .5
    give .90, .51 and .82, .9 and .5 give .91, .48 and .91. A wrong "agreed" harms more than a missed one."""
    average: float = 0.45
    """Mean probability over all pairs of two articles that two groups of parts need to become one."""
    grounds: float = 0.3
    """Probability that other parts of two sentences need for parts that tell nothing by themselves ("pada hari Rabu", "kunjungan presiden")
    to be one fact. Leaving one labelled event out, this and `alike_sentences` lose no pair and leave one single fact more alone (41 of 45);
    .5, or .4 for the sentences, lose up to .015 of recall."""
    alike_sentences: float = 0.3
    """Cosine of two sentences, the story's mean taken off, from which such parts may be one fact without other grounds."""
    surely_one: float = 0.95
    """Probability from which such parts are one fact without other grounds: .7 to .97 keep the seven pairs of the samples that a ground for every
    part lost, and from .95 on one labelled single fact more is left alone than at .9."""
    linking: int = 3
    """Content words in common from which a pair of parts holds a statement together though no ground speaks for it. Of 124 statements of
    several articles of the labelled development events 17 were read to be no one fact; of their pairs .42 stand apart instead of .24, of the others' .12
    instead of .08, of the labelled same-fact pairs none more is lost; 2 changes nothing, 4 parts .48 and .17."""
    crowded: int = 10
    """Articles of a story from which on words that most of them have hold nothing together by themselves: of 18 stories of June 2025 with ten to
    39 reports 70 statements had claims of eight and more articles, most of them a mountain's name, a province or a day; now 40. In
    smaller stories such words are the fact: from five articles on, recall of the labelled pairs of their events would fall by .08."""
    worn: float = 0.4
    """Share of the articles of such a story that have a word which is worn there. Not fitted."""
    own_words: int = 3
    """Content words that a piece needs to become a claim of its own where no other article tells it: else it stays with the piece before."""
    longest_head: int = 8
    """Words of a claim's beginning without a verb that may stand before a piece cut from it; a longer one is left out."""
    headline_words: float = 0.6
    """Share of their content words that two headlines must have in common: all headlines of a story share some."""
    disputes: float = 0.6
    """Probability that two claims, or two parts of them, assert the same fact, from which a difference between them may be called a
    dispute. Of differing parts of the labelled development events, leaving one out, eight that differ stand above it and are in the texts,
    one is false; of the four from .4 on below it two are false."""
    most_pairs: int = 100_000
    """Pairs of parts up to which a story's parts are compared all with all; above, each with its nearest ones only. The largest
    labelled event has 25,000; of its same-fact pairs 84 % would be among the four nearest in an article, 97 % among twenty."""
    least_told: float = 0.02
    """Probability below which a pair of parts is not told."""
    confirms: float = 0.95
    """Probability of the pair model, for two claims as they stand in a statement, from which one may confirm the other: what brought them together
    may be a day or a place. Of 102 pairs of the labelled development events that confirm one another, leaving one event out, and have labels, five of ten
    wrong ones go and four of 92 right ones; of the samples' 128 four of ten and 13 of 118. .9 gives four and three, .99 six and 16."""
    alike: float = 0.2
    """Share of their content words, by rarity, that two claims need in common for one to confirm the other. Of the pairs that are
    joined on the labelled development events, leaving one out, .92 are right from here on (167 pairs) and .65 below (65)."""
    alike_alone: float = 0.5
    """The same, from which two claims that do not count other things need no verb or happening in common: half of the words. Not fitted."""
