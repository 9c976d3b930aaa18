"""Which files came with an answer of a parent, and may they leave us?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.bijlagen.queries import controleer_vertrek_for
from overstap.domain.bijlagen.rules import plek_van_bestand
from overstap.domain.bijlagen.snapshot import Bron
from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.models import Ouderstuk
from overstap.domain.inzages.queries.reacties import Tekst
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Stuk:
    """A file of a parent with its name decrypted."""

    rij: Ouderstuk
    naam: str

    @property
    def geweigerd(self) -> str:
        """Why the check refused it, or nothing."""
        return Weigerreden(self.rij.weigerreden).zin if self.rij.weigerreden else ""

    def hoort_bij(self, tekst: Tekst) -> bool:
        """Does it belong to this zienswijze or correctieverzoek?"""
        return tekst.id in {self.rij.zienswijze_id, self.rij.correctie_id}


def stukken_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Stuk, ...]:
    """The files of parents at a dossier: all for its school, the own ones for a parent, of zienswijzen for the vo."""
    return tuple(
        Stuk(rij, slot.ontsleutel(rij.geheime_naam, f"stuk:{rij.id}").decode()) for rij in _van(actor, dossier)
    )


def stuk_for(actor: Actor, dossier: Dossier, stuk_id: UUID) -> Ouderstuk:
    """One file that was not refused; raises `NietGevonden`."""
    rij = _van(actor, dossier).exclude(scan=Scanstaat.GEWEIGERD).filter(id=stuk_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def open_stuk_for(actor: Actor, stuk: Ouderstuk, slot: Slot) -> opslag.Lezer:
    """Its content, opened; raises `VertrekGeweigerd` while it was not checked."""
    controleer_vertrek_for(actor, [stuk])
    return _lezer(stuk, slot)


def stukbron_for(actor: Actor, stuk: Ouderstuk, slot: Slot) -> Bron:
    """The file as a value whose bytes are read when needed, for the check and for the OSO file."""
    del actor
    naam = slot.ontsleutel(stuk.geheime_naam, f"stuk:{stuk.id}").decode()
    return Bron(
        stuk.sleutel, "", naam, "Bij de zienswijze van de ouders", stuk.mime, stuk.omvang,
        partial(_lezer, stuk, slot),
    )  # fmt: skip


def meegaande_stukken_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Bron, ...]:
    """The files of all zienswijzen, which always travel along but for what was refused.

    Raises `VertrekGeweigerd` while one of them was not checked.
    """
    rijen = [rij for rij in _van(actor, dossier) if rij.zienswijze_id and rij.scanstaat is not Scanstaat.GEWEIGERD]
    controleer_vertrek_for(actor, rijen)
    return tuple(stukbron_for(actor, rij, slot) for rij in rijen)


def te_keuren_stukken_for(actor: Actor) -> QuerySet[Ouderstuk]:
    """The files at the actor's school that no scanner has looked at yet, oldest first."""
    wacht = [Scanstaat.WORDT_GECONTROLEERD, Scanstaat.NIET_GESCAND]
    return Ouderstuk.objects.filter(school_id=actor.werkt_bij, scan__in=wacht).order_by("toegevoegd_op")


def te_herscannen_stukken_for(actor: Actor, met: str) -> QuerySet[Ouderstuk]:
    """Those that were scanned with other signatures than `met`, the longest ago first."""
    rijen = Ouderstuk.objects.filter(school_id=actor.werkt_bij, scan=Scanstaat.VEILIG)
    return rijen.exclude(gescand_met=met).order_by("gescand_op")


def _lezer(stuk: Ouderstuk, slot: Slot) -> opslag.Lezer:
    return opslag.lezer(stuk.bestand_id, slot, plek_van_bestand(stuk.bestand_id))


def _van(actor: Actor, dossier: Dossier) -> QuerySet[Ouderstuk]:
    rijen = Ouderstuk.objects.filter(dossier=dossier).order_by("toegevoegd_op", "id")
    if actor.ouder_id is not None:
        return rijen.filter(ouder_id=actor.ouder_id)
    return rijen if actor.organisatie_id == dossier.school_id else rijen.filter(zienswijze_id__isnull=False)
