"""What does the school see of each parent: invited, read, signed, and what they wrote?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from overstap.domain.inzages.enums import Akkoord, Wijze
from overstap.domain.inzages.queries import (
    Tekst,
    correcties_for,
    inzages_for,
    naam_en_mail_for,
    ouderregels_for,
    reageren_tot_for,
    zienswijzen_for,
)
from overstap.domain.rapporten.queries import inhoud_for, versies_for
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Actor

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.inzages.models import Inzage
    from overstap.foundation.sleutels.kast import Slot

NIET_UITGENODIGD = (_("Nog niet uitgenodigd"), "", "open")
UITGENODIGD = (_("Uitgenodigd"), "paars", "brief")
GELEZEN = (_("Gelezen"), "paars", "oog")
GETEKEND = (_("Getekend"), "groen", "klaar")
ZIENSWIJZE = (_("Zienswijze"), "blauw", "praat")
CORRECTIE = (_("Wacht op uw antwoord"), "blauw", "letop")

_EENS = {Akkoord.JA: _("Ja"), Akkoord.NEE: _("Nee"), Akkoord.GEEN_ANTWOORD: _("Geen antwoord")}


@dataclass(frozen=True)
class Kaart:
    """One parent. `sleutel` is the key among the verzorgers; without `inzage` nothing was offered yet."""

    sleutel: UUID
    naam: str
    mail: str
    gezag: bool
    inzage: Inzage | None = None
    reageren_tot: date | None = None
    door: str = ""
    versie: int = 0
    zienswijzen: Sequence[Tekst] = ()
    correcties: Sequence[Tekst] = ()

    @property
    def op_papier(self) -> bool:
        """Did this parent get the report on paper?"""
        return self.inzage is not None and self.inzage.wijze == Wijze.PAPIER

    @property
    def open_correcties(self) -> int:
        """How many requests to correct wait for an answer?"""
        return sum(not verzoek.besluit for verzoek in self.correcties)

    @property
    def eens(self) -> _StrPromise | str:
        """What the parent answered to: do you agree?"""
        gegeven = self.inzage.akkoord if self.inzage else ""
        return _EENS[Akkoord(gegeven)] if gegeven else "–"

    @property
    def stand(self) -> tuple[_StrPromise, str, str]:
        """How far this parent is: words, colour and icon."""
        if self.inzage is None:
            return NIET_UITGENODIGD
        if self.open_correcties:
            return CORRECTIE
        if self.zienswijzen:
            return ZIENSWIJZE
        if self.inzage.gezien_op:
            return GETEKEND
        return GELEZEN if self.inzage.geopend_op else UITGENODIGD


def kaarten_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Kaart, ...]:
    """A card for every parent with gezag, and for who was invited before and no longer has gezag."""
    return tuple(_Lezer(actor, dossier, slot).kaarten())


class _Lezer:
    """Reads everything about the parents of one dossier once."""

    def __init__(self, actor: Actor, dossier: Dossier, slot: Slot) -> None:
        self.actor, self.dossier, self.slot = actor, dossier, slot
        self.regels = ouderregels_for(actor, dossier, inhoud_for(actor, dossier, slot))
        self.inzages = list(inzages_for(actor, dossier))
        self.zienswijzen = zienswijzen_for(actor, dossier, slot)
        self.correcties = correcties_for(actor, dossier, slot)
        self.versies = {versie.id: versie.nummer for versie in versies_for(actor, dossier)}
        self.collegas = collegas_for(actor, [inzage.aangeboden_door for inzage in self.inzages])

    def kaarten(self) -> Iterator[Kaart]:
        bekend = {regel.wie.sleutel for regel in self.regels}
        for regel in self.regels:
            yield self._kaart(regel.wie.sleutel, regel.wie.naam, regel.wie.mail, regel.inzage, gezag=True)
        for inzage in self.inzages:
            if inzage.verzorger_id not in bekend:
                naam, mail = naam_en_mail_for(self.actor, inzage, self.slot)
                yield self._kaart(inzage.verzorger_id, naam, mail, inzage, gezag=False)

    def _kaart(self, sleutel: UUID, naam: str, mail: str, inzage: Inzage | None, *, gezag: bool) -> Kaart:
        if inzage is None:
            return Kaart(sleutel, naam, mail, gezag)
        return Kaart(
            sleutel, naam, naam_en_mail_for(self.actor, inzage, self.slot)[1], gezag, inzage,
            reageren_tot=reageren_tot_for(self.actor, self.dossier, inzage),
            door=self.collegas.get(inzage.aangeboden_door, ""),
            versie=self.versies[inzage.gezien_versie_id] if inzage.gezien_versie_id else 0,
            zienswijzen=[tekst for tekst in self.zienswijzen if tekst.inzage_id == inzage.id],
            correcties=[tekst for tekst in self.correcties if tekst.inzage_id == inzage.id],
        )  # fmt: skip
