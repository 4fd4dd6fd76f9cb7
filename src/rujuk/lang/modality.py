"""Words that make a statement hedged, denied, asked or planned, and phrases that only look like them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Modalities:
    """Cue words and phrases in lower case; the name of the list is the `rule` of the cue it makes.

    - `hedge`: said without certainty ("diduga"); `hearsay`: said by nobody named ("kabarnya"); both are hedged;
    - `condition`: begins a clause that is only supposed ("jika"); hedged as well;
    - `denial`: somebody denies it, or it is said to be untrue ("membantah", "tidak benar"); `negation`: the clause is stated
      in the negative ("tidak", "belum"): a statement of its own, not a denial of somebody's; both have modality denied;
    - `question`: words that make a question ("apakah"); a sentence that ends in a question mark is asked as well;
    - `plan`: what is to come ("akan", "berencana"); `forecast`: what is expected to come ("diperkirakan akan"); `wish`: what
      is asked for, hoped for or aimed at ("meminta", "agar", "semoga"); all three are planned;
    - `onward`: cues, each of a list above, that change what follows them and not their own clause ("membantah", "meminta");
    - `pseudo`: longer phrases in which a cue word is not one ("tidak hanya", "tidak lain").

    A cue that is also a cue of speech ("katanya") is one only where a word stands before it, or nothing, and a word after.
    """

    hedge: tuple[str, ...]
    hearsay: tuple[str, ...]
    condition: tuple[str, ...]
    denial: tuple[str, ...]
    negation: tuple[str, ...]
    question: tuple[str, ...]
    plan: tuple[str, ...]
    forecast: tuple[str, ...]
    wish: tuple[str, ...]
    onward: tuple[str, ...]
    pseudo: tuple[str, ...]
    examples: tuple[str, ...]
