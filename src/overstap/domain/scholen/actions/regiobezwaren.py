"""What have others against a change of a region: other regions, the kinds of its schools, the zorgroutes that run?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie, Regio
from overstap.domain.scholen.rules import Bestandsfout, Regiobestand
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation.access import Actor
from overstap.foundation.poort import poort


def bezwaren_van_regios(*, regio: Regio, nieuw: Regiobestand, by: Actor, at: datetime) -> list[Bestandsfout]:
    """A sentence for everything of the file that another region already has: it is theirs to change."""
    del by, at
    elders = (
        Organisatie.objects.filter(gast_van=None, oefening_van=None)
        .exclude(regio=regio)
        .exclude(gegevens__has_key=BUITEN_REGIO)
    )
    van_wie = {(rij.brin, rij.vestiging): rij for rij in elders.select_related("regio")}
    fouten = [
        Bestandsfout(
            None,
            f"scholen[{nummer}].brin",
            f"{school.brin} vestiging {school.vestiging} hoort bij {rij.regio.naam}. Vraag die regio om de school.",
        )
        for nummer, school in enumerate(nieuw.scholen, start=1)
        if (rij := van_wie.get((school.brin, school.vestiging)))
    ]
    for swv in nieuw.verbanden:
        rij = van_wie.get((swv.code, "00"))
        if rij and swv != rij.als_verband():
            zin = f"{swv.code} hoort bij {rij.regio.naam}, als {rij.naam}. Alleen die regio verandert dit."
            fouten.append(Bestandsfout(None, f"swv.{swv.code}.naam", zin))
    return fouten


def bezwaren_van_soorten(*, nieuw: Regiobestand, by: Actor, at: datetime) -> list[Bestandsfout]:
    """A sentence for every school that is of another kind already: its people, dossiers and rights are of that kind."""
    del by, at
    bekend = Organisatie.objects.filter(gast_van=None, oefening_van=None, brin__in={een.brin for een in nieuw.scholen})
    soorten = {(rij.brin, rij.vestiging): Organisatiesoort(rij.soort) for rij in bekend}
    return [
        Bestandsfout(
            None,
            f"scholen[{nummer}].soort",
            f"{school.naam} ({school.brin} {school.vestiging}) is een {was.label} en wordt geen {school.soort.label}."
            " Zet de soort terug, of kijk na of het BRIN en het nummer van de vestiging kloppen.",
        )
        for nummer, school in enumerate(nieuw.scholen, start=1)
        if (was := soorten.get((school.brin, school.vestiging), school.soort)) is not school.soort
    ]


def bezwaren_van_zorgroutes(*, oud: Regiobestand, nieuw: Regiobestand, by: Actor, at: datetime) -> list[Bestandsfout]:
    """A sentence for each samenwerkingsverband that is no longer named while zorgroutes of this region run to it."""
    del at
    weg = [swv.code for swv in oud.weg_in(nieuw)]
    rijen = Organisatie.objects.filter(brin__in=weg, vestiging="00", oefening_van=None).order_by("brin")
    in_gebruik = poort("regio.swv_in_gebruik")
    return [
        Bestandsfout(
            None,
            "swv.code",
            f"Er lopen nog zorgroutes naar {swv.brin}, {swv.naam}. Wacht tot daarop is beslist, of vraag de scholen om "
            "hun zorgroute in te trekken. Verander daarna het nummer of haal het weg.",
        )
        for swv in rijen
        if in_gebruik(by, swv.id)
    ]
