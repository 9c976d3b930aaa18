"""What stands on the page of one report that was sent here, gathered once from the domain?"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.adviezen.enums import Niveau, Toetsadvies
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.queries import Stuk, Tekst, stukken_for, zienswijzen_for
from overstap.domain.overdrachten.queries import ging_mee_for, kijkers_for, oso_mislukt_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import bevroren_for, pdf_klaar_for, pdf_mislukt_for
from overstap.domain.rapporten.snapshot import Inhoud, Sectieweergave, weergave
from overstap.domain.scholen.queries import collegas_for, organisatienamen_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.web.components import downloads
from overstap.web.components.groei import Trede, Vakbeeld, groei, treden
from overstap.web.components.logzinnen import Logregel, als_collega, genoemde_organisaties, logregels

if TYPE_CHECKING:
    from overstap.domain.overdrachten.models import Overdracht

LOGREGELS = 50


@dataclass(frozen=True)
class Bijlageregel:
    """One attachment as the vo school sees it; `staat` says how its check went when there is something to say.

    `url` is empty for one that nobody can have; `reden` then says why. `bekijk` is where a browser shows it.
    """

    omschrijving: str
    soort: str
    mime: str
    omvang: int
    url: str
    staat: str = ""
    reden: str = ""
    bekijk: str = ""

    @property
    def naam(self) -> str:
        """What the basisschool calls it, else what kind it is."""
        return self.omschrijving or self.soort

    @property
    def bestand(self) -> str:
        """The kind of file: "pdf"."""
        return downloads.soort(self.mime)


class Blad(ABC):
    """What the pages of every received report share, wherever it came from."""

    @property
    @abstractmethod
    def inhoud(self) -> Inhoud:
        """The report itself."""

    @property
    @abstractmethod
    def advies(self) -> Niveau | None:
        """The definitive advice."""

    @cached_property
    def secties(self) -> tuple[Sectieweergave, ...]:
        """The report for a vo school, without empty secties."""
        return tuple(sectie for sectie in weergave(self.inhoud, Publiek.VO) if sectie.blokken)

    @property
    def voorlopig(self) -> Niveau | None:
        """The first advice."""
        waarde = self.inhoud.get("advies_voorlopig")
        return Niveau(str(waarde)) if waarde else None

    @property
    def toets(self) -> Toetsadvies | None:
        """What the doorstroomtoets said, when it is one of the six categories."""
        waarde = (self.inhoud.get("doorstroomtoets") or {}).get("toetsadvies")
        return Toetsadvies(str(waarde)) if waarde else None

    @property
    def toets_hoger(self) -> bool:
        """Did the test come out higher than the definitive advice?"""
        advies, toets = self.advies, self.toets
        return advies is not None and toets is not None and advies.rang is not None and toets.rang > advies.rang

    @property
    def aandachtspunten(self) -> str:
        """What the mentor should know first, or empty."""
        return str(self.inhoud.get("aandachtspunten") or "")

    @cached_property
    def groei(self) -> tuple[Vakbeeld, ...]:
        """The growth per subject."""
        return groei(self.inhoud)

    @cached_property
    def treden(self) -> tuple[Trede, ...]:
        """The reference levels of the doorstroomtoets."""
        return treden(self.inhoud)


class Voblad(Blad):
    """Everything that travelled along to this vo school about one pupil."""

    adviesbron = gettext_lazy("definitief")

    def __init__(self, actor: Actor, overdracht: Overdracht) -> None:
        self.actor, self.overdracht = actor, overdracht
        self.dossier = overdracht.dossier
        self.naam, self.roepnaam = self.dossier.leerling.naam, self.dossier.leerling.roepnaam
        self._slot = slot_for(actor, self.dossier)

    @cached_property
    def inhoud(self) -> Inhoud:
        """The definitive version that was sent."""
        return bevroren_for(self.actor, self.overdracht.versie, self._slot).inhoud

    @property
    def advies(self) -> Niveau | None:
        """The definitive advice."""
        return Niveau(self.overdracht.advies) if self.overdracht.advies else None

    @cached_property
    def bijlagen(self) -> tuple[Bijlageregel, ...]:
        """The attachments that travelled along."""
        return tuple(
            Bijlageregel(
                bijlage.omschrijving, str(bijlage.rij.get_soort_display()), bijlage.rij.mime, bijlage.rij.omvang,
                reverse("vo:bijlage", args=[self.overdracht.id, bijlage.rij.id]),
                bekijk=reverse("vo:bijlage_bekijken", args=[self.overdracht.id, bijlage.rij.id])
                if bijlage.rij.mime in downloads.TOONBAAR else "",
            )
            for bijlage in ging_mee_for(self.actor, self.overdracht, self._slot)
        )  # fmt: skip

    @property
    def laatste_feit(self) -> dict[str, object]:
        """The last of the facts at the top."""
        aantal = len(self.zienswijzen)
        return {"naam": _("Zienswijze"), "waarde": aantal or _("geen"), "klein": _("van de ouders") if aantal else ""}

    @cached_property
    def zienswijzen(self) -> tuple[Tekst, ...]:
        """What the parents wrote, word for word."""
        return zienswijzen_for(self.actor, self.dossier, self._slot)

    @cached_property
    def stukken(self) -> tuple[Stuk, ...]:
        """The files that belong to the zienswijzen, but for what was refused."""
        return tuple(stuk for stuk in stukken_for(self.actor, self.dossier, self._slot) if not stuk.geweigerd)

    @cached_property
    def pdf_klaar(self) -> bool:
        """Did the worker make the PDF yet?"""
        return pdf_klaar_for(self.actor, self.overdracht.versie, "vo")

    @property
    def oso_klaar(self) -> bool:
        """Did the worker make the OSO file yet?"""
        return self.overdracht.bestand_id is not None

    @cached_property
    def oso_mislukt(self) -> bool:
        """Did the worker give up making the OSO file?"""
        return bool(oso_mislukt_for(self.actor, [self.overdracht]))

    @cached_property
    def pdf_mislukt(self) -> bool:
        """Did the worker give up making the PDF?"""
        return not self.pdf_klaar and bool(pdf_mislukt_for(self.actor, [self.overdracht.versie]))

    @cached_property
    def kijkers(self) -> list[tuple[str, str]]:
        """(name, function) of everybody at this school who can see this report."""
        mensen = kijkers_for(self.actor, self.overdracht.ontvanger_id)
        return [(mens.account.naam, Rol(mens.rol).label) for mens in mensen]

    @cached_property
    def log(self) -> list[Logregel]:
        """What this school did with the report, newest first."""
        gebeurtenissen = list(gebeurtenissen_for(self.actor, self.dossier.id)[:LOGREGELS])
        namen = collegas_for(self.actor, (g.actor_id for g in gebeurtenissen if g.actor_id))
        scholen = organisatienamen_for(self.actor, genoemde_organisaties(gebeurtenissen))
        return logregels(gebeurtenissen, als_collega(namen, scholen), scholen, per_dag=True)
