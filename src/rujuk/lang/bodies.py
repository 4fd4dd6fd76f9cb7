"""The parts of bodies in one language: whose word is one body's, under whatever name or office it is given."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bodies:
    """All in lower case and in the fullest form, as whole words; "a = b" is written by pairs of equals, "a < b" by what a is part of.

    - `offices`: how the office of somebody who speaks for a body begins ("kepala", "juru bicara");
    - `office_bodies`: offices with the beginning of their body's name ("kapolres = kepolisian resor");
    - `heads`: how the name of a body begins that may stand behind that of its part ("kementerian", "kepolisian daerah");
    - `units`: how the name of a part begins ("direktorat jenderal", "humas"): what stands behind it and begins as a body is the body;
    - `parts`: beginnings of names that are parts of a body wherever they occur ("direktorat jenderal pajak < kementerian keuangan");
    - `channels`: what stands before a body's name where its account or page is meant ("akun instagram", "laman resmi");
    - `account_words`: what an account's name has beside the body's ("info", "humas", "official");
    - `services`: by one name, the beginnings of names of one chain of command ("kepolisian daerah", "kepolisian resor"), whose bodies are one
      only where the region of one lies in that of the other; one that begins with "… " is an end, with the region before it ("… police");
    - `regions`: regions of such a service with the places they are made of ("metro jaya = dki jakarta");
    - `region_words`: words of a region that tell no other region ("kota", "metro").
    """

    offices: tuple[str, ...]
    office_bodies: tuple[str, ...]
    heads: tuple[str, ...]
    units: tuple[str, ...]
    parts: tuple[str, ...]
    channels: tuple[str, ...]
    account_words: tuple[str, ...]
    services: Mapping[str, tuple[str, ...]]
    regions: tuple[str, ...]
    region_words: tuple[str, ...]
