"""How far is a report on its way to one vo school: sent, put ready, fetched, read?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from overstap.foundation.access import Rol
from overstap.web.components.jinja.filters import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from overstap.domain.overdrachten.models import Overdracht
    from overstap.domain.scholen.models import Aanstelling


@dataclass(frozen=True)
class Functies:
    """In which function somebody at a vo school works; po reads functions there, no names of who looked."""

    per_account: Mapping[UUID, str]

    @classmethod
    def van(cls, kijkers: Iterable[Aanstelling]) -> Functies:
        """From the people who may receive there."""
        return cls({mens.account_id: Rol(mens.rol).label for mens in kijkers})

    def wie(self, account_id: UUID | None) -> str:
        """The function of an account, or who it must be when that person left."""
        return self.per_account.get(account_id, _("een medewerker")) if account_id else ""


def tijdlijn(
    overdracht: Overdracht, functies: Functies, door: str, nu: datetime, *, mislukt: bool
) -> list[dict[str, Any]]:
    """The steps of one transfer for `m.tijdlijn`; the first that did not happen yet is the current one.

    `mislukt`: the worker gave up making the file.
    """
    school = overdracht.ontvanger.naam
    maken = _("Het bestand kon niet worden gemaakt.") if mislukt else _("Het bestand wordt gemaakt.")
    stappen = [
        _stap(_("Verstuurd"), overdracht.verstuurd_op, nu, door and _("Door %(wie)s.") % {"wie": door}, ""),
        _stap(
            _("Klaargezet"), overdracht.klaargezet_op, nu,
            _("Het bestand voor de leerlingadministratie staat klaar."), maken,
        ),
        _stap(
            _("Opgehaald"), overdracht.opgehaald_op, nu,
            _opgehaald(overdracht, functies),
            _("%(school)s haalde het bestand nog niet op.") % {"school": school},
        ),
        _stap(
            _("Gelezen"), overdracht.gelezen_op, nu,
            _("Door: %(functie)s.") % {"functie": functies.wie(overdracht.gelezen_door)},
            _("%(school)s opende het rapport nog niet.") % {"school": school},
        ),
    ]  # fmt: skip
    for stap in stappen:
        if stap["staat"] == "straks":
            stap["staat"] = "nu"
            break
    return stappen


def _opgehaald(overdracht: Overdracht, functies: Functies) -> str:
    if overdracht.opgehaald_door_las:
        return _("Door de leerlingadministratie van de school, via OSO.")
    return _("Door: %(functie)s.") % {"functie": functies.wie(overdracht.opgehaald_door)}


def _stap(naam: str, op: datetime | None, nu: datetime, klaar: str, wacht: str) -> dict[str, Any]:
    if op is None:
        return {"naam": naam, "staat": "straks", "moment": "", "tekst": wacht}
    return {"naam": naam, "staat": "klaar", "moment": moment(op, nu), "tekst": klaar}
