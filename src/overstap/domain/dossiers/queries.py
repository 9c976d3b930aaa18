"""Which dossiers may this actor see? Every read of a pupil's file begins here."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from overstap.domain.dossiers.models import Beperking, Dossier, Persoonsnummer, Toegang
from overstap.domain.dossiers.rules import Beperkt
from overstap.domain.leerlingen.rules import gemaskeerd
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot, zoekhash
from overstap.foundation.vaste_vraag import VasteVraag


def dossiers_for(actor: Actor) -> QuerySet[Dossier]:
    """The dossiers to which the actor's organisation, or the parent, has running toegang."""
    return _met_toegang(_van(actor))


def _met_toegang(van: Q) -> QuerySet[Dossier]:
    eigen = Toegang.objects.filter(van, tot=None).values("dossier_id")
    return Dossier.objects.filter(id__in=eigen).select_related("leerling", "school")


_VAN_ORGANISATIE = VasteVraag(lambda van, id_: _met_toegang(Q(organisatie_id=van)).filter(id=id_))
_VAN_OUDER = VasteVraag(lambda van, id_: _met_toegang(Q(ouder_id=van)).filter(id=id_))


def dossier_for(actor: Actor, dossier_id: UUID, *, vergrendel: bool = False) -> Dossier:
    """One dossier; raises `NietGevonden` when it is not there or not the actor's.

    With `vergrendel` its row is locked, so that two acts on one dossier come after each other.
    """
    vraag, van = (_VAN_ORGANISATIE, actor.organisatie_id) if actor.ouder_id is None else (_VAN_OUDER, actor.ouder_id)
    dossier = vraag.een(van, dossier_id, vergrendel=vergrendel)
    if dossier is None:
        raise NietGevonden
    return dossier


def slot_for(actor: Actor, dossier: Dossier) -> Slot:
    """The lock of a dossier that the actor could read: decrypts its content."""
    del actor
    return Slot(dossier.sleutel_id)


def zelfde_nummer_for(actor: Actor, nummer: str, schooljaar: str = "") -> Dossier | None:
    """The dossier of one schooljaar at the actor's own school with this BSN or onderwijsnummer, if there is one.

    Who does a year again or comes back has a dossier for each year; without a schooljaar it is the newest.
    """
    if actor.organisatie_id is None:
        return None
    rijen = Persoonsnummer.objects.filter(
        school_id=actor.organisatie_id, zoekhash=zoekhash(actor.organisatie_id, nummer)
    )
    rij = (rijen.filter(schooljaar=schooljaar) if schooljaar else rijen).order_by("-schooljaar").first()
    return None if rij is None else dossiers_for(actor).filter(id=rij.dossier_id).first()


def nummer_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[str, str] | None:
    """(kind, number) of the pupil, in full: for the OSO file and for a logged reveal."""
    rij = Persoonsnummer.objects.filter(dossier=dossier).first()
    if rij is None:
        return None
    return rij.soort, slot.ontsleutel(rij.geheim, f"nummer:{dossier.id}").decode()


def nummers_for(actor: Actor, dossier_ids: Iterable[UUID] | None = None) -> dict[str, UUID]:
    """The newest dossier of the actor's own school by the pupil's number: of all, or of these dossiers only.

    For finding who is meant by a protected number (OSO): one query here and one at the key store.
    """
    rijen = Persoonsnummer.objects.filter(school_id=actor.werkt_bij).order_by("schooljaar")
    rijen = rijen if dossier_ids is None else rijen.filter(dossier_id__in=list(dossier_ids))
    gevonden = list(rijen.values_list("dossier_id", "dossier__sleutel_id", "geheim"))
    sloten = Slot.alle(sleutel_id for _, sleutel_id, _ in gevonden)
    return {
        sloten[sleutel_id].ontsleutel(geheim, f"nummer:{dossier_id}").decode(): dossier_id
        for dossier_id, sleutel_id, geheim in gevonden
        if sleutel_id in sloten
    }


def nummer_gemaskeerd_for(actor: Actor, dossier: Dossier, slot: Slot) -> str:
    """The number as pages show it, or the empty string."""
    nummer = nummer_for(actor, dossier, slot)
    return gemaskeerd(nummer[1]) if nummer else ""


def toegang_for(actor: Actor, dossier: Dossier) -> QuerySet[Toegang]:
    """Who has running toegang to this dossier, as far as this actor may know it."""
    return Toegang.objects.filter(dossier=dossier, tot=None).select_related("organisatie").order_by("vanaf")


def beperking_for(actor: Actor, dossier: Dossier) -> Beperking | None:
    """The restriction (art. 18 AVG) that stands on this dossier, which the actor could read."""
    del actor
    return Beperking.objects.filter(dossier=dossier, opgeheven_op=None).first()


def controleer_onbeperkt_for(actor: Actor, dossier: Dossier) -> None:
    """Raise `Beperkt` while a restriction stands: the one rule for whatever sends, releases or hands out a file.

    Not for the parents' own right to read and to have a copy (art. 15): they asked for the restriction.
    """
    if actor.ouder_id is None and beperking_for(actor, dossier) is not None:
        raise Beperkt


def _van(actor: Actor) -> Q:
    if actor.ouder_id is not None:
        return Q(ouder_id=actor.ouder_id)
    return Q(organisatie_id=actor.organisatie_id, organisatie_id__isnull=False)
