"""The limits and manners of fetching."""

from dataclasses import dataclass
from ipaddress import ip_network

from rujuk.model.errors import ConfigError

MEGABYTE = 1_000_000
AGENT = "rujuk/0.1 (reads news reports on request of a person; obeys robots.txt; one request at a time)"


@dataclass(frozen=True, slots=True)
class FetchConfig:
    """How much is asked of the network, and how fast; bytes are bytes, times are seconds.

    The limits are set for news pages, which have under 3 MB and come within seconds. `allow_addresses` are networks
    ("127.0.0.1/32") that are let through although they are not public: for a server of one's own, and for tests.
    Raises ConfigError for values that cannot be used.
    """

    agent: str = AGENT  # its first word up to "/" is the name that robots.txt is asked about
    delay: float = 2.0  # between two requests to one host; a longer Crawl-delay of its robots.txt is kept
    hosts: int = 4  # asked side by side
    limit: int = (
        200  # pages taken from feeds, sitemaps and lists of feeds; addresses given one by one are not counted
    )
    redirects: int = 5
    retries: int = 1  # of a request that was not answered, or answered with 429 or 503
    max_bytes: int = 10 * MEGABYTE  # of one response, as received
    max_decoded: int = 50 * MEGABYTE  # of one response, decompressed; what `ingest` takes of a page
    max_total_bytes: int = 2_000 * MEGABYTE  # of all responses
    max_list_bytes: int = 20 * MEGABYTE  # of a list, feed or OPML file on disk
    resolve_seconds: float = 10.0  # of one name; the resolver of the system may take minutes
    connect_seconds: float = 10.0
    response_seconds: float = 60.0  # of one request, from resolving the name to the last byte
    retry_after: float = 60.0  # the longest wait that an overloaded server is granted before its one retry
    total_seconds: float = 3600.0
    allow_addresses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (
            not self.agent.isascii()
            or not self.agent.isprintable()
            or not self.agent.partition("/")[0].strip()
        ):
            raise ConfigError(f"agent {self.agent!r}: write a name and what else in printable ASCII")
        if self.delay < 0 or self.hosts < 1:
            raise ConfigError(
                f"delay {self.delay}, hosts {self.hosts}: neither a pause below 0 nor no host at all"
            )
        try:
            for network in self.allow_addresses:
                ip_network(network)
        except ValueError as error:
            raise ConfigError(f"allow_addresses: {error}") from error
