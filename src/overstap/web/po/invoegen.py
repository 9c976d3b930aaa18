"""Which sentences of the school stand beside a question, and what happens when one is put in or kept?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.utils.translation import gettext as _

from overstap.domain.rapporten.catalogue.typen import zonder_opmaak
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zinnen.actions import bewaar_zin
from overstap.domain.zinnen.queries import zin_for, zinnen_for
from overstap.domain.zinnen.rules import ZinGeweigerd, labels_van_plekken, maak_algemeen, plek_van, vul_in
from overstap.foundation.access import NietGevonden
from overstap.web.components.formulier import Sectieformulier
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

VOEG_IN, BEWAAR = "voeg", "bewaar"
KNOP = "zin"

type_zinnen = dict[str, list[tuple[UUID, str]]]


@dataclass(frozen=True)
class Zinknop:
    """Which button was pressed: put this sentence in at this input, or keep the text of this input as a sentence."""

    opdracht: str
    invoer: str
    zin_id: UUID | None = None

    @classmethod
    def uit(cls, data: QueryDict) -> Zinknop | None:
        """Read the button, `voeg:gedrag_contact:<id>`; None when it was another one."""
        opdracht, invoer, zin_id, *_rest = *data.get(KNOP, "").split(":"), "", ""
        if plek_van(invoer) not in labels_van_plekken():
            return None
        if opdracht == BEWAAR:
            return cls(opdracht, invoer)
        try:
            return cls(opdracht, invoer, UUID(zin_id)) if opdracht == VOEG_IN else None
        except ValueError:
            return None


def zinnen_bij(
    request: Verzoek, dossier: Dossier, formulieren: Iterable[Sectieformulier], inhoud: Inhoud
) -> type_zinnen:
    """By input in which somebody writes: the sentences of the school, about this pupil."""
    open_ = [naam for form in formulieren for naam in form.fields if plek_van(naam) in labels_van_plekken()]
    per_plek: type_zinnen = {plek_van(naam): [] for naam in open_}
    for zin in zinnen_for(request.actor, per_plek):
        per_plek[zin.veld].append((zin.id, _over(dossier, inhoud, zin.tekst)))
    return {naam: per_plek[plek_van(naam)] for naam in open_}


def met_zin(request: Verzoek, dossier: Dossier, inhoud: Inhoud, knop: Zinknop | None) -> QueryDict:
    """What was typed, with the sentence after the text of its input."""
    if knop is None or knop.zin_id is None:
        return request.POST
    zin = zin_for(request.actor, knop.zin_id)
    if zin.veld != plek_van(knop.invoer):
        raise NietGevonden
    getypt = request.POST.copy()
    delen = (getypt.get(knop.invoer), _over(dossier, inhoud, zin.tekst))
    getypt[knop.invoer] = " ".join(deel for deel in delen if deel)
    return getypt


def bewaar_als_zin(request: Verzoek, dossier: Dossier, knop: Zinknop) -> None:
    """Keep what was typed for the whole school, without the name; why not is said on the page."""
    if knop.opdracht != BEWAAR:
        return
    tekst = zonder_opmaak(request.POST.get(knop.invoer, "")).strip()
    algemeen = maak_algemeen(tekst, dossier.leerling.roepnaam)
    try:
        bewaar_zin(veld=plek_van(knop.invoer), tekst=algemeen, by=request.actor, at=request.nu)
    except ZinGeweigerd as reden:
        messages.error(
            request, _("Uw tekst is opgeslagen, maar niet als zin van de school. %(zin)s") % {"zin": reden.zin}
        )
    else:
        # Never the text itself: a message is kept outside the dossier's key until it is shown.
        messages.success(
            request, _("Uw tekst is nu ook een zin van de school, zonder de naam. Kijk bij Zinnen of hij zo goed is.")
        )


def _over(dossier: Dossier, inhoud: Inhoud, tekst: str) -> str:
    return vul_in(tekst, dossier.leerling.roepnaam, str(inhoud.get("geslacht") or ""))
