"""How a language gives words as somebody's: verbs of saying, their speakers, and where an outlet took them from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Cue words of quotations and citations, all in lower case.

    - `following`: after the quoted words, before the speaker ("kata", "ujar");
    - `following_pronouns`: the same with the speaker inside ("ujarnya", "katanya");
    - `preceding`: after the speaker, before what is said, with or without a complementizer ("mengatakan");
    - `preceding_with_complementizer`: verbs of saying only where a complementizer follows ("menunjukkan bahwa"); in both
      lists, where a complementizer, a comma or a colon follows ("melanjutkan, …");
    - `closing`: after a speaker that follows the quoted or reported words (", TASS melaporkan");
    - `according`: before the speaker ("menurut"), those in `referring` only at the beginning of a clause ("mengacu pada"); `as_said` the same, at a sentence's beginning only ("seperti dikatakan");
      `introducing`: passives that name who says what the paragraph
      holds ("disampaikan", "dikatakan");
    - `relays`: before the agency or outlet that the words were taken from ("dilansir", "dikutip");
      `relay_fillers` may stand between a relay or cue and the name ("dari", "oleh", "kantor", "berita");
    - `agency_heads`: nouns that say the name after them is an agency or outlet ("kantor berita", "harian");
    - `nameless_media`: what stands for the press without a name ("media setempat"): after a relay it is the speaker;
    - `documents`: phrases that name a document as the place of the words ("keterangan tertulis");
      `document_openers` stand before them ("dalam", "lewat"); `reports` are nouns of a body's own documents ("data",
      "laporan") after `according` or `document_openers`;
    - `records`: nouns of what shows something, where `released` words say by whom it is known ("video yang dirilis");
      one of `showing` follows its body ("menunjukkan");
    - `credits`: line labels before the outlet a text was taken from ("sumber");
    - `retelling`: words of relaying with which the language's press credits a whole report, not a sentence ("dilansir");
      none where it has no such custom; `asides` open a paragraph in which the outlet leaves that report ("sebagai
      informasi"), `announcing` words say that what follows is taken ("berikut"), `summing` that what precedes is ("demikian");
    - `taking_up`: phrases that carry on with the words of the report named before ("laporan itu");
    - `pronouns` stand for a person already named, `plural_pronouns` for several or a body ("mereka", "pihaknya");
    - `speaker_nouns`: nouns of persons and bodies that speak without a name ("polisi", "juru bicara");
    - `body_nouns`: nouns of bodies, agencies and companies alone ("lembaga", "kantor berita");
    - `units`: parts of a body that belong to a role where the body's own name follows ("Kepala Departemen … Universitas …");
    - `state_offices`: offices whose field or place is part of the role, not a body ("menteri", "bupati"),
      `ministers` those among them whose field may look like a body ("Menteri Koperasi");
    - `role_joints`: words that a role may hold beside capitals ("di"); `belonging`: between a name and its body ("dari");
    - `turn_labels`: who speaks in an interview that is printed turn by turn ("tanya", "jawab");
    - `demonstratives` after such a noun take up who was named before ("perwira itu", "lembaga tersebut");
    - `speaker_stops`: words at which the speaker's noun phrase ends ("kepada", "saat"); `addressees` among them begin
      who is spoken to; `fillers` may stand between subject and verb ("juga", "kemudian");
    - `openings` begin a phrase before the subject, up to a comma ("dalam", "saat", "setelah");
    - `official_bodies`: names that are cited as the place a claim comes from when they speak ("Kremlin");
    - `blockers`: right before a verb of saying they make it no report ("untuk", "yang");
    - `false_cues`: phrases in which a cue word is not one ("kata sandi", "dengan kata lain");
    - `occasions` open a sentence with when or where something was said ("dalam jumpa pers di …"); `at_places` stand before
      the place ("di"), but not in `no_places` ("di sela", "di hadapan");
    - `nominals`: nouns that follow a verb of saying as its object and begin no clause ("informasi", "permintaan");
    - `naming`: passives that say by whom something is called what follows `as_what` ("diklaim X sebagai …");
    - `judging`: verbs whose reason, after one of `reasons`, may be somebody's words ("memuji Y karena “…”");
    - `denying`: verbs of saying that grant what they report where they are negated themselves ("tidak membantah bahwa");
    - `directives`: verbs of saying that tell somebody to do what stands after one of `goals` ("memerintahkan X untuk");
    - `first_persons`: words by which a speaker says "I" or "we"; `headings`: words before a colon that are no speaker;
    - `complementizers`: words that begin what is reported ("bahwa"), `loose_complementizers` those that do so right after
      the verb only ("kalau"); `person_suffixes`: bound pronouns ("nya").

    `quote_paragraphs` is how many paragraphs one quotation may run over; `scare_words` the most words a quoted phrase
    without a cue may have and still be no quotation. `examples` mark <speaker>, <role>, <cue>, <content>, <via>.
    """

    following: tuple[str, ...]
    following_pronouns: tuple[str, ...]
    preceding: tuple[str, ...]
    preceding_with_complementizer: tuple[str, ...]
    closing: tuple[str, ...]
    according: tuple[str, ...]
    referring: tuple[str, ...]
    as_said: tuple[str, ...]
    introducing: tuple[str, ...]
    relays: tuple[str, ...]
    relay_fillers: tuple[str, ...]
    agency_heads: tuple[str, ...]
    nameless_media: tuple[str, ...]
    documents: tuple[str, ...]
    document_openers: tuple[str, ...]
    reports: tuple[str, ...]
    records: tuple[str, ...]
    released: tuple[str, ...]
    showing: tuple[str, ...]
    credits: tuple[str, ...]
    retelling: tuple[str, ...]
    asides: tuple[str, ...]
    announcing: tuple[str, ...]
    summing: tuple[str, ...]
    taking_up: tuple[str, ...]
    pronouns: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    speaker_nouns: tuple[str, ...]
    body_nouns: tuple[str, ...]
    units: tuple[str, ...]
    state_offices: tuple[str, ...]
    ministers: tuple[str, ...]
    turn_labels: tuple[str, ...]
    role_joints: tuple[str, ...]
    belonging: tuple[str, ...]
    demonstratives: tuple[str, ...]
    speaker_stops: tuple[str, ...]
    addressees: tuple[str, ...]
    fillers: tuple[str, ...]
    openings: tuple[str, ...]
    official_bodies: tuple[str, ...]
    blockers: tuple[str, ...]
    false_cues: tuple[str, ...]
    occasions: tuple[str, ...]
    at_places: tuple[str, ...]
    no_places: tuple[str, ...]
    nominals: tuple[str, ...]
    naming: tuple[str, ...]
    as_what: tuple[str, ...]
    judging: tuple[str, ...]
    reasons: tuple[str, ...]
    denying: tuple[str, ...]
    directives: tuple[str, ...]
    goals: tuple[str, ...]
    first_persons: tuple[str, ...]
    headings: tuple[str, ...]
    complementizers: tuple[str, ...]
    loose_complementizers: tuple[str, ...]
    person_suffixes: tuple[str, ...]
    quote_paragraphs: int
    scare_words: int
    examples: tuple[str, ...]
