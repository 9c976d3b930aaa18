"""What stands on the page of a report that a vo school took in itself, gathered once from the domain?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import ontvangstbeeld_for, ontvangstbijlagen_for, school_in_regio_for
from overstap.domain.overdrachten.queries import kijkers_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.audit.queries import gebeurtenissen_over_for
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.logzinnen import Logregel, als_collega, logregels
from overstap.web.vo.blad import LOGREGELS, Bijlageregel, Blad

if TYPE_CHECKING:
    from overstap.domain.importen.models import Ontvangst


def herkomst_in_woorden(rij: Ontvangst, *, in_regio: bool) -> str:
    """How a file came, and which school made it; `in_regio`: that school is of our own region."""
    school = " ".join(deel for deel in (rij.van_naam, f"(BRIN {rij.van_brin})") if deel != "(BRIN )")
    hoe = Ontvangstherkomst(rij.herkomst)
    van_school = _("Van een school in uw regio") if in_regio and hoe is Ontvangstherkomst.BASISSCHOOL else hoe.label
    return " · ".join(deel for deel in (van_school, school) if deel)


class Ontvangstblad(Blad):
    """Everything that came in with one file from outside the region."""

    zienswijzen = ()
    adviesbron = gettext_lazy("volgens het bestand")

    def __init__(self, actor: Actor, rij: Ontvangst) -> None:
        self.actor, self.rij = actor, rij
        self.naam, self.roepnaam = rij.naam, rij.roepnaam
        self.beeld = ontvangstbeeld_for(actor, rij)

    @property
    def inhoud(self) -> Inhoud:
        """The report as the file gave it, without what may not be kept."""
        return self.beeld.inhoud

    @property
    def advies(self) -> Niveau | None:
        """The advice that counts: the one that was adjusted, else the only one that the file names."""
        return Niveau(self.rij.advies) if self.rij.advies else None

    @property
    def herkomst(self) -> str:
        """Where it came from, in words: how it came, and which school made it."""
        return herkomst_in_woorden(self.rij, in_regio=bool(self.uit_regio))

    @cached_property
    def uit_regio(self) -> str:
        """The name of the school that made it, when that one is of our own region; else empty."""
        return school_in_regio_for(self.actor, self.rij.van_brin)

    @property
    def laatste_feit(self) -> dict[str, object]:
        """The last of the facts at the top: whether parents read it is not ours to say."""
        dag = datum_jaar(self.beeld.datum) if self.beeld.datum else _("zonder datum")
        return {"naam": _("Bestand van"), "waarde": dag, "klein": self.beeld.pakket}

    @cached_property
    def bijlagen(self) -> tuple[Bijlageregel, ...]:
        """The attachments that came with it, and after them those that could not be read."""
        return (*self._bewaard(), *self._kapot())

    def _bewaard(self) -> Iterator[Bijlageregel]:
        for bijlage in ontvangstbijlagen_for(self.actor, self.rij):
            rij = bijlage.rij
            adres = reverse("vo:ontvangst_bijlage", args=[self.rij.id, rij.id])
            reden = Weigerreden(rij.weigerreden).zin if rij.weigerreden else ""
            yield Bijlageregel(
                bijlage.omschrijving or bijlage.bestandsnaam, str(rij.get_soort_display()), rij.mime, rij.omvang,
                "" if reden else adres, "" if rij.scanstaat is Scanstaat.VEILIG else rij.scanstaat.label, reden,
            )  # fmt: skip

    def _kapot(self) -> Iterator[Bijlageregel]:
        for kapot in self.beeld.kapot:
            naam = kapot.bestandsnaam or _("bijlage zonder naam")
            yield Bijlageregel(naam, naam, "", 0, "", _("Kapot"), kapot.reden)

    @cached_property
    def kijkers(self) -> list[tuple[str, str]]:
        """(name, function) of everybody at this school who can see this report."""
        mensen = kijkers_for(self.actor, self.rij.school_id)
        return [(mens.account.naam, Rol(mens.rol).label) for mens in mensen]

    @cached_property
    def log(self) -> list[Logregel]:
        """What this school did with it, newest first."""
        gebeurtenissen = list(gebeurtenissen_over_for(self.actor, self.rij.id)[:LOGREGELS])
        namen = collegas_for(self.actor, (g.actor_id for g in gebeurtenissen if g.actor_id))
        return logregels(gebeurtenissen, als_collega(namen, {}), {}, per_dag=True)
