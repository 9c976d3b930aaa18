"""Which invitations and requests are open, who is behind a link, whose agenda is it, and where else does one work?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet

from overstap.domain.gebruikers.models import Account
from overstap.domain.medewerkers.models import Accountvraag, Agendalink, Collegauitnodiging, Medewerkerscontrole
from overstap.domain.medewerkers.rules import GELDIG, mag_nog
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import medewerkers_for, organisatie_for, plekken_for
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol

_ZOUT = "overstap.medewerkers.collegauitnodiging"
_AGENDAZOUT = "overstap.medewerkers.agendalink"


class Link(NamedTuple):
    """What a link says, once its signature is right: which invitation, of which organisation, sent for which time."""

    uitnodiging_id: UUID
    organisatie_id: UUID
    ronde: int


@dataclass(frozen=True)
class Bestuursschool:
    """Another school of the board, who the same person is there, and the aanstelling that says so."""

    organisatie: Organisatie
    actor: Actor
    aanstelling_id: UUID

    @property
    def naam(self) -> str:
        """The name of the school."""
        return self.organisatie.naam


def uitnodigingen_for(actor: Actor) -> QuerySet[Collegauitnodiging]:
    """The invitations of the actor's own organisation that wait, also those whose link is past its term."""
    return Collegauitnodiging.objects.filter(
        organisatie_id=actor.werkt_bij, ingetrokken_op=None, aangenomen_op=None
    ).order_by("naam", "id")


def uitnodiging_for(actor: Actor, uitnodiging_id: UUID, *, vergrendel: bool = False) -> Collegauitnodiging:
    """One waiting invitation of the actor's own organisation; raises `NietGevonden`."""
    rijen = uitnodigingen_for(actor)
    rijen = rijen.select_for_update(of=("self",)) if vergrendel else rijen
    uitnodiging = rijen.filter(id=uitnodiging_id).first()
    if uitnodiging is None:
        raise NietGevonden
    return uitnodiging


def sleutel_for(actor: Actor, uitnodiging: Collegauitnodiging) -> str:
    """What stands in the link of the newest mail: signed by this installation, and nowhere kept."""
    del actor
    return signing.dumps([str(uitnodiging.id), str(uitnodiging.organisatie_id), uitnodiging.ronde], salt=_ZOUT)


def link_for(actor: None, sleutel: str) -> Link:
    """Which invitation a link is about; read before anybody is known. Raises `NietGevonden` for any other text."""
    del actor
    try:
        uitnodiging_id, organisatie_id, ronde = signing.loads(sleutel, salt=_ZOUT, max_age=GELDIG)
    except signing.BadSignature as fout:
        raise NietGevonden from fout
    return Link(UUID(uitnodiging_id), UUID(organisatie_id), ronde)


def aangeboden_for(actor: Actor, link: Link, at: datetime, *, vergrendel: bool = False) -> Collegauitnodiging:
    """The invitation of a link, as long as it can be accepted; the actor is the system within its organisation.

    Raises `NietGevonden` after its term, when it was withdrawn or used, and for an older link.
    """
    uitnodiging = uitnodiging_for(actor, link.uitnodiging_id, vergrendel=vergrendel)
    open_ = mag_nog(
        geldig_tot=uitnodiging.geldig_tot,
        ingetrokken_op=uitnodiging.ingetrokken_op,
        aangenomen_op=uitnodiging.aangenomen_op,
        at=at,
    )
    if not open_ or uitnodiging.ronde != link.ronde:
        raise NietGevonden
    return uitnodiging


def heeft_account_for(actor: Actor, uitnodiging: Collegauitnodiging) -> UUID | None:
    """The account with the address of an invitation, for whoever holds its link; never for the school that invites."""
    del actor
    return Account.objects.filter(email=uitnodiging.email).values_list("id", flat=True).first()


def vragen_for(actor: Actor) -> QuerySet[Accountvraag]:
    """Who asks for an account at the actor's own organisation, the oldest first."""
    return Accountvraag.objects.filter(organisatie_id=actor.werkt_bij).order_by("gevraagd_op", "id")


def controle_for(actor: Actor, schooljaar: str) -> Medewerkerscontrole | None:
    """Who confirmed the list of colleagues of the own organisation for a school year; None while nobody did."""
    rijen = Medewerkerscontrole.objects.filter(organisatie_id=actor.werkt_bij, schooljaar=schooljaar)
    return rijen.select_related("door").first()


def te_beginnen_for(actor: None, brin: str, vestiging: str) -> Organisatie:
    """The organisation with this number, as its region file names it; asked by the command line."""
    del actor
    organisatie = Organisatie.objects.filter(
        brin=brin.upper(), vestiging=vestiging, gast_van=None, oefening_van=None
    ).first()
    if organisatie is None:
        raise NietGevonden
    return organisatie


def regioplek_for(actor: None, naam: str) -> Organisatie:
    """The organisation where who coordinates the region of this name works; asked by the command line."""
    del actor
    organisatie = Organisatie.objects.filter(regio__naam=naam, soort=Organisatiesoort.REGIO).first()
    if organisatie is None:
        raise NietGevonden
    return organisatie


def agendalink_for(actor: Actor, *, vergrendel: bool = False) -> Agendalink | None:
    """The running address of the actor's own agenda at this organisation, if there is one."""
    actor.require(Recht.AGENDA_VOLGEN)
    rijen = Agendalink.objects.filter(organisatie_id=actor.werkt_bij, account_id=actor.persoon_id, ingetrokken_op=None)
    return (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()


def agendasleutel_for(actor: Actor, link: Agendalink) -> str:
    """What stands in the address: signed by this installation, so that whoever reads the database cannot make one."""
    del actor
    return signing.dumps([str(link.id), str(link.organisatie_id)], salt=_AGENDAZOUT)


def agenda_van_for(actor: None, sleutel: str) -> tuple[UUID, UUID]:
    """(agendalink, organisation) of an address, read before anybody is known; raises `NietGevonden`."""
    del actor
    try:
        link_id, organisatie_id = signing.loads(sleutel, salt=_AGENDAZOUT)
    except signing.BadSignature as fout:
        raise NietGevonden from fout
    return UUID(link_id), UUID(organisatie_id)


def agendahouder_for(actor: Actor, link_id: UUID) -> Actor:
    """Whose dates a running address shows: the colleague, in the function this person has now; `actor` is the system.

    Raises `NietGevonden` when the address was withdrawn, and when that person no longer works there.
    """
    link = Agendalink.objects.filter(id=link_id, organisatie_id=actor.werkt_bij, ingetrokken_op=None).first()
    werkt = medewerkers_for(actor, actor.werkt_bij).filter(account_id=link.account_id) if link else None
    aanstelling = werkt.filter(account__is_active=True).first() if werkt is not None else None
    if aanstelling is None:
        raise NietGevonden
    return Actor(rol=Rol(aanstelling.rol), id=aanstelling.account_id, organisatie_id=actor.werkt_bij)


def bestuursscholen_for(actor: Actor, recht: Recht, *, binnen: Collection[UUID] | None = None) -> list[Bestuursschool]:
    """The other schools of the board where this person has `recht` in a function of its own, by name.

    None while the own school names no board. Schools of the same kind only, and with `binnen` only those of these
    organisations: whoever came in with the login service of one school does not reach another. No function reaches
    further than its school (ADR 42): what is asked or done there, that actor asks or does.
    """
    actor.require(recht)
    hier = organisatie_for(actor)
    bestuur = hier.gegevens.get("bestuur")
    if not bestuur or hier.oefening_van_id is not None:
        return []
    gevonden: dict[UUID, Bestuursschool] = {}
    for plek in plekken_for(None, actor.persoon_id)[0]:
        daar = plek.organisatie
        zelfde = daar.soort == hier.soort and daar.gegevens.get("bestuur") == bestuur and daar.id != hier.id
        if zelfde and recht in RECHTEN[Rol(plek.rol)] and (binnen is None or daar.id in binnen):
            groepen = frozenset(plek.groepen)
            wie = Actor(rol=Rol(plek.rol), id=actor.persoon_id, organisatie_id=daar.id, groepen=groepen)
            gevonden.setdefault(daar.id, Bestuursschool(daar, wie, plek.id))
    return sorted(gevonden.values(), key=lambda een: een.naam)
