"""What can somebody do with a case at one press, and what does it ask on a page of its own?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from overstap.domain.zorgroutes.actions import verklaar_compleet, zet_in_commissie
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.foundation.access import Actor, Recht


@dataclass(frozen=True)
class Zet:
    """One step of the menu "Zet naar…": its verb; the act when one press is enough, else the page that asks more."""

    staat: Routestaat
    werkwoord: Any
    gedaan: Any = ""
    act: Callable[..., None] | None = None
    pagina: str = ""
    recht: Recht = Recht.ZORGAANMELDING_BEHANDELEN


ZETTEN: dict[Routestaat, Zet] = {
    zet.staat: zet
    for zet in (
        Zet(Routestaat.VRAAG_GESTELD, _("Stel een vraag"), pagina="swv:vraag"),
        Zet(
            Routestaat.COMPLEET,
            _("Verklaar het dossier compleet"),
            _("Het dossier is compleet."),
            act=verklaar_compleet,
        ),
        Zet(
            Routestaat.IN_COMMISSIE,
            _("Leg voor aan de commissie"),
            _("De commissie behandelt nu deze aanmelding."),
            act=zet_in_commissie,
        ),
        Zet(Routestaat.BESLUIT, _("Neem een besluit"), pagina="swv:besluit", recht=Recht.ZORGBESLUIT_NEMEN),
        Zet(
            Routestaat.TERUGGEKOPPELD,
            _("Koppel terug"),
            pagina="swv:terugkoppelen",
            recht=Recht.ZORGBESLUIT_NEMEN,
        ),
    )
}


def zetten(actor: Actor, staten: Iterable[Routestaat]) -> list[Zet]:
    """The steps to these states that this person may take, in the order of the board."""
    kan = set(staten)
    return [zet for staat, zet in ZETTEN.items() if staat in kan and actor.mag(zet.recht)]
