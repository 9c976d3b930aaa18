"""How far are the schools of a region? The same numbers as on its page, shielded the same way."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Router

from overstap.domain.tellingen.queries import STAPPEN, Schoolregel
from overstap.domain.tellingen.rules import Aantal
from overstap.foundation.klok import dag
from overstap.web.api import antwoorden
from overstap.web.api.deur import Koppelverzoek
from overstap.web.api.document import als_bestand
from overstap.web.components.tellingen import als_bestand as tabel_als_bestand
from overstap.web.components.tellingen import in_woorden
from overstap.web.components.voortgang import schooltabel
from overstap.web.components.voortgang import voortgang as voortgang_van

paden = Router(tags=["Regio"])


@paden.get(
    "regio/voortgang",
    response=antwoorden.Voortgang,
    operation_id="regio_voortgang",
    url_name="regio_voortgang",
    summary="Hoe ver de scholen zijn, in aantallen",
)
def voortgang(request: Koppelverzoek) -> antwoorden.Voortgang:
    """Dezelfde aantallen als in het overzicht van de regio. Nooit een leerling; 1 tot en met 4 is “minder dan 5”.

    Bereik: `aantallen.lezen`.
    """
    gevonden, kalender = voortgang_van(request.actor, request.nu)
    return antwoorden.Voortgang(
        schooljaar=kalender.schooljaar,
        op=dag(request.nu),
        totaal=gevonden.totaal,
        definitief=_aantal(gevonden.klaar, gevonden.totaal),
        zorgaanmeldingen_zonder_besluit=_aantal(gevonden.zonder_besluit),
        scholen=[_school(school) for school in gevonden.scholen],
    )


@paden.get(
    "regio/voortgang.csv",
    operation_id="regio_voortgang_csv",
    url_name="regio_voortgang_csv",
    summary="Dezelfde aantallen als CSV",
    openapi_extra=als_bestand("text/csv", "Puntkomma’s, UTF-8, één rij per school."),
)
def voortgang_csv(request: Koppelverzoek) -> HttpResponse:
    """De tabel van de scholen, zoals de downloadknop van de regio haar geeft. Bereik: `aantallen.lezen`."""
    gevonden, _kalender = voortgang_van(request.actor, request.nu)
    return tabel_als_bestand("csv", "overzicht", *schooltabel(gevonden), request.actor.werkt_bij)


def _school(school: Schoolregel) -> antwoorden.Schoolaantallen:
    delen = zip(STAPPEN, school.delen, strict=True) if school.delen else ()
    return antwoorden.Schoolaantallen(
        naam=school.naam,
        plaats=school.plaats,
        totaal=school.totaal,
        stappen=[antwoorden.Stapaantal(stap=stap.value, aantal=_aantal(deel, school.totaal)) for stap, deel in delen],
        definitief=_aantal(school.klaar, school.totaal),
        loopt_achter=school.achter,
    )


def _aantal(aantal: Aantal, totaal: int | None = None) -> antwoorden.Aantal:
    return antwoorden.Aantal(laag=aantal.laag, hoog=aantal.hoog, tekst=in_woorden(aantal, totaal))
