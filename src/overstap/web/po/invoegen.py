"""Which sentences of the school stand beside a question, and what happens when one is put in or kept?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.utils.translation import gettext as _

from overstap.domain.rapporten.catalogue import Sectie
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zinnen.actions import bewaar_zin
from overstap.domain.zinnen.queries import zin_for, zinnen_for
from overstap.domain.zinnen.rules import ZinGeweigerd, kan_zinnen, maak_algemeen, vul_in
from overstap.foundation.access import NietGevonden
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

VOEG_IN, BEWAAR = "voeg", "bewaar"


@dataclass(frozen=True)
class Zinknop:
    """Which button was pressed: put this sentence in at this veld, or keep the text of this veld as a sentence."""

    opdracht: str
    veld: str
    zin_id: UUID | None = None

    @classmethod
    def uit(cls, waarde: str, sectie: Sectie) -> Zinknop | None:
        """Read the value of a button, `voeg:gedrag_contact:<id>`; None for anything else."""
        opdracht, veld, zin_id, *_rest = *waarde.split(":"), "", ""
        if veld not in {v.naam for v in sectie.velden if kan_zinnen(v)}:
            return None
        if opdracht == BEWAAR:
            return cls(opdracht, veld)
        try:
            return cls(opdracht, veld, UUID(zin_id)) if opdracht == VOEG_IN else None
        except ValueError:
            return None


def zinnen_bij(request: Verzoek, dossier: Dossier, sectie: Sectie, inhoud: Inhoud) -> dict[str, list[tuple[UUID, str]]]:
    """Per veld in which somebody writes: the sentences of the school, about this pupil."""
    gevonden: dict[str, list[tuple[UUID, str]]] = {veld.naam: [] for veld in sectie.velden if kan_zinnen(veld)}
    for zin in zinnen_for(request.actor, gevonden):
        gevonden[zin.veld].append((zin.id, _over(dossier, inhoud, zin.tekst)))
    return gevonden


def met_zin(
    request: Verzoek, dossier: Dossier, inhoud: Inhoud, knop: Zinknop, waarden: Mapping[str, Any]
) -> dict[str, Any]:
    """What was typed, with the sentence after it."""
    if knop.zin_id is None:
        return dict(waarden)
    zin = zin_for(request.actor, knop.zin_id)
    if zin.veld != knop.veld:
        raise NietGevonden
    delen = (waarden.get(knop.veld), _over(dossier, inhoud, zin.tekst))
    return {**waarden, knop.veld: " ".join(deel for deel in delen if deel)}


def bewaar_als_zin(request: Verzoek, dossier: Dossier, knop: Zinknop, tekst: str) -> None:
    """Keep what was typed for the whole school, without the name; why not is said on the page."""
    algemeen = maak_algemeen(tekst, dossier.leerling.roepnaam)
    try:
        bewaar_zin(veld=knop.veld, tekst=algemeen, by=request.actor, at=request.nu)
    except ZinGeweigerd as reden:
        messages.error(
            request, _("Uw tekst is opgeslagen, maar niet als zin van de school. %(zin)s") % {"zin": reden.zin}
        )
    else:
        messages.success(request, _("Uw tekst is nu ook een zin van de school: “%(zin)s”") % {"zin": algemeen})


def _over(dossier: Dossier, inhoud: Inhoud, tekst: str) -> str:
    return vul_in(tekst, dossier.leerling.roepnaam, str(inhoud.get("geslacht") or ""))
