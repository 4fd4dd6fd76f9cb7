"""Words that tell what a claim rests on: people who saw it, bodies whose word is a measurement, words given to all outlets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """All in lower case, as whole words.

    - `witnesses`: what somebody is called who tells what they saw or went through, as role or in place of a name ("saksi mata",
      "penumpang", "warga");
    - `no_witnesses`: phrases in which such a word names somebody else ("saksi ahli", "kepala warga");
    - `measurers`: exchanges, trackers and sensor networks whose own word is what their instruments or books show ("Bursa Efek
      Indonesia"); one with a spokesperson speaks as a body where that person is named;
    - `releases`: what a body calls the text that it hands to all outlets ("siaran pers"), `briefings` the occasions at which
      somebody speaks to all of them ("jumpa pers"); both with every ending that they have;
    - `recaps`: how a sentence begins that only repeats what was reported before ("sebelumnya diberitakan");
    - `fillers`: how one begins that tells nothing by itself: it announces what follows, or says that something was said ("berikut daftar",
      "hal ini disampaikan");
    - `acts`: verbs for what outlets mostly know from whoever does it: deciding, appointing, announcing, seizing, in a language with prefixes each with the
      form that headlines and, behind a passive's prefix, passives have ("mengumumkan umumkan"); `between` are words that may stand between the
      doer and the verb ("telah", "resmi"), `agents` those before the doer of a passive ("oleh");
    - `posts`: what a body appoints to ("direktur", "komisaris"), `posted` the words that may stand between a person's name and the post ("sebagai");
    - `readers`: words that speak to whoever reads ("kamu"), as advice does.
    """

    witnesses: tuple[str, ...]
    no_witnesses: tuple[str, ...]
    measurers: tuple[str, ...]
    releases: tuple[str, ...]
    briefings: tuple[str, ...]
    recaps: tuple[str, ...]
    fillers: tuple[str, ...]
    acts: tuple[str, ...]
    between: tuple[str, ...]
    agents: tuple[str, ...]
    posts: tuple[str, ...]
    posted: tuple[str, ...]
    readers: tuple[str, ...]
