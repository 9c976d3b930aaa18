"""Whom does the Traffic Center know at a school (overzichtAanleverpunt), and are we among them, where we should be?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Aanleverpunt, Bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import vraag


@dataclass(frozen=True)
class Overzichtsregel:
    """One line for who looks after a connection; not `goed` when somebody must do something."""

    zin: str
    goed: bool = True


def aanleverpunten(
    aansluiting: Aansluiting, *, brin: str = "", doel: str = "", kenmerk: str = ""
) -> tuple[Aanleverpunt, ...]:
    """Every active one that fits. Without a filter all of them: the standard asks to do that sparingly.

    Raises `Draadfout`, with the code of the standard when the Traffic Center refuses.
    """
    filters = {naam: waarde for naam, waarde in (("brin", brin), ("doel", doel), ("kenmerk", kenmerk)) if waarde}
    bericht = Bericht("overzichtAanleverpuntRequest", filters)
    uitgave, papieren = aansluiting.uitgave, aansluiting.papieren
    antwoord = vraag(aansluiting.centrale, bericht, uitgave=uitgave, papieren=papieren)
    if antwoord["resultaat"]:
        raise Draadfout(antwoord["resultaat"])
    return antwoord.punten


def overzicht(aansluiting: Aansluiting, brin: str = "") -> Iterator[Overzichtsregel]:
    """Of each school (or samenwerkingsverband) of the connection, or of the one with this BRIN: who answers for it."""
    ons = dict(aansluiting.eigen_punten)
    for welke in [brin] if brin else sorted(ons):
        try:
            gevonden = aanleverpunten(aansluiting, brin=welke)
        except Draadfout as fout:
            zin = f"{welke}: OSO gaf geen antwoord ({fout.code}). Probeer het later opnieuw."
            yield Overzichtsregel(zin, goed=False)
            continue
        yield from _van(welke, gevonden, ons.get(welke, ""))


def _van(brin: str, gevonden: tuple[Aanleverpunt, ...], ons: str) -> Iterator[Overzichtsregel]:
    for punt in gevonden:
        wie = "Overstap" if punt.kenmerk == ons else "ander systeem"
        yield Overzichtsregel(f"{brin}: {wie} {punt.kenmerk} {punt.url}")
    if not gevonden:
        yield Overzichtsregel(f"{brin}: OSO kent hier geen systeem.", goed=not ons)
    if ons and gevonden and all(punt.kenmerk != ons for punt in gevonden):
        zin = (
            f"{brin}: Overstap ({ons}) staat er niet bij. Heeft de school Overstap gemachtigd, en is het adres gemeld?"
        )
        yield Overzichtsregel(zin, goed=False)
