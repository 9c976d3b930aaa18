"""What stands on the page of one parent, gathered once from the domain?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.adviezen.rules import bijstelling_nodig, zin_voor_ouders
from overstap.domain.bijlagen.queries import LeesbareBijlage, leesbaar_for
from overstap.domain.bijlagen.rules import PLAATJE
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.queries import (
    Gesprek,
    Lezing,
    Stuk,
    Tekst,
    correcties_for,
    gesprekken_for,
    reageren_tot_for,
    stukken_for,
    wie_for,
    zienswijzen_for,
)
from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.overdrachten.queries import overdrachten_for, unieke_code_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import bevroren_for, pdf_klaar_for, versie_for
from overstap.domain.rapporten.snapshot import Inhoud, Sectieweergave, weergave
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.web.components import downloads
from overstap.web.components.groei import maten

if TYPE_CHECKING:
    from overstap.domain.overdrachten.models import Overdracht
    from overstap.domain.rapporten.models import Versie

# Soft hyphen: the longest word of the stairs may break on a telefoon.
TREDEN = ("praktijk\u00adonderwijs", "vmbo basis", "vmbo kader", "vmbo g/t", "havo", "vwo")


@dataclass(frozen=True)
class Bijlageregel:
    """One attachment as a parent sees it."""

    bijlage: LeesbareBijlage

    @property
    def naam(self) -> str:
        """What the school calls it, else what kind it is."""
        return self.bijlage.omschrijving or self.bijlage.rij.get_soort_display()

    @property
    def soort(self) -> str:
        """The kind of file: "pdf"."""
        return downloads.soort(self.bijlage.rij.mime)

    @property
    def is_foto(self) -> bool:
        """Does every browser show it, also on a telephone? Of a PDF that is not sure, so that is a file to keep."""
        return self.bijlage.rij.mime in PLAATJE


class Ouderblad:
    """Everything about one report that one parent may read; nothing of any other parent."""

    def __init__(self, actor: Actor, lezing: Lezing) -> None:
        self.actor, self._lezing = actor, lezing
        self.dossier, self.inzage = lezing.dossier, lezing.inzage
        self.versie, self.recht = lezing.versie, lezing.recht
        self._slot = slot_for(actor, self.dossier)

    @property
    def leerling(self) -> str:
        """How everybody calls the pupil."""
        return str(self.dossier.leerling.roepnaam)

    @property
    def school(self) -> str:
        """The basisschool, for the head of the page."""
        return str(self.dossier.school.naam)

    @property
    def telefoon(self) -> str:
        """The telephone number of the basisschool, or empty."""
        return str(self.dossier.school.gegevens.get("telefoon") or "")

    @cached_property
    def naam(self) -> str:
        """The name of the parent who reads."""
        return wie_for(self.actor, self.inzage, self._slot).ondertekent

    @property
    def alles(self) -> bool:
        """Does this person read everything, or only how the child is doing (BW 1:377c)?"""
        return self.recht is not Inzagerecht.ZONDER_GEZAG

    @cached_property
    def inhoud(self) -> Inhoud:
        """The content without the other carers."""
        return self._inhoud_van(self.versie)

    @cached_property
    def secties(self) -> tuple[Sectieweergave, ...]:
        """The report in plain Dutch, without empty secties."""
        return tuple(sectie for sectie in weergave(self.inhoud, Publiek.OUDERS) if sectie.blokken)

    @property
    def advies(self) -> Niveau | None:
        """The advice in this version: the definitive one, else the first."""
        waarde = self.inhoud.get("advies_definitief") or self.inhoud.get("advies_voorlopig")
        return Niveau(str(waarde)) if waarde else None

    @property
    def advies_definitief(self) -> bool:
        """Is the advice the definitive one?"""
        return bool(self.inhoud.get("advies_definitief"))

    @property
    def toets(self) -> Toetsadvies | None:
        """What the doorstroomtoets said, when it is one of the six categories."""
        waarde = (self.inhoud.get("doorstroomtoets") or {}).get("toetsadvies")
        return Toetsadvies(str(waarde)) if waarde else None

    @property
    def toetszin(self) -> str:
        """What the doorstroomtoets means for the first advice; empty while it is still to come, and afterwards."""
        toets = self.inhoud.get("doorstroomtoets") or {}
        if self.advies is None or self.advies_definitief or "deelgenomen" not in toets:
            return ""
        oordeel = bijstelling_nodig(self.advies, self.toets, dag(self.versie.gemaakt_op))
        return zin_voor_ouders(oordeel, self.leerling, gettext)

    @property
    def treden(self) -> list[dict[str, Any]]:
        """The stairs, or nothing when the advice has no step (vso, no specific advice)."""
        if self.advies is None or not self.advies.treden:
            return []
        return [{"naam": naam, "advies": nummer in self.advies.treden} for nummer, naam in enumerate(TREDEN)]

    @cached_property
    def maten(self) -> list[dict[str, Any]]:
        """The last level per subject, compared with the whole country."""
        return maten(self.inhoud)

    @cached_property
    def bijlagen(self) -> tuple[Bijlageregel, ...]:
        """Every attachment, also those that stay at school."""
        return tuple(Bijlageregel(bijlage) for bijlage in leesbaar_for(self.actor, self.dossier, self._slot))

    @cached_property
    def meningen(self) -> tuple[Tekst, ...]:
        """The own zienswijzen."""
        return zienswijzen_for(self.actor, self.dossier, self._slot)

    @cached_property
    def stukken(self) -> tuple[Stuk, ...]:
        """The own files, also those that the school added on paper."""
        return stukken_for(self.actor, self.dossier, self._slot)

    def bij(self, tekst: Tekst) -> list[Stuk]:
        """The files that belong to one zienswijze or correctieverzoek."""
        return [stuk for stuk in self.stukken if stuk.hoort_bij(tekst)]

    @cached_property
    def gesprekken(self) -> tuple[Gesprek, ...]:
        """The talks with a vo school that the school announced."""
        return gesprekken_for(self.actor, self.dossier, self._slot) if self.alles else ()

    @cached_property
    def fouten(self) -> tuple[Tekst, ...]:
        """The own requests to correct a fact, with the school's answers."""
        return correcties_for(self.actor, self.dossier, self._slot)

    @cached_property
    def overdrachten(self) -> Sequence[Overdracht]:
        """Where the report went: per school what was sent last, which stands in the place of older versions."""
        laatste: dict[UUID, Overdracht] = {}
        for overdracht in overdrachten_for(self.actor, self.dossier):
            laatste.setdefault(overdracht.ontvanger_id, overdracht)
        return list(laatste.values())

    @cached_property
    def unieke_code(self) -> str:
        """What the vo school asks for when this parent applies the pupil; empty while there is none.

        Only for who may apply the pupil, not for who reads along.
        """
        gevonden = unieke_code_for(self.actor, self.dossier, self._slot) if self.recht.reageert else None
        return gevonden.code if gevonden else ""

    @property
    def definitief(self) -> bool:
        """Can the school no longer change the report?"""
        return self.dossier.staat in BEVROREN

    @property
    def heropend(self) -> bool:
        """Is the school writing in it again?"""
        return self.dossier.staat == Staat.HEROPEND

    @cached_property
    def reageren_tot(self) -> date:
        """The last day of the reaction term."""
        return reageren_tot_for(self.actor, self.dossier, self.inzage) or self.inzage.aangeboden

    @cached_property
    def _instellingen(self) -> dict[str, Any]:
        return dict(regio_for(self.actor, self.dossier.school_id).instellingen)

    @cached_property
    def rapportnaam(self) -> str:
        """What the region calls the report, long and short: "onderwijskundig rapport (OKR)"."""
        woorden = self._instellingen["woorden"]
        return f"{woorden['rapport_lang']} ({woorden['rapport']})"

    @cached_property
    def aanmelden(self) -> tuple[date, date]:
        """The aanmeldweek of this school year in this region."""
        kalender = kalender_uit_instellingen(self._instellingen, self.dossier.schooljaar)
        return kalender.aanmeldweek_van, kalender.aanmeldweek_tot

    @cached_property
    def kopie_klaar(self) -> bool:
        """Did the worker make the parents' PDF yet?"""
        return pdf_klaar_for(self.actor, self.versie, "ouders")

    @cached_property
    def getekend(self) -> Versie | None:
        """The version this parent signed for, or None."""
        versie_id = self.inzage.gezien_versie_id
        return versie_for(self.actor, self.dossier, versie_id) if versie_id else None

    @property
    def getekend_op(self) -> datetime | None:
        """When this parent signed."""
        return self.inzage.gezien_op

    @property
    def nieuwer_dan_getekend(self) -> bool:
        """Did the school write something else since? Making it definitief as it was asks no new signature."""
        getekend = self.getekend
        return getekend is not None and getekend.vingerafdruk != self.versie.vingerafdruk

    @cached_property
    def veranderd(self) -> tuple[str, ...]:
        """The titles of the secties that read differently from the version that was signed."""
        if self.getekend is None or not self.nieuwer_dan_getekend:
            return ()
        return tuple(self._andere_secties(self._inhoud_van(self.getekend)))

    def _andere_secties(self, vroeger: Inhoud) -> Iterator[str]:
        toen = {sectie.naam: sectie.blokken for sectie in weergave(vroeger, Publiek.OUDERS)}
        for sectie in weergave(self.inhoud, Publiek.OUDERS):
            if sectie.blokken != toen.get(sectie.naam):
                yield sectie.titel

    def _inhoud_van(self, versie: Versie) -> Inhoud:
        van_nu = versie.id == self.versie.id
        bevroren = self._lezing.bevroren if van_nu else bevroren_for(self.actor, versie, self._slot)
        return Inhoud(voor_ouder(bevroren.inhoud, self.inzage.verzorger_id, self.recht))
