"""Which acts keep an upload, take it over, refuse it and clear it away?"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.adviezen.actions import neem_advies_over
from overstap.domain.bijlagen.actions import neem_bestand_over
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.actions import maak_dossier, ververs_leerling, zet_nummer
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.importen.models import Upload
from overstap.domain.importen.queries import bekend_for, bytes_for, upload_for
from overstap.domain.importen.rules import (
    BEWAARTIJD,
    controleer_overneembaar,
    controleer_school,
    controleer_zelfde_leerling,
    groep_van,
    met_rijsleutels,
    met_zelfde_rijsleutels,
)
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.leerlingen.rules import LANGSTE_NAAM, LANGSTE_VOORVOEGSEL
from overstap.domain.rapporten.actions import begin_concept, ververs_uit_las
from overstap.domain.rapporten.queries import concept_for, geschreven_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import organisatie_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel


def bewaar_upload(*, ruw: bytes, by: Actor, at: datetime) -> UUID:
    """Keep an uploaded file, encrypted, until a person decides (24 hours at the most). Returns its id."""
    by.require(Recht.IMPORT_UITVOEREN)
    upload_id, sleutel_id = uuid4(), maak_sleutel(at=at)
    Upload.objects.create(
        id=upload_id,
        school_id=by.werkt_bij,
        sleutel_id=sleutel_id,
        geheim=Slot(sleutel_id).versleutel(ruw, f"upload:{upload_id}"),
        omvang=len(ruw),
        geupload_op=at,
        geupload_door=by.persoon_id,
        vervalt_op=at + BEWAARTIJD,
    )
    record("upload.bewaard", by=by, at=at, object_id=upload_id)
    return upload_id


def neem_over(*, upload_id: UUID, gelezen: Gelezen, by: Actor, at: datetime) -> Dossier:
    """Take an accepted file over: a new dossier, or newer LAS data in the one we have. The upload goes away.

    Raises `ImportGeweigerd`; the upload then stays, so that nothing is lost.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    upload = upload_for(by, upload_id, at)
    controleer_overneembaar(gelezen)
    controleer_school(gelezen, organisatie_for(by).brin)
    bekend = bekend_for(by, gelezen)
    oud = _controleer_bekend(bekend.id, gelezen, by) if bekend else None
    # Who comes second with the same upload finds it gone, and makes no second dossier.
    if not _ruim_op(upload, at):
        raise NietGevonden
    dossier = _ververs(*oud, gelezen, by, at) if oud else _maak(gelezen, by, at)
    _geweigerd_opschrijven(dossier, gelezen, by, at)
    return dossier


def bekijk(*, upload_id: UUID, by: Actor, at: datetime) -> bytes:
    """Open a waiting upload to judge it, and write down that somebody looked. Returns the file as it came."""
    by.require(Recht.IMPORT_UITVOEREN)
    ruw = bytes_for(by, upload_for(by, upload_id, at))
    record("upload.bekeken", by=by, at=at, object_id=upload_id)
    return ruw


def weiger(*, upload_id: UUID, by: Actor, at: datetime) -> None:
    """Throw an upload away unread by any dossier."""
    by.require(Recht.IMPORT_UITVOEREN)
    upload = upload_for(by, upload_id, at)
    _ruim_op(upload, at)
    record("upload.geweigerd", by=by, at=at, object_id=upload_id)


def ruim_verlopen_op(*, by: Actor, at: datetime) -> int:
    """Clear away the uploads of the actor's organisation whose 24 hours have passed; harmless when done twice."""
    verlopen = Upload.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at)
    aantal = 0
    for upload in verlopen:
        if _ruim_op(upload, at):
            record("upload.verlopen", by=by, at=at, object_id=upload.id)
            aantal += 1
    return aantal


def _maak(gelezen: Gelezen, by: Actor, at: datetime) -> Dossier:
    inhoud = met_rijsleutels(gelezen.inhoud)
    dossier = maak_dossier(
        **_namen(inhoud),
        groep=groep_van(inhoud),
        schooljaar=gelezen.schooljaar or schooljaar_van(dag(at)),
        by=by,
        at=at,
    )
    _nummer(dossier, gelezen, by, at)
    neem_advies_over(dossier=dossier, velden=inhoud.naar_json(), by=by, at=at)
    begin_concept(dossier=dossier, inhoud=inhoud, by=by, at=at)
    _bestanden(dossier, gelezen, by, at)
    return dossier


def _controleer_bekend(dossier_id: UUID, gelezen: Gelezen, by: Actor) -> tuple[Dossier, Inhoud]:
    """The dossier of this pupil, locked, and what people wrote in it; raises when it may not be renewed."""
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    oud = geschreven_for(by, concept_for(by, dossier), slot_for(by, dossier))
    controleer_zelfde_leerling(oud.get("geboortedatum"), gelezen.inhoud.get("geboortedatum"))
    return dossier, oud


def _ververs(dossier: Dossier, oud: Inhoud, gelezen: Gelezen, by: Actor, at: datetime) -> Dossier:
    inhoud = met_zelfde_rijsleutels(gelezen.inhoud, oud)
    ververs_leerling(dossier=dossier, **_namen(inhoud), groep=groep_van(inhoud), by=by, at=at)
    neem_advies_over(dossier=dossier, velden=inhoud.naar_json(), by=by, at=at)
    ververs_uit_las(dossier=dossier, inhoud=inhoud, by=by, at=at)
    _bestanden(dossier, gelezen, by, at)
    return dossier


def _namen(inhoud: Inhoud) -> dict[str, str]:
    """The names for the lists, as long as a list has room for; the report keeps the whole name."""
    voornamen = inhoud.get("voornamen") or ("",)
    return {
        "roepnaam": (inhoud.get("roepnaam") or voornamen[0])[:LANGSTE_NAAM],
        "voorvoegsel": (inhoud.get("voorvoegsel") or "")[:LANGSTE_VOORVOEGSEL],
        "achternaam": inhoud["achternaam"][:LANGSTE_NAAM],
    }


def _nummer(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    if gelezen.nummer is not None:
        zet_nummer(dossier=dossier, soort=gelezen.nummer.soort, nummer=gelezen.nummer.waarde, by=by, at=at)


def _bestanden(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    bekend = set(bijlagen_for(by, dossier).values_list("sleutel", flat=True))
    for bestand in gelezen.bestanden:
        if bestand.sleutel not in bekend:
            neem_bestand_over(dossier=dossier, bestand=bestand, by=by, at=at)


def _geweigerd_opschrijven(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    elementen = sorted({weigering.element for weigering in gelezen.geweigerd})
    record(
        "import.overgenomen", by=by, at=at, dossier_id=dossier.id, bijlagen=len(gelezen.bestanden), geweigerd=elementen
    )


def _ruim_op(upload: Upload, at: datetime) -> bool:
    """Whether the upload was still there to clear away."""
    weg, _ = Upload.objects.filter(id=upload.id).delete()
    # Only after the row is really gone: a key destroyed too early would lose an upload that was kept.
    transaction.on_commit(partial(vernietig_sleutel, upload.sleutel_id, at=at))
    return bool(weg)
