"""What is one act for many pupils, and how is it done for each of them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import transaction

from overstap.domain.adviezen.actions import AdviesGeweigerd
from overstap.domain.dossiers.rules import NietInvulbaar, StapNietMogelijk
from overstap.domain.inzages.actions import InzageGeweigerd
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd
from overstap.domain.overdrachten.queries import Regel
from overstap.foundation.access import Recht
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.ouderkaarten import Kaart

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

# What an act of the domain raises when it cannot be done, with sentences that say why.
GEWEIGERD = (InzageGeweigerd, NietInvulbaar, StapNietMogelijk, OverdrachtGeweigerd, AdviesGeweigerd)
Doen = Callable[[], object]


@dataclass(frozen=True)
class Brief:
    """A code that is shown once, with what its letter needs."""

    dossier: Dossier
    kaart: Kaart
    code: str
    termijn: int


@dataclass
class Uitkomst:
    """For whom it was done and for whom not, each with a line of words; the codes that came of it."""

    gedaan: list[tuple[Regel, str]] = field(default_factory=list)
    niet: list[tuple[Regel, str, str]] = field(default_factory=list)
    brieven: list[Brief] = field(default_factory=list)


@dataclass(frozen=True)
class Samenact:
    """One act for many: the verb on the button, what it asks, for whom not, and what to do for one pupil.

    `stappen` gives (for whom, act) for one pupil: each is done, or refused, on its own. `vooraf` says of one pupil
    whom it is about, before anything is done. What `weegt` is done only by who just proved who it is.
    """

    naam: str
    werkwoord: Any
    uitleg: Any
    recht: Recht
    bezwaar: Callable[[Verzoek, Regel], str]
    stappen: Callable[[Verzoek, Regel, dict[str, Any], Uitkomst], Iterator[tuple[str, Doen]]]
    formulier: Callable[[Verzoek], forms.Form] = lambda request: forms.Form(getypt(request))
    vooraf: Callable[[Verzoek, Regel], list[str]] = lambda _request, _regel: []
    weegt: bool = False


def voer_uit(act: Samenact, request: Verzoek, regels: Sequence[Regel], waarden: dict[str, Any]) -> Uitkomst:
    """Do the act for each of these pupils; whoever cannot is named with the reason, and the others go on."""
    uit = Uitkomst()
    for regel in regels:
        if bezwaar := act.bezwaar(request, regel):
            uit.niet.append((regel, "", bezwaar))
            continue
        for wie, doe in act.stappen(request, regel, waarden, uit):
            try:
                with transaction.atomic():
                    doe()
            except GEWEIGERD as fout:
                uit.niet.append((regel, wie, _zin(fout)))
            else:
                uit.gedaan.append((regel, wie))
    return uit


def _zin(fout: Exception) -> str:
    if isinstance(fout, AdviesGeweigerd):
        return " ".join(een.zin for een in fout.fouten)
    return str(getattr(fout, "zin", ""))
