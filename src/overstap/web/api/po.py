"""What does the program of a basisschool read, and which files does it hand in?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from ninja import File, Router, Status
from ninja.files import UploadedFile

from overstap.domain.importen.actions import bewaar_upload
from overstap.domain.importen.queries import uploads_for
from overstap.domain.koppelingen.actions import noteer_opgevraagd
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.queries import plaatsingen_van_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import lees
from overstap.web.api import antwoorden
from overstap.web.api.bladen import Bladzijde, bladzijde
from overstap.web.api.deur import Koppelverzoek

if TYPE_CHECKING:
    from overstap.domain.plaatsingen.models import Plaatsing

paden = Router(tags=["Basisschool"])


@paden.get(
    "po/dossiers",
    response=antwoorden.Dossiers,
    operation_id="po_dossiers",
    url_name="po_dossiers",
    summary="Lijst van de eigen leerlingen",
)
def dossiers(request: Koppelverzoek, pagina: Bladzijde) -> antwoorden.Dossiers:
    """De leerlingen van dit schooljaar: hoe ver het rapport is, de volgende stap, en hoe ver elke vo-school is.

    Er staat niets in uit het rapport zelf. Bereik: `dossiers.lezen`.
    """
    schooljaar = schooljaar_van(dag(request.nu))
    regels, rond = bladzijde(werkvoorraad_for(request.actor, schooljaar, "", request.nu), pagina)
    plaatsingen = plaatsingen_van_for(request.actor, [regel.dossier_id for regel in regels])
    noteer_opgevraagd(lijst="dossiers", aantal=len(regels), by=request.actor, at=request.nu)
    rijen = [_dossier(regel, plaatsingen.get(regel.dossier_id, [])) for regel in regels]
    return antwoorden.Dossiers(schooljaar=schooljaar, rijen=rijen, **rond)


def _dossier(regel: Regel, plaatsingen: Sequence[Plaatsing]) -> antwoorden.Dossier:
    return antwoorden.Dossier(
        dossier_id=regel.dossier_id,
        naam=regel.naam,
        groep=regel.groep,
        staat=regel.feiten.staat,
        bij=regel.status,
        volgende=regel.volgende,
        volgende_zin=regel.volgende.wacht,
        aanmeldingen=[_aanmelding(een) for een in plaatsingen],
    )


def _aanmelding(rij: Plaatsing) -> antwoorden.Aanmelding:
    return antwoorden.Aanmelding(
        school=rij.ontvanger.naam,
        brin=rij.ontvanger.brin,
        vestiging=rij.ontvanger.vestiging,
        status=Aanmeldstatus(rij.status),
        besluit_voor=rij.besluit_voor,
    )


@paden.post(
    "po/bestanden",
    response={201: antwoorden.Aangeleverd},
    operation_id="po_bestanden",
    url_name="po_bestanden",
    summary="Lever een OSO-bestand aan",
)
def bestanden(request: Koppelverzoek, bestand: File[UploadedFile]) -> Status[antwoorden.Aangeleverd]:
    """Eén OSO-bestand (XML) van één leerling. Het wacht 24 uur op een medewerker, die het bekijkt en overneemt.

    Wat er in het bestand niet klopt, staat in `detail`. Bereik: `bestanden.aanleveren`.
    """
    # Before the file is read: who may not hand anything in, learns nothing of what we think of it.
    request.actor.require(Recht.BESTAND_AANLEVEREN)
    lees(bestand.file, vandaag=dag(request.nu), bijlagen=False)  # type: ignore[arg-type]  # Django's File
    upload_id = bewaar_upload(stukken=bestand.chunks(), by=request.actor, at=request.nu)
    wacht = uploads_for(request.actor, request.nu).get(id=upload_id)
    waar = reverse("po:import_voorbeeld", kwargs={"upload_id": upload_id})
    gekregen = antwoorden.Aangeleverd(
        bestand_id=upload_id, vervalt_op=wacht.vervalt_op, bekijken=f"{settings.OVERSTAP_ADRES}{waar}"
    )
    return Status(201, gekregen)
