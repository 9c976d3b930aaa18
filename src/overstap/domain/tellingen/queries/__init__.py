"""How many reports are how far, of one school, of the schools of a board and of a region?"""

from overstap.domain.tellingen.queries.bestuur import Bestuursregel, Bestuursvoortgang, bestuursvoortgang_for
from overstap.domain.tellingen.queries.tellen import (
    STAPPEN,
    ZONDER_BESLUIT,
    Regiovoortgang,
    Schoolregel,
    Schoolvoortgang,
    Terugblik,
    regiovoortgang_for,
    schoolvoortgang_for,
    terugbliktelling_for,
)

__all__ = [
    "STAPPEN",
    "ZONDER_BESLUIT",
    "Bestuursregel",
    "Bestuursvoortgang",
    "Regiovoortgang",
    "Schoolregel",
    "Schoolvoortgang",
    "Terugblik",
    "bestuursvoortgang_for",
    "regiovoortgang_for",
    "schoolvoortgang_for",
    "terugbliktelling_for",
]
