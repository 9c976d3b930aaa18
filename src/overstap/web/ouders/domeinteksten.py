"""Which words of the domain does a parent meet in the frame around the report, and so want in another language?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from overstap.domain.adviezen.rules import ZINNEN_VOOR_OUDERS
from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.inzages.enums import Akkoord
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Besluitsoort, Herzienreden
from overstap.domain.rapporten.catalogue import Publiek, catalogus
from overstap.domain.rapporten.catalogue.typen import Rijen
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.domain.rapporten.snapshot.vergelijking import BIJLAGE_DELEN, BIJLAGEN_TITEL
from overstap.domain.rapporten.snapshot.weergave import VERDER
from overstap.domain.zorgroutes.enums import Domein, Routesoort, Uitkomst
from overstap.domain.zorgroutes.rules import AL_VERSTUURD, VOL
from overstap.foundation.access import Rol


def domeinteksten() -> Iterator[str]:
    """Every text, as it stands in the domain; where one is shown, the filter `vertaal` translates it."""
    for woorden in (Akkoord, Heropenreden, Aanvullingsoort, Rol, Routesoort, Uitkomst, Domein, Mailritme):
        yield from (keuze.label for keuze in woorden)
    for redenen in (Afwijsgrond, Herzienreden):
        yield from (keuze.label for keuze in redenen)
    yield Besluitsoort.VERLENGING.label
    yield from (status.ouders for status in Aanmeldstatus)
    yield from ZINNEN_VOOR_OUDERS
    yield from (AL_VERSTUURD, VOL)
    for sectie in catalogus().secties:
        yield sectie.ouders
        for veld in sectie.zichtbaar(Publiek.OUDERS):
            yield veld.ouderlabel()
            yield from _delen(veld.type)
    yield VERDER
    # Their page does not say how the school calls a file.
    yield from (BIJLAGEN_TITEL, *BIJLAGE_DELEN[1:])


def _delen(soort: Any) -> Iterator[str]:
    """The labels within one veld that parents see: of a group, of the columns of a table, above each of its rows."""
    if isinstance(soort, Rijen) and not soort.groep.opmaak:
        yield soort.enkelvoud
    for deel in getattr(soort, "delen", ()):
        if not (deel.verborgen or deel.technisch):
            yield deel.lezerslabel()
            yield from _delen(deel.type)
