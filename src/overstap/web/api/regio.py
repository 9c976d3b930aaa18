"""How far are the schools of a region, in the numbers of its page, and what does the region set?"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from ninja import File, Router, Status
from ninja.files import UploadedFile

from overstap.domain.scholen.actions import lever_regio_aan
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
from overstap.domain.tellingen.queries import STAPPEN, Schoolregel
from overstap.domain.tellingen.rules import Aantal
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering
from overstap.web.api import antwoorden
from overstap.web.api.deur import Koppelverzoek
from overstap.web.api.document import als_bestand
from overstap.web.components.regiobestand import als_antwoord as regio_als_bestand
from overstap.web.components.regiobestand import als_tekst
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


@paden.get(
    "regio/regio.toml",
    operation_id="regio_instellingen",
    url_name="regio_instellingen",
    summary="Alles wat de regio instelt, als één bestand",
    openapi_extra=als_bestand("application/toml", "TOML, UTF-8, met uitleg bij elk deel."),
)
def instellingen(request: Koppelverzoek) -> HttpResponse:
    """Scholen, besturen, samenwerkingsverbanden met hun routes, datums, termijnen, woorden. Niets van een leerling.

    Bereik: `regio.lezen`.
    """
    request.actor.require(Recht.REGIO_LEZEN)
    return regio_als_bestand(request.actor)


@paden.post(
    "regio/bestanden",
    response={201: antwoorden.Regioaangeleverd},
    operation_id="regio_bestanden",
    url_name="regio_bestanden",
    summary="Lever een bestand van de regio aan",
)
def bestanden(request: Koppelverzoek, bestand: File[UploadedFile]) -> Status[antwoorden.Regioaangeleverd]:
    """Het bestand van de eigen regio (TOML, hoogstens 1 MB). Het wacht op een mens, die ziet wat er anders wordt.

    Een nieuwer bestand komt in de plaats van een dat nog wacht. Wat er niet klopt, staat met de regel in `detail`.
    Bereik: `regio.aanleveren`.
    """
    request.actor.require(Recht.REGIO_AANLEVEREN)
    try:
        voorstel_id = lever_regio_aan(tekst=als_tekst(bestand), by=request.actor, at=request.nu)
    except RegioGeweigerd as weigering:
        raise Weigering(" ".join(map(str, weigering.fouten))) from weigering
    adres = f"{settings.OVERSTAP_ADRES}{reverse('regio:aangeleverd')}"
    return Status(201, antwoorden.Regioaangeleverd(bestand_id=voorstel_id, bekijken=adres))


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
