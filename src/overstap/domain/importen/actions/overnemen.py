"""What happens to one pupil when a file is taken over: a new dossier, or newer LAS data in the one we have?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.adviezen.actions import neem_advies_over
from overstap.domain.bijlagen.actions import neem_bestand_over
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.actions import maak_dossier, ververs_leerling, zet_nummer
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.importen.actions.herstellen import bewaar_herstel
from overstap.domain.importen.models import Overname
from overstap.domain.importen.queries import (
    bekend_for,
    geschreven_bij,
    kenmerkhash_for,
    nummer_bekend_for,
    rijen_for,
    vraag_for,
)
from overstap.domain.importen.rules import (
    ImportGeweigerd,
    controleer_overneembaar,
    controleer_school,
    groep_van,
    lijstnamen,
    met_rijsleutels,
    met_zelfde_rijsleutels,
)
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.actions import begin_concept, ververs_uit_las
from overstap.domain.scholen.queries import organisatie_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag


def neem_gelezen_over(
    *,
    gelezen: Gelezen,
    by: Actor,
    at: datetime,
    bevestigd: bool = False,
    ander: bool = False,
    regel_id: UUID | None = None,
) -> Dossier:
    """Take over what was read of one pupil, and keep for a day what is needed to undo it.

    `bevestigd`: a person said that this is the same pupil; `ander`: that it is not the one of the question.
    Raises `ImportGeweigerd` and `NietInvulbaar`; the caller then undoes the transaction.
    """
    by.require(Recht.IMPORT_UITVOEREN)
    controleer_overneembaar(gelezen)
    controleer_school(gelezen, organisatie_for(by).brin)
    bekend = bekend_for(by, gelezen)
    if bekend and ander:
        _controleer_ander(bekend, gelezen, by)
        bekend = None
    if bekend:
        dossier, voor = _ververs(bekend.id, gelezen, by, at, bevestigd=bevestigd)
    else:
        dossier, voor = maak_van(gelezen=gelezen, by=by, at=at), b""
    onthoud(dossier=dossier, gelezen=gelezen, by=by, at=at)
    _geweigerd_opschrijven(dossier, gelezen, by, at)
    bewaar_herstel(dossier=dossier, voor=voor, regel_id=regel_id, by=by, at=at)
    return dossier


def _controleer_ander(bekend: Dossier, gelezen: Gelezen, by: Actor) -> None:
    """Another pupil can only be the answer to a question, and two pupils cannot have one number."""
    if vraag_for(by, bekend, geschreven_bij(by, bekend), gelezen) is None:
        raise ImportGeweigerd("Deze leerling heeft inmiddels een dossier. Kijk opnieuw wat er verandert.")
    if nummer_bekend_for(by, gelezen):
        raise ImportGeweigerd(
            "Twee leerlingen kunnen niet hetzelfde BSN of onderwijsnummer hebben. Daarom is er niets overgenomen. "
            "Zoek in uw LAS bij welke leerling het nummer niet klopt. Verbeter het daar en haal het bestand opnieuw op."
        )


def maak_van(*, gelezen: Gelezen, by: Actor, at: datetime, met_de_hand: bool = False) -> Dossier:
    """A new dossier from what was read, or typed in by hand."""
    inhoud = met_rijsleutels(gelezen.inhoud)
    dossier = maak_dossier(
        namen=lijstnamen(inhoud),
        groep=groep_van(inhoud),
        schooljaar=gelezen.schooljaar or schooljaar_van(dag(at)),
        by=by,
        at=at,
        met_de_hand=met_de_hand,
    )
    _nummer(dossier, gelezen, by, at)
    neem_advies_over(dossier=dossier, velden=inhoud.naar_json(), by=by, at=at)
    begin_concept(dossier=dossier, inhoud=inhoud, by=by, at=at)
    _bestanden(dossier, gelezen, by, at)
    return dossier


def _ververs(dossier_id: UUID, gelezen: Gelezen, by: Actor, at: datetime, *, bevestigd: bool) -> tuple[Dossier, bytes]:
    """The dossier with newer LAS data, and its rows as they were."""
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    oud = geschreven_bij(by, dossier)
    vraag = vraag_for(by, dossier, oud, gelezen)
    if vraag and not bevestigd:
        raise ImportGeweigerd(vraag.label)
    voor = rijen_for(by, dossier)
    inhoud = met_zelfde_rijsleutels(gelezen.inhoud, oud)
    _nummer(dossier, gelezen, by, at)
    neem_advies_over(dossier=dossier, velden=inhoud.naar_json(), by=by, at=at)
    ververs_uit_las(dossier=dossier, inhoud=inhoud, by=by, at=at)
    # Last: until now what people typed of a pupil without a file was theirs, and stays.
    ververs_leerling(dossier=dossier, namen=lijstnamen(inhoud), groep=groep_van(inhoud), by=by, at=at)
    _bestanden(dossier, gelezen, by, at)
    return dossier, voor


def _nummer(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    if gelezen.nummer is not None:
        zet_nummer(dossier=dossier, soort=gelezen.nummer.soort, nummer=gelezen.nummer.waarde, by=by, at=at)


def _bestanden(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    bekend = set(bijlagen_for(by, dossier).values_list("sleutel", flat=True))
    for bestand in gelezen.bestanden:
        if bestand.sleutel not in bekend:
            neem_bestand_over(dossier=dossier, bestand=bestand, by=by, at=at)


def onthoud(*, dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    """By what this pupil is known again without a number, and how old these data are."""
    Overname.objects.update_or_create(
        dossier=dossier,
        defaults={
            "school_id": dossier.school_id,
            "kenmerk": kenmerkhash_for(by, gelezen),
            "overgenomen_op": at,
            "bestand_van": gelezen.datum,
        },
    )


def _geweigerd_opschrijven(dossier: Dossier, gelezen: Gelezen, by: Actor, at: datetime) -> None:
    elementen = sorted({weigering.element for weigering in gelezen.geweigerd})
    record(
        "import.overgenomen", by=by, at=at, dossier_id=dossier.id, bijlagen=len(gelezen.bestanden), geweigerd=elementen
    )
