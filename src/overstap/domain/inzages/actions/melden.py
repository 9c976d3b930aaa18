"""Which mails does the school ask for, and what became of them: a new version, a reminder, an address that is wrong?"""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import controleer_invulbaar
from overstap.domain.inzages.actions.uitnodigen import Aanbod, InzageGeweigerd
from overstap.domain.inzages.enums import Wijze
from overstap.domain.inzages.models import Inzage, mailhash
from overstap.domain.inzages.queries import (
    aan_te_schrijven_for,
    inzage_for,
    inzages_for,
    krijgt_bericht_for,
    las_versie_for,
    open_inzages_for,
    te_herinneren_for,
    teruggekomen_for,
    wie_for,
)
from overstap.domain.inzages.rules import kan_terugkomen, rechthebbenden, te_bieden
from overstap.domain.rapporten.actions import maak_versie
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.queries import inhoud_for, laatste_versie_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.queue import defer


def bied_nieuwe_versie_aan(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Let the parents read what was changed since they were invited, and tell them by mail."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    controleer_invulbaar(Staat(dossier.staat))
    if not inzages_for(by, dossier).exists():
        raise InzageGeweigerd("Er is nog geen ouder uitgenodigd. Nodig eerst een ouder uit.")
    inhoud = inhoud_for(by, dossier, slot_for(by, dossier))
    Aanbod.controleer_teksten(inhoud)
    mensen = rechthebbenden(inhoud, dag(at))
    # Who has the gezag may be what changed.
    inzages_for(by, dossier).order_by().update(te_bieden=te_bieden(mensen))
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

    Who opened that version meanwhile knows. The offer stays locked until the mail left, so that the same job twice is
    one mail.
    """
    inzage = aan_te_schrijven_for(by, dossier, inzage_id, dag(at))
    if inzage is None:
        return None
    versie = laatste_versie_for(by, dossier)
    if inzage.gemelde_versie_id == versie.id or las_versie_for(by, inzage, versie):
        return None
    inzage.gemelde_versie_id = versie.id
    inzage.save(update_fields=["gemelde_versie_id"])
    return inzage


def stuur_opnieuw(*, dossier_id: UUID, inzage_id: UUID, mail: str, by: Actor, at: datetime) -> None:
    """Mail the link again. To another address, or after a mail that did not arrive, it is a new invitation.

    Only a new invitation begins the reaction term again: it is the first one that can be proven.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if inzage.wijze != Wijze.DIGITAAL:
        raise InzageGeweigerd("Deze ouder kreeg het rapport op papier.")
    if inzage.gesloten_op is not None:
        raise InzageGeweigerd("De toegang van deze ouder is gesloten. Open de toegang eerst weer.")
    Aanbod(Wijze.DIGITAAL, mail).controleer_mail()
    slot = slot_for(by, dossier)
    if not krijgt_bericht_for(by, inzage, inhoud_for(by, dossier, slot), dag(at)):
        zin = "Deze persoon heeft volgens de gegevens geen recht meer om te lezen. Er gaat geen e-mail meer heen."
        raise InzageGeweigerd(zin)
    wie = wie_for(by, inzage, slot)
    ids = {"inzage_id": inzage.id, "dossier_id": dossier.id, "organisatie_id": dossier.school_id}
    if mail == wie.mail and inzage.mail_mislukt_op is None:
        if inzage.herinnerd_op is not None and dag(inzage.herinnerd_op) >= dag(at):
            raise InzageGeweigerd("Deze ouder kreeg de link vandaag al opnieuw. Morgen kan het weer.")
        defer("mail.link_opnieuw", **ids)
        return
    geheim = {"naam": wie.naam, "mail": mail, "contact": wie.contact}
    inzage.geheim = slot.versleutel(json.dumps(geheim, ensure_ascii=False).encode(), f"inzage:{inzage.id}")
    inzage.mailhash = mailhash(mail)
    inzage.mail_verzonden_op = inzage.mail_mislukt_op = inzage.aangekomen_op = None
    inzage.save(update_fields=["geheim", "mailhash", "mail_verzonden_op", "mail_mislukt_op", "aangekomen_op"])
    defer("mail.uitnodiging", **ids)
    record("ouders.opnieuw_gemaild", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def meld_mail_mislukt(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """The school heard that a mail did not arrive, so that it proves nothing."""
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    mail_mislukt(inzage=inzage_for(by, dossier, inzage_id, vergrendel=True), by=by, at=at)


def meld_mail_aangekomen(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """The school knows from the parent that the mail is there, whatever came back: its term runs as if nothing did.

    What comes back of that mail afterwards is no longer believed (`kan_terugkomen`).
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if inzage.mail_mislukt_op is None:
        return
    inzage.mail_mislukt_op, inzage.aangekomen_op = None, at
    inzage.save(update_fields=["mail_mislukt_op", "aangekomen_op"])
    record("ouders.mail_aangekomen", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def mail_teruggekomen(*, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """A mail says that ours came back: its school knows from now on, unless it cannot be so (`kan_terugkomen`)."""
    inzage = teruggekomen_for(by, inzage_id)
    if inzage is None:
        return
    verzonden = max((op for op in (inzage.mail_verzonden_op, inzage.herinnerd_op) if op is not None), default=None)
    if kan_terugkomen(verzonden_op=verzonden, aangekomen_op=inzage.aangekomen_op, geopend_op=inzage.geopend_op, at=at):
        mail_mislukt(inzage=inzage, by=by, at=at)


def mail_mislukt(*, inzage: Inzage, by: Actor, at: datetime) -> None:
    """A mail server refused the address, now or afterwards; harmless when reported twice."""
    if inzage.wijze != Wijze.DIGITAAL or inzage.mail_mislukt_op is not None:
        return
    inzage.mail_mislukt_op = at
    inzage.save(update_fields=["mail_mislukt_op"])
    record("ouders.mail_mislukt", by=by, at=at, dossier_id=inzage.dossier_id, object_id=inzage.id)


def plan_herinneringen(*, by: Actor, at: datetime) -> int:
    """Ask for a mail to every parent of the actor's school who must be reminded today; returns how many."""
    inzages = open_inzages_for(by, dag(at))
    for inzage in inzages:
        defer("mail.herinnering", inzage_id=inzage.id, dossier_id=inzage.dossier_id, organisatie_id=inzage.school_id)
    return len(inzages)


def herinner_ouders(*, by: Actor, at: datetime) -> int:
    """Remind by mail every parent who did not answer, of the pupils that somebody sees in the lists; how many.

    A job of each, which asks again whether it has use: who answers meanwhile, or had a mail today, gets none.
    """
    by.require(Recht.OUDERS_UITNODIGEN)
    inzages = te_herinneren_for(by, dag(at))
    for inzage in inzages:
        defer("mail.herinnering", inzage_id=inzage.id, dossier_id=inzage.dossier_id, organisatie_id=inzage.school_id)
    return len(inzages)


def herinner_eenmaal(*, inzage_id: UUID, dossier: Dossier, by: Actor, at: datetime) -> Inzage | None:
    """The worker is about to mail a parent the link again; None when that happened today, or may not be any more."""
    inzage = aan_te_schrijven_for(by, dossier, inzage_id, dag(at))
    if inzage is None or inzage.mail_mislukt_op is not None:
        return None
    if inzage.herinnerd_op is not None and dag(inzage.herinnerd_op) >= dag(at):
        return None
    inzage.herinnerd_op = at
    inzage.save(update_fields=["herinnerd_op"])
    record("ouders.herinnerd", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)
    return inzage
