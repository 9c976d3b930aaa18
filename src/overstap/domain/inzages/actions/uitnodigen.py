"""Which acts of the school offer inzage to parents?"""

from __future__ import annotations

import json
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from overstap.domain.dossiers.actions import beeindig_toegang, geef_toegang, zet_staat
from overstap.domain.dossiers.enums import Reden, Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR, controleer_invulbaar
from overstap.domain.gebruikers.actions import geef_code, trek_code_in
from overstap.domain.inzages.enums import Papierweg, Wijze
from overstap.domain.inzages.models import Inzage
from overstap.domain.inzages.queries import inzage_for, inzages_for
from overstap.domain.inzages.rules import Gezaghebbende, gezaghebbenden
from overstap.domain.rapporten.actions import maak_versie
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import inhoud_for, laatste_versie_for
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


class InzageGeweigerd(Exception):
    """The offer cannot be made like this; `zin` says what to do."""

    def __init__(self, zin: str) -> None:
        self.zin = zin
        super().__init__(zin)


def nodig_uit(*, dossier_id: UUID, verzorger_id: UUID, mail: str, by: Actor, at: datetime) -> tuple[UUID, str]:
    """Invite one parent by mail; returns the offer and the code, which travels apart and is shown once."""
    dossier, wie = _voor(dossier_id, verzorger_id, by)
    try:
        validate_email(mail)
    except ValidationError as fout:
        raise InzageGeweigerd("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.") from fout
    ouder_id, code = geef_code(ouderaccount_id=None, by=by, at=at)
    inzage = _bied_aan(dossier, wie, ouder_id, wijze=Wijze.DIGITAAL, mail=mail, by=by, at=at)
    defer("mail.uitnodiging", inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)
    record("ouders.uitgenodigd", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)
    return inzage.id, code


def bied_op_papier_aan(
    *, dossier_id: UUID, verzorger_id: UUID, op: date, weg: Papierweg, by: Actor, at: datetime
) -> UUID:
    """Record that a parent got the report on paper: when, how, and by whom. Returns the offer."""
    dossier, wie = _voor(dossier_id, verzorger_id, by)
    if op > dag(at):
        raise InzageGeweigerd("Deze dag ligt in de toekomst. Vul de dag in waarop u het rapport echt gaf.")
    if op < dag(dossier.gemaakt_op):
        raise InzageGeweigerd("Deze dag ligt voor het begin van dit rapport. Vul een latere dag in.")
    ouder_id, _ = geef_code(ouderaccount_id=None, by=by, at=at)
    inzage = _bied_aan(dossier, wie, ouder_id, wijze=Wijze.PAPIER, papier_op=op, papierweg=weg, by=by, at=at)
    # Only now: the database lets a school close the way in of a parent to whom it offered inzage.
    trek_code_in(ouderaccount_id=ouder_id, by=by, at=at)
    record("ouders.op_papier_aangeboden", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)
    return inzage.id


def geef_nieuwe_code(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> str:
    """A fresh code for a parent who lost it; the old one stops working at once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id)
    if inzage.wijze != Wijze.DIGITAAL:
        raise InzageGeweigerd("Deze ouder kreeg het rapport op papier en heeft geen code.")
    _, code = geef_code(ouderaccount_id=inzage.ouder_id, by=by, at=at)
    record("ouders.nieuwe_code", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)
    return code


def trek_uitnodiging_in(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """Withdraw an offer made by mistake: the parent's way in closes at once."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if dossier.staat not in INVULBAAR:
        # The offer is the proof of inzage on which the report became definitief.
        raise InzageGeweigerd("Het rapport is definitief. De uitnodiging is het bewijs van inzage en blijft staan.")
    if inzage.gezien_op is not None:
        raise InzageGeweigerd("Deze ouder heeft al getekend voor gezien. U kunt de uitnodiging niet meer intrekken.")
    trek_code_in(ouderaccount_id=inzage.ouder_id, by=by, at=at)
    beeindig_toegang(dossier=dossier, ouder_id=inzage.ouder_id, by=by, at=at)
    inzage.ingetrokken_op = at
    inzage.save(update_fields=["ingetrokken_op"])
    record("ouders.uitnodiging_ingetrokken", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def bied_nieuwe_versie_aan(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Let the parents read what was changed since they were invited, and tell them by mail."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    if not inzages_for(by, dossier).exists():
        raise InzageGeweigerd("Er is nog geen ouder uitgenodigd. Nodig eerst een ouder uit.")
    maak_versie(dossier=dossier, soort=Versiesoort.INZAGE, by=by, at=at)
    meld_nieuwe_versie(dossier=dossier, by=by, at=at)


def meld_nieuwe_versie(*, dossier: Dossier, by: Actor, at: datetime) -> None:
    """Queue a mail 'there is a new version' to every parent who reads digitally."""
    for inzage in inzages_for(by, dossier).filter(wijze=Wijze.DIGITAAL):
        defer("mail.nieuwe_versie", inzage_id=inzage.id, dossier_id=dossier.id, organisatie_id=dossier.school_id)


def mail_verzonden(*, inzage: Inzage, by: Actor, at: datetime) -> None:
    """The worker reports that the invitation left; harmless when reported twice."""
    if inzage.mail_verzonden_op is None:
        inzage.mail_verzonden_op = at
        inzage.save(update_fields=["mail_verzonden_op"])
        record("ouders.mail_verzonden", by=by, at=at, dossier_id=inzage.dossier_id, object_id=inzage.id)


def meld_versie_eenmaal(*, inzage_id: UUID, dossier: Dossier, by: Actor, at: datetime) -> Inzage | None:
    """The worker is about to mail a parent about the newest version; None when there is nothing (more) to tell.

    The offer stays locked until the mail left, so that the same job twice is one mail.
    """
    inzage = inzages_for(by, dossier).select_for_update().filter(id=inzage_id).first()
    if inzage is None:
        return None
    versie_id = laatste_versie_for(by, dossier).id
    if inzage.gemelde_versie_id == versie_id:
        return None
    inzage.gemelde_versie_id = versie_id
    inzage.save(update_fields=["gemelde_versie_id"])
    return inzage


def _voor(dossier_id: UUID, verzorger_id: UUID, by: Actor) -> tuple[Dossier, Gezaghebbende]:
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    wie = {w.sleutel: w for w in gezaghebbenden(inhoud_for(by, dossier, slot_for(by, dossier)))}.get(verzorger_id)
    if wie is None:
        raise NietGevonden
    if inzages_for(by, dossier).filter(verzorger_id=verzorger_id).exists():
        raise InzageGeweigerd("Deze ouder kreeg het rapport al. Trek de uitnodiging eerst in als er iets mis ging.")
    return dossier, wie


def _bied_aan(
    dossier: Dossier,
    wie: Gezaghebbende,
    ouder_id: UUID,
    *,
    wijze: Wijze,
    by: Actor,
    at: datetime,
    mail: str = "",
    papier_op: date | None = None,
    papierweg: Papierweg | str = "",
) -> Inzage:
    _ter_inzage(dossier, by, at)
    inzage_id = uuid4()
    geheim = json.dumps({"naam": wie.naam, "mail": mail}, ensure_ascii=False).encode()
    geef_toegang(dossier=dossier, reden=Reden.INZAGE, ouder_id=ouder_id, by=by, at=at)
    return Inzage.objects.create(
        id=inzage_id,
        dossier=dossier,
        school_id=dossier.school_id,
        ouder_id=ouder_id,
        verzorger_id=wie.sleutel,
        wijze=wijze,
        geheim=slot_for(by, dossier).versleutel(geheim, f"inzage:{inzage_id}"),
        aangeboden_op=at,
        aangeboden_door=by.persoon_id,
        papier_op=papier_op,
        papierweg=papierweg,
    )


def _ter_inzage(dossier: Dossier, by: Actor, at: datetime) -> None:
    """The first offer freezes what the parents read; a changed report needs `bied_nieuwe_versie_aan`."""
    if dossier.staat in INVULBAAR and dossier.staat != Staat.TER_INZAGE:
        zet_staat(dossier=dossier, naar=Staat.TER_INZAGE, by=by, at=at)
        maak_versie(dossier=dossier, soort=Versiesoort.INZAGE, by=by, at=at)
    elif not Versie.objects.filter(dossier=dossier).exists():
        maak_versie(dossier=dossier, soort=Versiesoort.INZAGE, by=by, at=at)
