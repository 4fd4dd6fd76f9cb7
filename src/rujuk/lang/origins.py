"""Words that tell what kind of origin a claim rests on: people who saw it, and bodies whose word is a measurement."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Origins:
    """All in lower case, as whole words.

    - `witnesses`: what somebody is called who tells what they saw or went through, as role or in place of a name ("saksi mata",
      "penumpang", "warga");
    - `no_witnesses`: phrases in which such a word names somebody else ("saksi ahli", "kepala warga");
    - `measurers`: exchanges, trackers and sensor networks whose own word is what their instruments or books show ("Bursa Efek
      Indonesia"); one with a spokesperson speaks as a body where that person is named;
    - `recaps`: how a sentence begins that only repeats what was reported before ("sebelumnya diberitakan").
    """

    witnesses: tuple[str, ...]
    no_witnesses: tuple[str, ...]
    measurers: tuple[str, ...]
    recaps: tuple[str, ...]
