"""Which care routes has a pupil, and what did the basisschool prepare, ask and hear back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Stuksoort
from overstap.domain.inzages.queries import Stuk, inzages_for, stukken_for, wie_for
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import medewerkers_for, swvroutes_for
from overstap.domain.zorgroutes.enums import Geadresseerde, Routesoort, Routestaat, Zaakbestandsoort
from overstap.domain.zorgroutes.models import (
    Zorgaanbod,
    Zorgaanmelding,
    Zorgbesluit,
    Zorgroute,
    Zorgvraag,
    Zorgzienswijze,
)
from overstap.domain.zorgroutes.rules import Inrichting, Routeinrichting
from overstap.domain.zorgroutes.snapshot import Besluit, Voorbereiding, Zorgformulier
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.queue import mislukt
from overstap.foundation.rls import eenmaal
from overstap.foundation.sleutels.kast import Slot

# By hand, because every look at the class asks it: the ORM thinks longer of it than the database.
_STATEN = """
select r.dossier_id, r.staat from zorgroutes_zorgroute r join dossiers_dossier d on d.id = r.dossier_id
where r.school_id = %s and d.schooljaar = %s and r.staat <> %s order by r.begonnen_op
"""


@dataclass(frozen=True)
class Vraag:
    """A question of the samenwerkingsverband with the answer, decrypted; `antwoord` is empty while there is none."""

    id: UUID
    aan: Geadresseerde
    vraag: str
    gesteld_op: datetime
    gesteld_door: UUID
    antwoord: str
    beantwoord_op: datetime | None

    @property
    def open(self) -> bool:
        """Does it still wait for an answer?"""
        return self.beantwoord_op is None


@dataclass(frozen=True)
class Terugkoppeling:
    """A decision that came back."""

    route: Zorgroute
    besluit: Besluit
    teruggekoppeld_op: datetime


def zorgroutes_for(actor: Actor, dossier: Dossier) -> QuerySet[Zorgroute]:
    """The care routes of a dossier that the actor may see, newest first."""
    return Zorgroute.objects.filter(dossier=dossier).select_related("swv", "vo_school").order_by("-begonnen_op")


def lopende_for(actor: Actor, dossier: Dossier) -> Zorgroute | None:
    """The newest route of a dossier: the one that runs, or the last that did; None when there never was one."""
    return zorgroutes_for(actor, dossier).first()


def voorgelegd_for(actor: Actor, dossier: Dossier) -> bool:
    """Can this parent read a zorgaanmelding of this dossier now?"""
    return zorgroutes_for(actor, dossier).exclude(staat=Routestaat.INGETROKKEN).exists()


def route_for(actor: Actor, route_id: UUID, *, vergrendel: bool = False) -> Zorgroute:
    """One route of the actor's own school, or of the parent's own child; raises `NietGevonden`.

    An act locks the dossier first (`dossier_for`), then this.
    """
    rijen = Zorgroute.objects.filter(id=route_id).select_related("swv", "vo_school", "dossier__leerling", "school")
    if actor.ouder_id is None:
        rijen = rijen.filter(school_id=actor.werkt_bij)
    if vergrendel:
        rijen = rijen.select_for_update(of=("self",))
    route = rijen.first()
    if route is None:
        raise NietGevonden
    return route


@dataclass(frozen=True)
class Kopieen:
    """Which files a samenwerkingsverband can open: is the OSO file there, and copies of which attachments?"""

    oso: bool
    bijlagen: frozenset[UUID]


def kopieen_for(actor: Actor, route: Zorgroute) -> Kopieen:
    """What lies open in the case of a route of the actor's own school, which reads no row of it; nothing for others."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select soort, bijlage_id from kopieen_in_zaak(%s)", [route.id])
        rijen = cursor.fetchall()
    oso = any(soort == Zaakbestandsoort.OSO for soort, _bijlage in rijen)
    return Kopieen(oso, frozenset(bijlage for _soort, bijlage in rijen if bijlage))


def bestanden_mislukt_for(actor: Actor, route: Zorgroute) -> bool:
    """Did the worker give up on the files of a sent zorgaanmelding, also after trying for two hours?"""
    if route.verstuurd_op is None or route.ingetrokken_op is not None:
        return False
    return bool(mislukt("zorg.klaarzetten", "route_id", [route.id]))


def zorgstaten_for(actor: Actor, schooljaar: str) -> dict[UUID, Routestaat]:
    """How far the newest care route of each pupil of the own school is in a schooljaar; one query for any number."""
    with connection.cursor() as cursor:
        cursor.execute(_STATEN, [actor.werkt_bij, schooljaar, Routestaat.INGETROKKEN.value])
        return {dossier_id: Routestaat(staat) for dossier_id, staat in cursor.fetchall()}


def voorbereiding_for(actor: Actor, route: Zorgroute, slot: Slot) -> Voorbereiding:
    """What the school prepared, decrypted."""
    return Voorbereiding.uit_bytes(slot.ontsleutel(route.geheim, f"zorgroute:{route.id}"))


def aanmelding_for(actor: Actor, route: Zorgroute, slot: Slot) -> tuple[Zorgaanmelding, Zorgformulier] | None:
    """The newest frozen form of a route: as the parents read it, and once sent as it was sent. None before that."""
    rij = Zorgaanmelding.objects.filter(route=route).order_by("-nummer").first()
    return (rij, _formulier(rij, slot)) if rij else None


def nagestuurd_for(actor: Actor, route: Zorgroute, slot: Slot) -> dict[str, datetime]:
    """The documents that were sent after the zorgaanmelding itself: their id in the dossier, and when."""
    bevroren = Zorgaanmelding.objects.filter(route=route).order_by("nummer")
    if route.verstuurd_op is None or not bevroren.filter(gemaakt_op__gt=route.verstuurd_op).exists():
        return {}
    eerder: set[str] = set()
    na: dict[str, datetime] = {}
    for rij in bevroren:
        nu = {stuk.id for stuk in _formulier(rij, slot).stukken}
        if rij.gemaakt_op > route.verstuurd_op:
            na |= dict.fromkeys(nu - eerder, rij.gemaakt_op)
        eerder = nu
    return na


def _formulier(rij: Zorgaanmelding, slot: Slot) -> Zorgformulier:
    return Zorgformulier.uit_bytes(slot.ontsleutel(rij.geheim, f"zorgaanmelding:{rij.id}"))


@dataclass(frozen=True)
class Papier:
    """What a school may add of paper to a zorgaanmelding: of which parents (offer of inzage, name), and what it has."""

    ouders: tuple[tuple[UUID, str], ...]
    scans: tuple[Stuk, ...]


def papier_for(actor: Actor, dossier: Dossier, slot: Slot) -> Papier:
    """The parents who were offered the report, and the scans of what they wrote about a zorgaanmelding."""
    return Papier(
        ouders=tuple((inzage.id, wie_for(actor, inzage, slot).naam) for inzage in inzages_for(actor, dossier)),
        scans=tuple(stuk for stuk in stukken_for(actor, dossier, slot) if stuk.rij.stuksoort == Stuksoort.ZORG),
    )


def zienswijzen_for(actor: Actor, route: Zorgroute, slot: Slot) -> tuple[tuple[Zorgzienswijze, str], ...]:
    """What parents wrote on their own page, oldest first: all for the school, the own for a parent."""
    rijen = Zorgzienswijze.objects.filter(route=route).order_by("ingediend_op")
    return tuple((rij, slot.ontsleutel(rij.geheim, f"zorgzienswijze:{rij.id}").decode()) for rij in rijen)


def vragen_for(actor: Actor, route: Zorgroute, slot: Slot) -> tuple[Vraag, ...]:
    """The questions that the actor may read, oldest first: a parent only those to the parents."""
    return tuple(_vraag(rij, slot) for rij in Zorgvraag.objects.filter(route=route).order_by("gesteld_op"))


def _vraag(rij: Zorgvraag, slot: Slot) -> Vraag:
    antwoord = slot.ontsleutel(rij.geheim_antwoord, f"zorgantwoord:{rij.id}").decode() if rij.geheim_antwoord else ""
    return Vraag(
        rij.id,
        Geadresseerde(rij.aan),
        slot.ontsleutel(rij.geheim, f"zorgvraag:{rij.id}").decode(),
        rij.gesteld_op,
        rij.gesteld_door,
        antwoord,
        rij.beantwoord_op,
    )


def besluit_for(actor: Actor, route: Zorgroute, slot: Slot) -> Terugkoppeling | None:
    """The decision on a route as it came back to the school and the parents; None while it did not."""
    rij = Zorgbesluit.objects.filter(route=route).first()
    if rij is None:
        return None
    besluit = Besluit.uit_bytes(slot.ontsleutel(rij.geheim, f"zorgbesluit:{route.id}"))
    return Terugkoppeling(route, besluit, rij.teruggekoppeld_op)


def besluiten_for(actor: Actor, dossier: Dossier) -> QuerySet[Zorgbesluit]:
    """The decisions on a pupil, newest first, also for a vo school that has the dossier.

    Of the words of a decision a vo school reads nothing here; the columns say what was given, and until when.
    """
    return Zorgbesluit.objects.filter(dossier=dossier).select_related("swv").order_by("-teruggekoppeld_op")


def kijkers_bij_swv_for(actor: Actor, swv_id: UUID) -> tuple[Aanstelling, ...]:
    """The people who will see what is sent there: those whose role may handle a zorgaanmelding."""
    mensen = medewerkers_for(actor, swv_id)
    return tuple(mens for mens in mensen if Recht.ZORGAANMELDING_BEHANDELEN in RECHTEN[Rol(mens.rol)])


def zaakinrichting_for(actor: Actor, zaak: Zorgroute | Zorgaanbod) -> Routeinrichting:
    """How the route of one case goes: once it came in, as was agreed on that day."""
    return inrichting_for(actor, zaak.swv_id).route(Routesoort(zaak.soort), zaak.afspraken)


def inrichting_for(actor: Actor, swv_id: UUID) -> Inrichting:
    """How this samenwerkingsverband works: public; as the law says where its region says nothing else."""
    return Inrichting(eenmaal(("zorginrichting", swv_id), lambda: swvroutes_for(actor, swv_id)))
