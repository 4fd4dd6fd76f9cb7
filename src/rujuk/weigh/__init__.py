"""Weigh: on how many independent origins does each statement stand, and what are they?

Imports only the model and the outlet packs; reads no text but what the documents' annotation already points at.
"""

from rujuk.weigh.reports import WeighConfig
from rujuk.weigh.statements import weigh
from rujuk.weigh.tolls import TollConfig, tolls
from rujuk.weigh.values import ValuesConfig, values

__all__ = ["TollConfig", "ValuesConfig", "WeighConfig", "tolls", "values", "weigh"]
