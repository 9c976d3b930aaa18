"""What stands on the page of one case of a school elsewhere, gathered once from the domain?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.rapporten.snapshot import Sectieweergave
from overstap.domain.scholen.queries import collegas_for
from overstap.domain.zorgroutes.enums import Zaakstuksoort
from overstap.domain.zorgroutes.rules import KOLOMMEN
from overstap.foundation.access import Actor
from overstap.foundation.audit.queries import gebeurtenissen_over_for
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.components import downloads
from overstap.web.components.logzinnen import Logregel, als_collega, logregels
from overstap.web.swv.blad import LOGREGELS, Stukbeeld
from overstap.web.swv.zetten import Zet, zetten

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries.buiten import Buitenblad


class Buitenbeeld:
    """One case as its page shows it."""

    def __init__(self, actor: Actor, blad: Buitenblad) -> None:
        self.actor, self.zaak = actor, blad
        self.aanbod, self.staat, self.naam = blad.aanbod, blad.staat, blad.ontvangst.naam
        self.school = blad.formulier.school or blad.aanbod.bron_brin

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
        """What came of the report, without empty secties."""
        return tuple(sectie for sectie in self.zaak.rapport if sectie.blokken)

    @property
    def bijlagen(self) -> list[dict[str, Any]]:
        """The attachments that came with it; one that was refused says why, and cannot be opened."""
        return [
            {
                "naam": een.omschrijving or een.bestandsnaam,
                "href": "" if een.rij.weigerreden else self._adres(een.rij.id),
                "soort": downloads.soort(een.rij.mime),
                "omvang": een.rij.omvang,
                "stand": "" if een.rij.scanstaat is Scanstaat.VEILIG else een.rij.scanstaat.label,
                "reden": Weigerreden(een.rij.weigerreden).zin if een.rij.weigerreden else "",
            }
            for een in self.zaak.bijlagen
        ]

    def _adres(self, stuk_id: Any) -> str:
        return reverse("swv:buiten_bijlage", args=[self.aanbod.id, stuk_id])

    @property
    def adviezen(self) -> list[Stukbeeld]:
        """What experts advised."""
        return self._beelden(Zaakstuksoort.DESKUNDIGENADVIES)

    @property
    def notities(self) -> list[Stukbeeld]:
        """What colleagues noted."""
        return self._beelden(Zaakstuksoort.NOTITIE)

    @property
    def behandelaar(self) -> str:
        """Who took the case up, or empty."""
        wie = self.zaak.zaak.behandelaar_id
        return self._namen.get(wie, "") if wie else ""

    @property
    def terug_mislukt(self) -> str:
        """Why the decision did not arrive at the school, and what to do; empty when it did, or was not told."""
        if self.zaak.terug is not Meldstand.NIET_GELUKT:
            return ""
        code, opgegeven = self.aanbod.terugcode, self.aanbod.terugstand == Meldstand.ONDERWEG
        zonder = Uitkomst.TECHNISCH if opgegeven else Uitkomst.NIET_AANGESLOTEN
        return (uitgaven()[NIEUWSTE].code(code).betekent if code else zonder).zin_bij_terug

    @cached_property
    def log(self) -> list[Logregel]:
        """What this samenwerkingsverband did with it, newest first; it stands in its own log alone."""
        gebeurtenissen = list(gebeurtenissen_over_for(self.actor, self.aanbod.id)[:LOGREGELS])
        namen = collegas_for(self.actor, (g.actor_id for g in gebeurtenissen if g.actor_id))
        return logregels(gebeurtenissen, als_collega(namen, {}), {}, per_dag=True)

    def _beelden(self, soort: Zaakstuksoort) -> list[Stukbeeld]:
        return [
            Stukbeeld(
                stuk.deskundige.label if stuk.deskundige else stuk.soort.label,
                self._namen.get(stuk.geschreven_door, ""),
                stuk.geschreven_op,
                stuk.tekst,
            )
            for stuk in self.zaak.stukken
            if stuk.soort is soort
        ]

    @cached_property
    def _namen(self) -> dict[Any, str]:
        wie = self.zaak.zaak.behandelaar_id
        ids = {stuk.geschreven_door for stuk in self.zaak.stukken} | ({wie} if wie else set())
        return collegas_for(self.actor, ids)
