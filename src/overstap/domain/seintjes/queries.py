"""What waits for one colleague, how often does that person want a mail about it, and whose mail does not arrive?"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.medewerkers.queries import vragen_for
from overstap.domain.overdrachten.enums import Volgende
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.overdrachten.rules import EERST, nog_te_geven
from overstap.domain.plaatsingen.enums import Inboxstand
from overstap.domain.plaatsingen.queries import Inboxvraag, besluitdagen_for, dossiers_met_vraag_for, inbox_van_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import medewerkers_for, regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen, schooljaar_van, stappen_tot_deadline
from overstap.domain.seintjes.enums import Seintjeritme, Seintjesoort
from overstap.domain.seintjes.models import Seintje
from overstap.domain.seintjes.rules import BINNEN, STANDAARD
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import zaakdagen_for, zaken_for
from overstap.domain.zorgroutes.rules import IN_BEHANDELING
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.klok import dag

type_telling = Counter[Seintjesoort]
_VAN_OUDERS = frozenset({Volgende.BEANTWOORD, Volgende.LEES_ZIENSWIJZE})


def seintje_for(actor: Actor, *, vergrendel: bool = False) -> Seintje | None:
    """The row of the actor's own mails at this organisation; None while nobody chose and nothing was mailed."""
    actor.require(Recht.SEINTJES_KIEZEN)
    rijen = Seintje.objects.filter(organisatie_id=actor.werkt_bij, account_id=actor.persoon_id)
    return (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()


def ritmes_for(actor: Actor) -> dict[Seintjesoort, Seintjeritme]:
    """What the actor chose, and what holds without a choice."""
    rij = seintje_for(actor)
    return rij.ritmes if rij else dict(STANDAARD)


def eigen_seintjes_for(actor: Actor) -> QuerySet[Seintje]:
    """The mails to everybody who works at the actor's own organisation and can log in."""
    mensen = medewerkers_for(actor, actor.werkt_bij).filter(account__is_active=True)
    return Seintje.objects.filter(
        organisatie_id=actor.werkt_bij, account_id__in=mensen.values("account_id")
    ).select_related("account")


def wil_tussendoor_for(actor: Actor) -> list[UUID]:
    """The rows of who wants to know at once of something that is counted, and can be reached; `actor` is the system."""
    return [een.id for een in eigen_seintjes_for(actor).filter(mislukt_op=None) if een.wil_tussendoor]


def onbereikbaar_for(actor: Actor) -> QuerySet[Seintje]:
    """The colleagues of the own organisation whose mail came back or was refused; for who manages the colleagues."""
    actor.require(Recht.MEDEWERKERS_BEHEREN)
    return eigen_seintjes_for(actor).filter(mislukt_op__isnull=False).order_by("account__naam")


def te_sturen_for(actor: Actor, seintje_id: UUID, *, vergrendel: bool = False) -> Seintje:
    """One row of the own organisation; raises `NietGevonden`, also when that person no longer works there."""
    rijen = eigen_seintjes_for(actor)
    rij = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).filter(id=seintje_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def houders_for(actor: Actor, rij: Seintje) -> list[Actor]:
    """Whose mails these are, in every function that person has here; `actor` is the system."""
    werk = medewerkers_for(actor, actor.werkt_bij).filter(account_id=rij.account_id)
    return [
        Actor(rol=Rol(een.rol), id=een.account_id, organisatie_id=actor.werkt_bij, groepen=frozenset(een.groepen))
        for een in werk
        if Recht.SEINTJES_KIEZEN in RECHTEN[Rol(een.rol)]
    ]


def telling_for(actor: Actor, soort: str, at: datetime) -> type_telling:
    """How many things wait for this one person, by kind, as the own first page counts them.

    `soort` is the kind of the organisation. What somebody may not do, or of whom somebody does not follow the group,
    counts for others.
    """
    telling = _TELLERS[Organisatiesoort(soort)](actor, at)
    if actor.mag(Recht.MEDEWERKERS_BEHEREN):
        telling[Seintjesoort.TE_DOEN] += vragen_for(actor).count()
    return +telling


def _bij_po(actor: Actor, at: datetime) -> type_telling:
    if not actor.mag(Recht.WERKVOORRAAD_BEKIJKEN):
        return Counter()
    vandaag = dag(at)
    alle = werkvoorraad_for(actor, schooljaar_van(vandaag), "", at)
    eigen = [een.volgende for een in alle if een.volgende.recht and actor.mag(een.volgende.recht)]
    vragen = dossiers_met_vraag_for(actor) if actor.mag(Recht.VRAAG_BEANTWOORDEN) else {}
    return Counter({
        Seintjesoort.TE_DOEN: sum(een in EERST and een not in _VAN_OUDERS for een in eigen) + len(vragen),
        Seintjesoort.OUDERS: sum(een in _VAN_OUDERS for een in eigen),
        Seintjesoort.DATUM: _adviezen(actor, alle, vandaag),
    })  # fmt: skip


def _adviezen(actor: Actor, alle: list[Regel], vandaag: date) -> int:
    """How many pupils still need the advice of which the last day is near."""
    if not actor.mag(Recht.ADVIES_VASTLEGGEN):
        return 0
    kalender = kalender_uit_instellingen(regio_for(actor, actor.werkt_bij).instellingen, schooljaar_van(vandaag))
    dichtbij = [
        een.sleutel
        for een in stappen_tot_deadline(kalender, vandaag, Organisatiesoort.PO)
        if 0 <= een.dagen <= BINNEN.days
    ]
    open_ = nog_te_geven(een.feiten for een in alle)
    return sum(open_.get(sleutel, 0) for sleutel in dichtbij)


def _bij_vo(actor: Actor, at: datetime) -> type_telling:
    gevonden = inbox_van_for(actor, dag(at), Inboxvraag()).telling
    dagen = besluitdagen_for(actor) if actor.mag(Recht.BESLUIT_NEMEN) else []
    return Counter({
        Seintjesoort.TE_DOEN: gevonden[Inboxstand.NIEUW] + gevonden[Inboxstand.ANTWOORD] + _te_laat(dagen, dag(at)),
        Seintjesoort.DATUM: _dichtbij(dagen, dag(at)),
    })  # fmt: skip


def _bij_swv(actor: Actor, at: datetime) -> type_telling:
    """Cases of nobody, an answer in a case of the own or of nobody, and what is past its term."""
    open_ = [een for een in zaken_for(actor, at=at) if een.behandelaar_id in {None, actor.id}]
    wacht = [
        een.te_laat
        or een.staat is Routestaat.BEANTWOORD
        or (een.behandelaar_id is None and een.staat in IN_BEHANDELING)
        for een in open_
    ]
    return Counter({Seintjesoort.TE_DOEN: sum(wacht), Seintjesoort.DATUM: _dichtbij(zaakdagen_for(actor), dag(at))})


def _bij_regio(actor: Actor, at: datetime) -> type_telling:
    del actor, at
    return Counter()


def _dichtbij(dagen: list[tuple[date, int]], vandaag: date) -> int:
    return sum(n for op, n in dagen if vandaag <= op <= vandaag + BINNEN)


def _te_laat(dagen: list[tuple[date, int]], vandaag: date) -> int:
    return sum(n for op, n in dagen if op < vandaag)


_TELLERS = {
    Organisatiesoort.PO: _bij_po,
    Organisatiesoort.VO: _bij_vo,
    Organisatiesoort.SWV: _bij_swv,
    Organisatiesoort.REGIO: _bij_regio,
}
