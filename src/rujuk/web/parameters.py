"""What stands in an address after the question mark, read strictly: anything else is an error, never a guess."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request

from rujuk.model.errors import ProvenanceError
from rujuk.model.text import Part, read_part

PAGE = 50
"""Dossiers or hits on one page."""
LONGEST_NUMBER = 9
"""Digits of a number in an address: no archive has a thousand million of anything."""
LONGEST_QUERY = 1_000


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Which page is asked for, counted from 1."""

    number: int

    @property
    def offset(self) -> int:
        """Return how many items come before the page."""
        return (self.number - 1) * PAGE


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [start, end) of a part of an article; start is below end."""

    start: int
    end: int
    part: Part


def page_number(request: Request) -> PageNumber:
    """Return the page asked for, the first where none is; raises HTTPException (400) for anything but a number from 1."""
    number = _number(request.query_params.get("page", "1"))
    if number < 1:
        raise HTTPException(400)
    return PageNumber(number)


def query_text(request: Request) -> str:
    """Return what is searched for, "" where nothing is; raises HTTPException (400) for more than 1,000 characters."""
    query = request.query_params.get("q", "")
    if len(query) > LONGEST_QUERY:
        raise HTTPException(400)
    return query


def place(request: Request) -> Place | None:
    """Return the characters to mark, None where neither `start` nor `end` is given; raises HTTPException (400)."""
    start, end = request.query_params.get("start"), request.query_params.get("end")
    if start is None and end is None:
        return None
    try:
        part = read_part(request.query_params.get("part", "body"))
    except ProvenanceError as error:
        raise HTTPException(400) from error
    found = Place(_number(start), _number(end), part)
    if not found.start < found.end:
        raise HTTPException(400)
    return found


def _number(text: str | None) -> int:
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise HTTPException(400)
    return int(text)
