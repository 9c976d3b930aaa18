"""Which partijen are there, what is in them, and what can still be undone?"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.importen.enums import Regelsoort, Regelstand, Vraag
from overstap.domain.importen.models import Importregel, Partij
from overstap.domain.importen.rules import Beeld, Kop
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.scholen.queries import aanstellingen_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Partijregel:
    """One file of a partij, with what the list says of it."""

    rij: Importregel
    kop: Kop

    @property
    def soort(self) -> Regelsoort:
        """What taking it over would do."""
        return Regelsoort(self.rij.soort)

    @property
    def stand(self) -> Regelstand:
        """What was decided about it."""
        return Regelstand(self.rij.stand)


def partijen_for(actor: Actor, at: datetime) -> QuerySet[Partij]:
    """The partijen of the actor's school that are not a day old yet, newest first."""
    return Partij.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at).order_by("-geupload_op")


def partij_for(actor: Actor, partij_id: UUID, at: datetime, *, vergrendel: bool = False) -> Partij:
    """One partij, to look at or to decide about; raises `NietGevonden`, also when its 24 hours have passed."""
    actor.require(Recht.IMPORT_UITVOEREN)
    rijen = partijen_for(actor, at)
    partij = (rijen.select_for_update() if vergrendel else rijen).filter(id=partij_id).first()
    if partij is None:
        raise NietGevonden
    return partij


def te_doen_for(actor: Actor, partij_id: UUID, at: datetime) -> Partij | None:
    """The partij for the worker, locked; None when it is gone or another turn is busy with it."""
    return partijen_for(actor, at).select_for_update(skip_locked=True).filter(id=partij_id).first()


def gereed_for(actor: Actor, partij: Partij, stand: Regelstand, hoogstens: int) -> list[Importregel]:
    """The next files in this stand, in the order of the ZIP."""
    rijen = Importregel.objects.filter(partij=partij, stand=stand).defer("beeld").order_by("nummer")
    return list(rijen[:hoogstens])


def regels_for(actor: Actor, partij: Partij) -> tuple[Partijregel, ...]:
    """All files of a partij by name of the pupil, those without a name last."""
    slot = Slot(partij.sleutel_id)
    rijen = Importregel.objects.filter(partij=partij).defer("beeld").order_by("nummer")
    regels = [Partijregel(rij, _kop(rij, slot)) for rij in rijen]
    return tuple(sorted(regels, key=lambda regel: (not regel.kop.naam, _sorteersleutel(regel.kop), regel.rij.nummer)))


def regel_for(actor: Actor, partij: Partij, regel_id: UUID) -> tuple[Partijregel, Beeld]:
    """One file with everything that a page shows of it; raises `NietGevonden`."""
    rij = Importregel.objects.filter(partij=partij, id=regel_id).first()
    if rij is None:
        raise NietGevonden
    slot = Slot(partij.sleutel_id)
    return Partijregel(rij, _kop(rij, slot)), _beeld(rij, slot)


def dubbel_for(actor: Actor, partij: Partij, kop: Kop) -> Partijregel | None:
    """The other file about this pupil, when there is one."""
    if kop.vraag != Vraag.DUBBEL:
        return None
    rij = Importregel.objects.filter(partij=partij, nummer=kop.dubbel).defer("beeld").first()
    return Partijregel(rij, _kop(rij, Slot(partij.sleutel_id))) if rij else None


def bron_for(actor: Actor, partij: Partij) -> opslag.Lezer:
    """The ZIP, open to be read in place; raises `NietGevonden` when nothing of it was needed any more."""
    if partij.bestand_id is None:
        raise NietGevonden
    return opslag.lezer(partij.bestand_id, Slot(partij.sleutel_id), f"partij:{partij.bestand_id}")


def namens_for(actor: Actor, partij: Partij) -> Actor | None:
    """The person who decided, as they may act today; None when they may not import here any more."""
    return importeur_for(actor, partij.besloten_door) if partij.besloten_door else None


def importeur_for(actor: Actor, account_id: UUID) -> Actor | None:
    """Somebody of the actor's school as they may act today; None when they may not import here any more."""
    rollen = aanstellingen_for(actor, account_id).filter(organisatie_id=actor.werkt_bij)
    actoren = [Actor(Rol(rij.rol), account_id, actor.werkt_bij) for rij in rollen]
    return next((wie for wie in actoren if wie.mag(Recht.IMPORT_UITVOEREN)), None)


def _kop(rij: Importregel, slot: Slot) -> Kop:
    return Kop.uit_bytes(slot.ontsleutel(rij.kop, f"kop:{rij.id}"))


def _beeld(rij: Importregel, slot: Slot) -> Beeld:
    return Beeld.uit_bytes(zlib.decompress(slot.ontsleutel(rij.beeld, f"beeld:{rij.id}")))


def _sorteersleutel(kop: Kop) -> str:
    return sorteernaam("", "", kop.achternaam) + sorteernaam("", "", kop.naam)
