"""The sentences that explain a statement's weight: one table of templates, so that they can be translated by token."""

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "shared_origin": "{origin} stands behind {articles} reports; they count once.",
    "one_origin": "One report names {origin}.",
    "unstated": "{outlet} does not say where it has this from; its owner counts at most once.",
    "unstated_unknown": "{articles} reports of unknown outlets do not say where they have this from; they count at most once.",
    "unstated_explained": "{outlet} does not say here where it has this from, but cites {origin} elsewhere; it adds nothing.",
    "own_act": "{outlet} does not say where it has this from; {origin}, whose act it is, may have told it; it adds nothing.",
    "afar": "{outlet} tells of something abroad and does not say where it has this from; {origin}, or what stands behind it, may be its source; it adds nothing.",
    "relay_explained": "{outlet} has this from {relay} and cites {origin} elsewhere; it adds nothing.",
    "retold": "{outlet} only repeats here what was reported before; it adds nothing.",
    "own_reporting": "{outlet} shows that it reports this itself.",
    "heard_by": "{articles} reports heard {origin} for themselves: each is a witness that it was said, and all of them are one origin for what was said.",
    "same_owner": "{outlets} belong to one owner; they count once.",
    "copied": "{left} and {right} share this text; they count once.",
    "same_words": "{left} and {right} tell this in the same words; they count once.",
    "same_figure": "{left} and {right} give the same exact figure, which has one source; they count once.",
    "one_list": "{left} and {right} give the same figures in this story, so one list stands behind both; they count once.",
    "same_original": "{left} and {right} carry one original ({origin}); they count once.",
    "nameless_original": "{left} and {right} have sentences that say the same, so one original is likely behind both, though they name none in common; they count once.",
    "same_quotation": "{left} and {right} give the same quotation; it counts once.",
    "other_modality": "{articles} reports are {modality} here and support nothing that is {lead}.",
    "only_hedged": "Nobody asserts this outright: every report is {modality}.",
    "headline": "{outlet} says this in its headline alone; a headline without a figure confirms only what headlines and first sentences of others say.",
    "unlike": "{outlet} tells this in words too different to confirm it; its origin adds nothing.",
    "only_credit": "{outlet} only says here who says it, who looked or what follows; that confirms nothing.",
    "disputed": "Reports differ on {element}.",
    "developing": "Later reports change the {element}.",
}
"""Every reason token with its English sentence; `str.format` fills in names and numbers."""


def say(token: str, **values: object) -> str:
    """Return the sentence of a reason token with its values filled in; raises KeyError for an unknown token."""
    return REASONS[token].format(**values)
