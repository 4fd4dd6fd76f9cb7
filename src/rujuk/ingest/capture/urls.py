"""The canonical form of a URL: what two captures of one page have in common."""

import re
from urllib.parse import urlsplit, urlunsplit

TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|mc_cid|mc_eid|_ga|_gl|"
    r"at_medium|at_campaign|amp|outputtype)",
    re.IGNORECASE,
)
"""Parameters that say how a reader came to a page, and `amp`, `outputType`, which ask for another form of it."""
AMP_TAIL = re.compile(r"(?<=[\w-]{10})/amp/?$")
PORTS = {"http": ":80", "https": ":443"}
HEAD = 200_000
"""Characters of a saved page that are searched for its own address; it stands in the head."""
_TAG = re.compile(r"<(?:link|meta)\s[^>]{1,2000}>", re.IGNORECASE)
_OWN = re.compile(r"""(?:rel\s*=\s*["']?canonical|property\s*=\s*["']?og:url)(?![\w:-])""", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:href|content)\s*=\s*["']\s*(https?://[^"'\s<>]{4,1900})""", re.IGNORECASE)


def canonical(url: str | None) -> str | None:
    """Return the URL with a lower-case host, no fragment, no default port, no tracking and no AMP marker.

    None where it is no absolute http(s) URL with a path or query of its own: a home page names no article.
    """
    try:
        parts = urlsplit((url or "").strip())
        host = (parts.hostname or "").rstrip(".")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in PORTS or "." not in host:
        return None
    pairs = [
        pair for pair in parts.query.split("&") if pair and not TRACKING.fullmatch(pair.split("=", 1)[0])
    ]
    path, query = AMP_TAIL.sub("", parts.path), "&".join(pairs)
    if path in {"", "/"} and not query:
        return None
    return urlunsplit((scheme, host + ("" if port == PORTS[scheme] else port), path or "/", query, ""))


def own_address(html: str) -> str | None:
    """Return the canonical URL that a saved page declares for itself (link rel=canonical, og:url), or None."""
    for tag in _TAG.finditer(html, 0, HEAD):
        if _OWN.search(tag.group()):
            address = _ADDRESS.search(tag.group())
            found = canonical(address.group(1).replace("&amp;", "&")) if address else None
            if found:
                return found
    return None
