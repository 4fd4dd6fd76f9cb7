"""What cleaning goes by; every number says what it was measured on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """Lengths and shares that tell body from furniture."""

    run_words: int = 10  # words a line must have to speak for body: a trial on five flattened pages, precision .969
    extracted_words: int = 8  # words that trafilatura's word for a line is worth; see training/fit_clean.py
    max_linked: float = 0.5  # share of links above which a line of a page is a list entry, not a sentence
    min_words: int = 20  # fewer in a whole page are no body; the shortest of 15 gold bodies has 92
    min_row_words: int = 5  # fewer in a row that comes with its title are no body: some scraped rows hold a bare dateline
    max_rule_length: int = 400  # longer lines are never furniture; the longest furniture line seen had 260 characters
    title_words: tuple[int, int] = (3, 28)  # a headline; gold titles of 15 Indonesian pages have 4 to 15 words
    head_lines: int = 4  # lines at the start of a run that may be headline, standfirst or captions
    list_lines: int = 4  # headlines that may follow the head of a list of other stories
    date_lines: int = 15  # lines before the body, from its start backwards, that are searched for a printed date
    date_words: int = 20  # of a line that may be one; "Jurnalis-..., 20 Juni 2025 |18:09 WIB" and its kind have under 12
    language_characters: int = 20_000  # of the body, read for its language; the answer does not change beyond 3,000
    max_json_ld: int = 1_000_000  # characters of a JSON-LD script; larger ones are passed over
