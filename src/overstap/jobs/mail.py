"""Which mails do parents get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.gebruikers.rules import mailnummer
from overstap.domain.inzages.actions import (
    herinner_eenmaal,
    mail_mislukt,
    mail_teruggekomen,
    mail_verzonden,
    meld_versie_eenmaal,
    plan_herinneringen,
)
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.inzages.queries import aan_te_schrijven_for, naam_en_mail_for, zonder_antwoord_for
from overstap.domain.mailkeuzes.actions import laat_wachten, neem_wachtende, plan_dagpost
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.mailkeuzes.queries import mailkeuze_for
from overstap.domain.mailkeuzes.rules import Keuze, in_een_mail
from overstap.domain.overdrachten.actions import gastmail_teruggekomen
from overstap.domain.scholen.enums import Mailsoort, Organisatiesoort
from overstap.domain.scholen.queries import mailteksten_for, organisaties_for
from overstap.domain.seintjes.actions import seintje_mislukt
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.klok import dag
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.integrations.mail import AdresGeweigerd, teksten
from overstap.jobs.post import verstuur
from overstap.jobs.taak import ETMAAL, systeem_voor, taak

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.inzages.models import Inzage


def _uitnodiging_opgegeven(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """The mail server was away too long: the school reads that nothing arrived, and can send it again."""
    inzage = aan_te_schrijven_for(by, dossier_for(by, dossier_id), inzage_id, dag(at))
    if inzage is not None and inzage.mail_verzonden_op is None:
        mail_mislukt(inzage=inzage, by=by, at=at)


@taak("mail.uitnodiging", opnieuw=ETMAAL, opgegeven=_uitnodiging_opgegeven)
def mail_uitnodiging(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that something is ready; nothing when that was done or the offer was withdrawn.

    It says that the mail left, unless the mail server refuses the address: then it is no proof of anything.
    """
    dossier = dossier_for(by, dossier_id)
    inzage = aan_te_schrijven_for(by, dossier, inzage_id, dag(at))
    if inzage is None or inzage.mail_verzonden_op is not None or inzage.mail_mislukt_op is not None:
        return
    mail_verzonden(inzage=inzage, by=by, at=at)
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    _verstuur(inzage, Mailsoort.UITNODIGING, by, at)


@taak("mail.nieuwe_versie", opnieuw=ETMAAL)
def mail_nieuwe_versie(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that there is a newer version, once a version; nothing when the offer was withdrawn since."""
    if _wacht(Mailsoort.NIEUWE_VERSIE, inzage_id, dossier_id, by, at):
        return
    inzage = meld_versie_eenmaal(inzage_id=inzage_id, dossier=dossier_for(by, dossier_id), by=by, at=at)
    if inzage is not None:
        _verstuur(inzage, Mailsoort.NIEUWE_VERSIE, by, at)


@taak("mail.herinnering", opnieuw=ETMAAL)
def mail_herinnering(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Remind one parent, at most once a day; nothing for who answered since this was asked."""
    if zonder_antwoord_for(by, inzage_id) and not _wacht(Mailsoort.HERINNERING, inzage_id, dossier_id, by, at):
        mail_link_opnieuw(inzage_id=inzage_id, dossier_id=dossier_id, by=by, at=at)


@taak("mail.link_opnieuw", opnieuw=ETMAAL)
def mail_link_opnieuw(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent the link once more, at most once a day: the school asked it for this one."""
    inzage = herinner_eenmaal(inzage_id=inzage_id, dossier=dossier_for(by, dossier_id), by=by, at=at)
    if inzage is not None:
        _verstuur(inzage, Mailsoort.HERINNERING, by, at)


@taak("mail.bericht", opnieuw=ETMAAL)
def mail_bericht(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that the school has something to tell on the own page, such as an aanvulling."""
    if not _wacht(Mailsoort.BERICHT, inzage_id, dossier_id, by, at):
        mail_bericht_meteen(inzage_id=inzage_id, dossier_id=dossier_id, by=by, at=at)


@taak("mail.bericht_meteen", opnieuw=ETMAAL)
def mail_bericht_meteen(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """The same at once, for everybody: a talk with the vo school, or what a parent may answer before it goes."""
    inzage = aan_te_schrijven_for(by, dossier_for(by, dossier_id), inzage_id, dag(at))
    if inzage is not None:
        _verstuur(inzage, Mailsoort.BERICHT, by, at)


@taak("mail.dagpost", opnieuw=ETMAAL)
def mail_dagpost(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent once for all that waited since yesterday, as far as it still is to be told.

    Who opened the page, answered, or may read no more meanwhile, gets nothing of it.
    """
    dossier = dossier_for(by, dossier_id)
    inzage = aan_te_schrijven_for(by, dossier, inzage_id, dag(at))
    wachtend = neem_wachtende(inzage_id=inzage_id, by=by, at=at)
    over = [soort for soort in wachtend if _nog_te_zeggen(soort, inzage_id, dossier, by, at)]
    if inzage is not None and over:
        _verstuur(inzage, in_een_mail(over), by, at)


@taak("ouders.inlichten")
def licht_alle_ouders_in(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Ask for a mail to every parent who reads digitally; for who asked this and may see no parents."""
    licht_ouders_in(dossier=dossier_for(by, dossier_id), by=by, at=at)


@app.periodic(cron="7 6 * * *")
@app.task(name="ouders.herinneren", queue=WACHTRIJ)
def ouders_herinneren(timestamp: int) -> None:
    """Every morning: remind the parents of whom nothing was heard, on the days that follow from the region's term."""
    del timestamp
    herinner_vandaag(timezone.now())


def herinner_vandaag(at: datetime) -> int:
    """Ask for the reminders of every school, each within what that school may see; returns how many."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO, ook_gasten=True):
        with als(systeem_voor(organisatie.id)) as actor:
            aantal += plan_herinneringen(by=actor, at=at)
    return aantal


@app.periodic(cron="37 6 * * *")
@app.task(name="ouders.dagpost", queue=WACHTRIJ)
def ouders_dagpost(timestamp: int) -> None:
    """Every morning, after the reminders: the one mail of the day for who wants no more than that."""
    del timestamp
    stuur_dagpost(timezone.now())


def stuur_dagpost(at: datetime) -> int:
    """Ask for the one mail of this day, of every school; returns how many."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO, ook_gasten=True):
        with als(systeem_voor(organisatie.id)) as actor:
            aantal += plan_dagpost(by=actor, at=at)
    return aantal


def neem_teruggekomen_in(inzage_id: UUID, organisatie_id: UUID, at: datetime) -> None:
    """A mail came back: who sent it knows from now on. Nothing when there is no such offer, or it cannot be so.

    `inzage_id` is what stands in the header: of a parent's offer, of the invitation of a guest, or of the mails to
    a colleague.
    """
    with als(systeem_voor(organisatie_id)) as actor:
        mail_teruggekomen(inzage_id=inzage_id, by=actor, at=at)
        gastmail_teruggekomen(uitnodiging_id=inzage_id, by=actor, at=at)
        seintje_mislukt(seintje_id=inzage_id, by=actor, at=at)


def _wacht(soort: Mailsoort, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> bool:
    """Does this parent want one mail a day, so that this one waits for it? Of who gets none any more, nothing does."""
    dossier = dossier_for(by, dossier_id)
    inzage = aan_te_schrijven_for(by, dossier, inzage_id, dag(at))
    if inzage is None or _keuze(inzage).ritme is not Mailritme.DAG:
        return False
    laat_wachten(inzage_id=inzage.id, ouder_id=inzage.ouder_id, dossier=dossier, soort=soort, by=by, at=at)
    return True


def _nog_te_zeggen(soort: Mailsoort, inzage_id: UUID, dossier: Dossier, by: Actor, at: datetime) -> bool:
    """Is this still to be told to who waited for it? Written down as told, in the transaction of the mail."""
    if soort is Mailsoort.NIEUWE_VERSIE:
        return meld_versie_eenmaal(inzage_id=inzage_id, dossier=dossier, by=by, at=at) is not None
    if soort is Mailsoort.HERINNERING:
        zin = zonder_antwoord_for(by, inzage_id)
        return zin and herinner_eenmaal(inzage_id=inzage_id, dossier=dossier, by=by, at=at) is not None
    return True


def _keuze(inzage: Inzage) -> Keuze:
    """What this parent chose, read as this parent: the school, for which the job runs, may not see it."""
    with als(Actor(rol=Rol.OUDER, id=inzage.ouder_id)) as ouder:
        return mailkeuze_for(ouder)


def _verstuur(inzage: Inzage, soort: Mailsoort, by: Actor, at: datetime) -> None:
    """Send one mail; an address that the mail server refuses for good is recorded, and not tried again."""
    dossier = dossier_for(by, inzage.dossier_id)
    _, mail = naam_en_mail_for(by, inzage, slot_for(by, dossier))
    adres = f"{settings.OVERSTAP_ADRES}/ouders/{inzage.ouder_id}/"
    nummer = mailnummer(inzage.ouder_id)
    try:
        taal = _keuze(inzage).taal
        onderwerp, kenmerk = teksten.onderwerp(nummer, taal), (inzage.id, inzage.school_id)
        tekst = teksten.ouderbrief(soort, mailteksten_for(by, inzage.school_id, soort), adres, nummer, taal)
        verstuur(mail, onderwerp, tekst, by=by, at=at, kenmerk=kenmerk)
    except AdresGeweigerd:
        mail_mislukt(inzage=inzage, by=by, at=at)
