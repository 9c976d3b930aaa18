"""Which words of the domain does a parent meet in the frame around the report, and so want in another language?"""

from __future__ import annotations

from collections.abc import Iterator

from overstap.domain.adviezen.rules import ZINNEN_VOOR_OUDERS
from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.inzages.enums import Akkoord
from overstap.domain.rapporten.catalogue import Publiek, catalogus
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.foundation.access import Rol


def domeinteksten() -> Iterator[str]:
    """Every text, as it stands in the domain; where one is shown, the filter `vertaal` translates it."""
    for woorden in (Akkoord, Heropenreden, Aanvullingsoort, Rol):
        yield from (keuze.label for keuze in woorden)
    yield from ZINNEN_VOOR_OUDERS
    for sectie in catalogus().secties:
        yield sectie.ouders
        yield from (veld.ouders for veld in sectie.zichtbaar(Publiek.OUDERS) if veld.ouders)
