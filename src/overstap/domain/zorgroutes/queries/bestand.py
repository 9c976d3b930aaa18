"""Which files lie in a case of a samenwerkingsverband, and which were held back since?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from overstap.domain.bijlagen.enums import Terugneemreden
from overstap.domain.zorgroutes.enums import Zaakbestandsoort
from overstap.domain.zorgroutes.models import Zaak, Zaakbestand
from overstap.foundation import opslag
from overstap.foundation.access import Actor
from overstap.foundation.sleutels.kast import Slot
from overstap.foundation.weigering import Weigering


@dataclass(frozen=True)
class Bestandregel:
    """A file of a case, with its name decrypted.

    Of one that was held back `reden` says why, `tegengehouden_op` since when, and `vervangen` whether another lies in
    its place.
    """

    id: UUID
    soort: Zaakbestandsoort
    bestandsnaam: str
    mime: str
    omvang: int
    tegengehouden_op: datetime | None = None
    reden: Terugneemreden | None = None
    vervangen: bool = False


class ZaakbestandTegengehouden(Weigering):
    """Somebody opens a file that may no longer be opened; `zin` says why."""

    def __init__(self, reden: Terugneemreden) -> None:
        super().__init__(f"U kunt dit bestand niet meer openen. {reden.zin}")


def _ander() -> Exists:
    """Does another copy of the same document of the form lie open?"""
    return Exists(Zaakbestand.objects.filter(zaak=OuterRef("zaak"), tegengehouden_op=None, stuk_id=OuterRef("stuk_id")))


def bestanden_for(actor: Actor, zaak: Zaak, slot: Slot) -> tuple[Bestandregel, ...]:
    """The files of this case: the OSO file first, then the attachments as they were sent, also what was held back."""
    del actor
    rijen = Zaakbestand.objects.filter(zaak=zaak).annotate(ander=_ander()).order_by("-soort", "gemaakt_op", "id")
    return tuple(_bestand(rij, slot) for rij in rijen)


def bestand_for(actor: Actor, zaak: Zaak, bestand_id: UUID) -> tuple[Bestandregel, opslag.Lezer] | None:
    """One file of this case, opened to be read in pieces. Raises `ZaakbestandTegengehouden`."""
    del actor
    rij = Zaakbestand.objects.filter(zaak=zaak, id=bestand_id).first()
    if rij is None:
        return None
    if rij.tegengehouden_op is not None:
        raise ZaakbestandTegengehouden(Terugneemreden(rij.tegenhoudreden))
    slot = Slot(zaak.sleutel_id)
    return _bestand(rij, slot), opslag.lezer(rij.bestand_id, slot, f"zaakbestand:{rij.bestand_id}")


def tegengehouden_for(actor: Actor) -> QuerySet[Zaakbestand]:
    """The attachments that were held back while nothing came in their place."""
    del actor
    dicht = Zaakbestand.objects.filter(soort=Zaakbestandsoort.BIJLAGE, tegengehouden_op__isnull=False)
    return dicht.filter(~_ander())


def _bestand(rij: Zaakbestand, slot: Slot) -> Bestandregel:
    naam = json.loads(slot.ontsleutel(rij.geheime_naam, f"zaakbestand:{rij.id}"))["bestandsnaam"]
    return Bestandregel(
        rij.id,
        Zaakbestandsoort(rij.soort),
        naam,
        rij.mime,
        rij.omvang,
        rij.tegengehouden_op,
        Terugneemreden(rij.tegenhoudreden) if rij.tegenhoudreden else None,
        bool(getattr(rij, "ander", False)) and rij.tegengehouden_op is not None,
    )
