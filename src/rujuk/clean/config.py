"""What cleaning goes by; every number says what it was measured on (`training/fit_clean.py` prints the tables)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """Lengths and shares that tell body from furniture."""

    # of a flattened page: chance from which a line speaks for a run; of .35, .45, .5 the best on publishers left out
    run_chance: float = 0.5
    # chances are taken relative to those of the page's likeliest lines, which are never set lower; of .02, .2, .3 the best
    least_height: float = 0.2
    # words of a line beyond which more of them weigh no more; the longest paragraphs of 15 gold bodies have about 100
    full_words: int = 60
    # chance below which a line inside a run is none of it; of .1, .2, .3 the best on publishers left out
    least_chance: float = 0.15
    # chance from which a line in the form of a headline opens or ends a run; of .5 to .9 the best on publishers left out
    sure_chance: float = 0.8
    # captions from which they are the text of a page without any other; a report has one or two
    gallery: int = 3
    # lines between two of them beyond which they are of two stories; of one gallery of 15 pages they stand side by side
    gallery_gap: int = 10
    # agreement with the page's densest element (F1 over words) from which no other extractor is asked, above 1 each page's: it is not reached on 57
    # of 293 pages, among them nine of the ten whose body is worst (F1 .84 and less)
    borne_out: float = 0.9
    # agreement with resiliparse (F1) below which a page is disputed: 4 of those 57 pages, our F1 there .92; of the others it would be 8, our F1 there .99
    disputed: float = 0.5
    # agreement of trafilatura with resiliparse from which a disputed page is read as they read it
    outvoted: float = 0.6
    # fewer words in a whole page are no body; the shortest of 15 gold bodies has 92
    min_words: int = 20
    # fewer words in a row that comes with its title are no body: of 1,973 scraped rows 14 hold a bare dateline or byline
    min_row_words: int = 5
    # characters of a caption that stands above a dateline; those of an agency's pictures have up to 430 on 15 pages
    caption_length: int = 800
    # longer lines are never furniture; the longest such line seen has 260 characters
    max_rule_length: int = 400
    # characters of a text, or of what is seen of a page; the longest of 3,803 articles has 90,000
    max_characters: int = 2_000_000
    # characters of HTML; the largest of 300 news pages has 3,000,000
    max_markup: int = 10_000_000
    # elements of a page beyond which it is read without trafilatura; news pages have under 10,000
    max_elements: int = 100_000
    # words of a headline; the gold titles of 15 Indonesian pages have 4 to 15
    title_words: tuple[int, int] = (3, 28)
    # lines above the body among which the headline is looked for; the same pages need 14
    title_reach: int = 40
    # paragraphs whose words a headline is compared with
    title_body: int = 10
    # lines at the start of a run that may stand above a dateline: headline, standfirst, captions
    head_lines: int = 4
    # lines right above the body of a web page among which a dateline makes one its lead
    lead_lines: int = 6
    # headlines that may follow the head of a list of other stories
    list_lines: int = 4
    # words from which a line after "Baca juga" in a scraped body is a headline: crossheads there have under 5
    listed_words: int = 5
    # words from which a sentence right after the run is its last paragraph and no label
    tail_words: int = 5
    # lines of furniture that may stand before it
    passed_lines: int = 2
    # lines before the body, from its start backwards, that are searched for a printed date
    date_lines: int = 15
    # characters of the body that are read for its language; 500 tell the same of 293 pages as 20,000, but take one Indonesian piece of 140 for Malay
    language_characters: int = 1_000
    # characters of a JSON-LD script; larger ones are passed over
    max_json_ld: int = 1_000_000
    # words from which a link that stands alone between paragraphs is another story's headline: of 14 such lines in the bodies of 293
    # pages 12 were (links of two to four words were part of lists)
    stray_words: int = 5
    # captures of an outlet that a line is looked for in; more say no more
    survey_captures: int = 64
    # characters of a capture's sentences that stand in another, of all of them, from which the two are one report or of one event, so that
    # what they share says nothing; not fitted
    kin_share: float = 0.2
    # unrelated captures, and their share, from which a line that stands on them is the outlet's; of 2,435 such
    # scraped rows no line of a body is lost by it
    most_least: int = 4
    most_share: float = 0.25
    # what a line's chance is multiplied by where it stands on unrelated captures, and where on none; of .2 to 1 and 1 to 2 the best on
    # one half of 66 publishers with two pages and more
    recurring_chance: float = 0.5
    alone_chance: float = 1.2
    # words that two headlines share, of all their words, from which a further page is one of the same report; not fitted
    same_headline: float = 0.5
    # words that two captures share, of all their words, from which an address that only the pages themselves give makes them versions of
    # one report: of 22,612 pairs of one outlet's reports of a day 10 share more
    same_words: float = 0.3
    # characters of a page's lines that stand in a fuller capture from which it is a part of it; not fitted
    part_share: float = 0.9
    # words of a fuller capture below which its beginning is a capture that was cut off; not fitted
    cut_share: float = 0.5
    # fullest captures of one report in which a smaller one is looked for; real reports have under ten
    fuller_captures: int = 30
