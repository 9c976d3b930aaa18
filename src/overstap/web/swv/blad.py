"""What stands on the page of one case, gathered once from the domain?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from overstap.domain.rapporten.snapshot import Sectieweergave
from overstap.domain.scholen.queries import collegas_for, medewerkers_for, organisatienamen_for
from overstap.domain.zorgroutes.enums import Routestaat, Zaakbestandsoort, Zaakstuksoort
from overstap.domain.zorgroutes.queries import zaakblad_for
from overstap.domain.zorgroutes.rules import KOLOMMEN
from overstap.foundation.access import RECHTEN, Actor, Recht, Rol
from overstap.foundation.audit.queries import gebeurtenissen_for, gebeurtenissen_over_for
from overstap.web.components import downloads
from overstap.web.components.logzinnen import Logregel, als_collega, genoemde_organisaties, logregels
from overstap.web.swv.zetten import Zet, zetten

if TYPE_CHECKING:
    from uuid import UUID

    from overstap.domain.zorgroutes.models import Zorgroute
    from overstap.domain.zorgroutes.queries import Bestandregel, Stukregel, Vraag

LOGREGELS = 50


@dataclass(frozen=True)
class Stukbeeld:
    """Something that the samenwerkingsverband wrote: who as what, when, and the text."""

    kop: str
    door: str
    op: datetime
    tekst: str


class Blad:
    """One case as its page shows it."""

    def __init__(self, actor: Actor, route: Zorgroute, at: datetime) -> None:
        self.actor, self.route = actor, route
        self.zaak = zaakblad_for(actor, route.id, at)
        self.naam = route.dossier.leerling.naam
        self.staat = Routestaat(route.staat)

    @property
    def heropend_op(self) -> datetime | None:
        """When the basisschool opened its report again after it sent this, to mend something (art. 19 AVG)."""
        op, verstuurd = self.route.dossier.heropend_op, self.route.verstuurd_op
        return op if op and verstuurd and op > verstuurd else None

    @cached_property
    def stappen(self) -> list[dict[str, str]]:
        """The columns of the board as steps: done, now, later."""
        nu = next((nummer for nummer, (_titel, staten) in enumerate(KOLOMMEN) if self.staat in staten), -1)
        return [
            {"naam": titel, "staat": "klaar" if nummer < nu else ("nu" if nummer == nu else "straks")}
            for nummer, (titel, _staten) in enumerate(KOLOMMEN)
        ]

    @property
    def zetten(self) -> list[Zet]:
        """Where this person can move the case now."""
        return zetten(self.actor, self.zaak.naar)

    @cached_property
    def rapport(self) -> tuple[Sectieweergave, ...]:
        """The part of the report that was sent, without empty secties."""
        return tuple(sectie for sectie in self.zaak.rapport if sectie.blokken)

    @property
    def oso(self) -> Bestandregel | None:
        """The OSO file, once the worker made it; the newest, when an older one was held back."""
        oso = [een for een in self.zaak.bestanden if een.soort is Zaakbestandsoort.OSO]
        return next((een for een in oso if een.reden is None), oso[-1] if oso else None)

    @property
    def bijlagen(self) -> list[dict[str, Any]]:
        """The attachments that the basisschool released, also those that were held back since, with why."""
        return [
            {
                "naam": een.bestandsnaam,
                "href": reverse("swv:bestand", args=[self.route.id, een.id]),
                "soort": downloads.soort(een.mime),
                "omvang": een.omvang,
                "bestand": een,
            }
            for een in self.zaak.bestanden
            if een.soort is Zaakbestandsoort.BIJLAGE
        ]

    @property
    def vragen(self) -> list[tuple[Vraag, str]]:
        """Every question with the name of who asked."""
        return [(vraag, self._wie(vraag.gesteld_door)) for vraag in self.zaak.vragen]

    @property
    def adviezen(self) -> list[Stukbeeld]:
        """What experts advised."""
        return [self._beeld(stuk) for stuk in self.zaak.stukken if stuk.soort is Zaakstuksoort.DESKUNDIGENADVIES]

    @property
    def notities(self) -> list[Stukbeeld]:
        """What colleagues noted."""
        return [self._beeld(stuk) for stuk in self.zaak.stukken if stuk.soort is Zaakstuksoort.NOTITIE]

    @property
    def behandelaar(self) -> str:
        """Who took the case up, or empty."""
        wie = self.zaak.zaak.behandelaar_id
        return self._wie(wie) if wie else ""

    @cached_property
    def kijkers(self) -> list[tuple[str, str]]:
        """(name, function) of everybody here who can open this case."""
        mensen = medewerkers_for(self.actor, self.actor.werkt_bij)
        return [
            (mens.account.naam, Rol(mens.rol).label)
            for mens in mensen
            if Recht.ZORGAANMELDING_BEHANDELEN in RECHTEN[Rol(mens.rol)]
        ]

    @cached_property
    def log(self) -> list[Logregel]:
        """What this samenwerkingsverband did with the case, newest first."""
        # What parents and school may know stands in the chain of the dossier, the rest only about the case itself.
        van_dossier = gebeurtenissen_for(self.actor, self.route.dossier_id)[:LOGREGELS]
        van_zaak = gebeurtenissen_over_for(self.actor, self.route.id).filter(dossier_id=None)[:LOGREGELS]
        alles = [*van_dossier, *van_zaak]
        namen = collegas_for(self.actor, (g.actor_id for g in alles if g.actor_id))
        organisaties = organisatienamen_for(self.actor, genoemde_organisaties(alles))
        wie = als_collega(namen, organisaties)
        eigen = logregels(van_zaak, wie, organisaties)
        samen = [*logregels(van_dossier, wie, organisaties, per_dag=True), *eigen]
        return sorted(samen, key=lambda regel: regel.op, reverse=True)[:LOGREGELS]

    def _beeld(self, stuk: Stukregel) -> Stukbeeld:
        kop = stuk.deskundige.label if stuk.deskundige else stuk.soort.label
        return Stukbeeld(kop, self._wie(stuk.geschreven_door), stuk.geschreven_op, stuk.tekst)

    def _wie(self, account_id: UUID) -> str:
        return self._namen.get(account_id) or _("een oud-collega")

    @cached_property
    def _namen(self) -> dict[UUID, str]:
        blad = self.zaak
        ids = {stuk.geschreven_door for stuk in blad.stukken} | {vraag.gesteld_door for vraag in blad.vragen}
        return collegas_for(self.actor, {*ids, *([blad.zaak.behandelaar_id] if blad.zaak.behandelaar_id else [])})
