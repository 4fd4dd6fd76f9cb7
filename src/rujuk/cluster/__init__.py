"""Cluster: which reports tell the same event, and who took text from whom.

Knows no other stage: vectors come from outside, and so does the annotation.
"""

from rujuk.cluster.dependence import Dependence
from rujuk.cluster.edges import ReuseConfig, dependences, reuse, reuse_and_dependences
from rujuk.cluster.stories import ClusterConfig, cluster
from rujuk.cluster.stream import Arrival, Change, Stream, StreamConfig
from rujuk.cluster.why import Why, why

__all__ = [
    "Arrival",
    "Change",
    "ClusterConfig",
    "Dependence",
    "ReuseConfig",
    "Stream",
    "StreamConfig",
    "Why",
    "cluster",
    "dependences",
    "reuse",
    "reuse_and_dependences",
    "why",
]
