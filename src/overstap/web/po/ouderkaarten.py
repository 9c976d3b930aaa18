"""What does the school see of each person who may read: the right, invited, read, signed, and what they wrote?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from overstap.domain.gebruikers.rules import mailnummer
from overstap.domain.inzages.enums import Akkoord, Inzagerecht, Stuksoort, Wijze
from overstap.domain.inzages.queries import (
    Stuk,
    Tekst,
    code_gevraagd_for,
    correcties_for,
    inzages_for,
    krijgt_bericht_for,
    ouderregels_for,
    reageren_tot_for,
    stukken_for,
    volgende_herinnering_for,
    wie_for,
    zienswijzen_for,
)
from overstap.domain.inzages.rules import beslist_zelf
from overstap.domain.rapporten.queries import inhoud_for, versies_for
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Actor

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.inzages.models import Inzage
    from overstap.domain.rapporten.snapshot import Inhoud
    from overstap.foundation.sleutels.kast import Slot

NIET_UITGENODIGD = (_("Nog niet uitgenodigd"), "", "open")
OP_VERZOEK = (_("Alleen op verzoek"), "kaal", "info")
UITGENODIGD = (_("Uitgenodigd"), "paars", "brief")
MISLUKT = (_("E-mail kwam niet aan"), "rood", "letop")
GELEZEN = (_("Gelezen"), "paars", "oog")
GETEKEND = (_("Getekend"), "groen", "klaar")
ZIENSWIJZE = (_("Zienswijze"), "blauw", "praat")
CORRECTIE = (_("Wacht op uw antwoord"), "blauw", "letop")
GESLOTEN = (_("Leest niet meer"), "kaal", "info")
DICHT = (_("Toegang gesloten"), "kaal", "slot")

_EENS = {Akkoord.JA: _("Ja"), Akkoord.NEE: _("Nee"), Akkoord.GEEN_ANTWOORD: _("Geen antwoord")}


@dataclass(frozen=True)
class Kaart:
    """One person. `sleutel` is the key among the verzorgers; without `inzage` nothing was offered yet.

    `recht` is the right of today, or None when the data give this person none any more; `dicht` says that the pupil
    became 16 and did not agree that this person reads along.
    """

    sleutel: UUID
    naam: str
    mail: str
    recht: Inzagerecht | None
    inzage: Inzage | None = None
    adresgeheim: bool = False
    contact: str = ""
    reageren_tot: date | None = None
    herinnering: date | None = None
    code_gevraagd: datetime | None = None
    door: str = ""
    versie: int = 0
    dicht: bool = False
    zienswijzen: Sequence[Tekst] = ()
    correcties: Sequence[Tekst] = ()
    stukken: Sequence[Stuk] = ()

    @property
    def gesloten(self) -> bool:
        """Did the school close the way in of this person?"""
        return self.inzage is not None and self.inzage.gesloten_op is not None

    @property
    def te_sluiten(self) -> bool:
        """Is there a way in that withdrawing the invitation is not meant for: who read, signed, or lost the right?"""
        inzage = self.inzage
        if inzage is None or self.op_papier or self.gesloten:
            return False
        kwijt = self.recht is None or self.gezag is not Inzagerecht(inzage.recht).reageert
        return kwijt or inzage.geopend_op is not None or inzage.gezien_op is not None

    @property
    def gezag(self) -> bool:
        """Does the report wait for this person?"""
        return self.recht is not None and self.recht.reageert

    @property
    def reageert(self) -> bool:
        """May this person sign and answer, by the right on which it was offered?"""
        return self.inzage is not None and Inzagerecht(self.inzage.recht).reageert

    @property
    def op_papier(self) -> bool:
        """Did this person get the report on paper?"""
        return self.inzage is not None and self.inzage.wijze == Wijze.PAPIER

    @property
    def mailnummer(self) -> str:
        """What the mails to this person and the letter with the code have in common."""
        return mailnummer(self.inzage.ouder_id) if self.inzage else ""

    @property
    def open_correcties(self) -> int:
        """How many requests to correct wait for an answer?"""
        return sum(not verzoek.besluit for verzoek in self.correcties)

    @property
    def handtekeningen(self) -> list[Stuk]:
        """The scans of a signature on paper."""
        return [stuk for stuk in self.stukken if stuk.rij.stuksoort == Stuksoort.HANDTEKENING]

    def bij(self, tekst: Tekst) -> list[Stuk]:
        """The files that belong to one zienswijze or correctieverzoek."""
        return [stuk for stuk in self.stukken if stuk.hoort_bij(tekst)]

    @property
    def eens(self) -> _StrPromise | str:
        """What the parent answered to: do you agree?"""
        gegeven = self.inzage.akkoord if self.inzage else ""
        return _EENS[Akkoord(gegeven)] if gegeven else "–"

    @property
    def stand(self) -> tuple[_StrPromise, str, str]:
        """How far this person is: words, colour and icon."""
        if self.inzage is None:
            return NIET_UITGENODIGD if self.gezag else OP_VERZOEK
        standen = (
            (self.open_correcties > 0, CORRECTIE),
            (self.gesloten, DICHT),
            (self.dicht, GESLOTEN),
            (bool(self.zienswijzen), ZIENSWIJZE),
            (self.inzage.gezien_op is not None, GETEKEND),
            (self.inzage.geopend_op is not None, GELEZEN),
            (self.inzage.mail_mislukt_op is not None, MISLUKT),
        )
        return next((stand for past, stand in standen if past), UITGENODIGD)


def kaarten_for(
    actor: Actor, dossier: Dossier, slot: Slot, op: date, inhoud: Inhoud | None = None
) -> tuple[Kaart, ...]:
    """A card for everybody with a right to read on this day, and for who was invited before and no longer has one.

    `inhoud` is the report as it is now, when the page read it already.
    """
    inhoud = inhoud_for(actor, dossier, slot) if inhoud is None else inhoud
    return tuple(_Lezer(actor, dossier, slot, inhoud, op).kaarten())


class _Lezer:
    """Reads everything about the readers of one dossier once."""

    def __init__(self, actor: Actor, dossier: Dossier, slot: Slot, inhoud: Inhoud, op: date) -> None:
        self.actor, self.dossier, self.slot, self.inhoud, self.op = actor, dossier, slot, inhoud, op
        self.zelf = beslist_zelf(inhoud, op)
        self.regels = ouderregels_for(actor, dossier, inhoud, op)
        self.inzages = list(inzages_for(actor, dossier))
        self.zienswijzen = zienswijzen_for(actor, dossier, slot)
        self.correcties = correcties_for(actor, dossier, slot)
        self.stukken = stukken_for(actor, dossier, slot)
        self.gevraagd = code_gevraagd_for(actor, dossier)
        self.versies = {versie.id: versie.nummer for versie in versies_for(actor, dossier)}
        self.collegas = collegas_for(actor, [inzage.aangeboden_door for inzage in self.inzages])

    def kaarten(self) -> Iterator[Kaart]:
        bekend = {regel.wie.sleutel for regel in self.regels}
        for regel in self.regels:
            wie = regel.wie
            kaart = Kaart(wie.sleutel, wie.naam, wie.mail, wie.recht, adresgeheim=wie.adresgeheim)
            yield self._met(kaart, regel.inzage) if regel.inzage else kaart
        for inzage in self.inzages:
            if inzage.verzorger_id not in bekend:
                naam = wie_for(self.actor, inzage, self.slot).naam
                yield self._met(Kaart(inzage.verzorger_id, naam, "", None), inzage)

    def _met(self, kaart: Kaart, inzage: Inzage) -> Kaart:
        wie = wie_for(self.actor, inzage, self.slot)
        return Kaart(
            kaart.sleutel, kaart.naam, wie.mail, kaart.recht, inzage, kaart.adresgeheim, wie.contact,
            reageren_tot=reageren_tot_for(self.actor, self.dossier, inzage),
            herinnering=(
                volgende_herinnering_for(self.actor, self.dossier, inzage, self.op)
                if krijgt_bericht_for(self.actor, inzage, self.inhoud, self.op)
                else None
            ),
            code_gevraagd=self.gevraagd.get(inzage.id),
            door=self.collegas.get(inzage.aangeboden_door, ""),
            versie=self.versies[inzage.gezien_versie_id] if inzage.gezien_versie_id else 0,
            dicht=self.zelf and inzage.recht != Inzagerecht.LEERLING and inzage.meelezen_op is None,
            zienswijzen=[tekst for tekst in self.zienswijzen if tekst.inzage_id == inzage.id],
            correcties=[tekst for tekst in self.correcties if tekst.inzage_id == inzage.id],
            stukken=[stuk for stuk in self.stukken if stuk.rij.inzage_id == inzage.id],
        )  # fmt: skip
