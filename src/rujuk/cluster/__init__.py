"""Cluster: which reports tell the same event, and who took text from whom.

Knows no other stage: vectors come from outside, and so does the annotation.
"""

from rujuk.cluster.edges import ReuseConfig, reuse
from rujuk.cluster.stories import ClusterConfig, cluster
from rujuk.cluster.stream import Arrival, Change, Stream, StreamConfig
from rujuk.cluster.why import Why, why

__all__ = [
    "Arrival",
    "Change",
    "ClusterConfig",
    "ReuseConfig",
    "Stream",
    "StreamConfig",
    "Why",
    "cluster",
    "reuse",
    "why",
]
