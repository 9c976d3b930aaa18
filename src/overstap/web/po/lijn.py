"""What does the basisschool read about a vo school that asked for a report in its own administration (OSO)?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.overdrachten.rules.lijn import GELUKT
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.components.jinja.filters import datum

if TYPE_CHECKING:
    from overstap.domain.overdrachten.queries.lijn import Lijnvraag


@dataclass(frozen=True)
class Lijnregel:
    """One school that asked: in sentences, with the code for who must look into it, and what can be done about it."""

    lasvraag_id: UUID
    school_id: UUID
    school: str
    op: datetime
    zinnen: tuple[str, ...]
    code: str
    mag_melden: bool
    mislukt: bool


def lijnregel(vraag: Lijnvraag) -> Lijnregel | None:
    """None of who simply got it: the journey of the report says so already."""
    rij = vraag.rij
    if rij.uitkomst == GELUKT and not vraag.nieuwer:
        return None
    mislukt = vraag.meldstand is Meldstand.NIET_GELUKT
    return Lijnregel(
        lasvraag_id=rij.id,
        school_id=rij.vrager_id,
        school=rij.vrager.naam,
        op=rij.gevraagd_op,
        zinnen=(_toen(vraag), *_verder(vraag)),
        code=rij.meldcode if mislukt else rij.code,
        mag_melden=vraag.mag_melden,
        mislukt=mislukt,
    )


def _toen(vraag: Lijnvraag) -> str:
    """What it got when it asked."""
    if vraag.nieuwer:
        return _("De school kreeg toen een oudere versie.")
    return Uitkomst(vraag.rij.uitkomst).zin_bij_de_bron


def _verder(vraag: Lijnvraag) -> tuple[str, ...]:
    """What happened since, or can be done now."""
    rij, naam = vraag.rij, {"school": vraag.rij.vrager.naam}
    if vraag.meldstand is Meldstand.ONDERWEG:
        return (_("U liet weten dat het klaarstaat. Overstap geeft dat nu door."),)
    if vraag.meldstand is Meldstand.ONTVANGEN and rij.gemeld_op is not None:
        op = {"dag": datum(rij.gemeld_op)}
        return (
            _("U liet op %(dag)s weten dat het klaarstaat. De administratie van de school heeft dat ontvangen.") % op,
        )
    if vraag.meldstand is Meldstand.NIET_GELUKT:
        return (
            _("Laten weten lukte niet. Dat ligt niet aan u. Bel %(school)s: zij kan het rapport nu gewoon opvragen.")
            % naam,
            _("Geef de code aan uw beheerder."),
        )
    if vraag.mag_melden and vraag.nieuwer:
        return (_("Nu staat er een nieuwere versie klaar. U kunt dat laten weten."),)
    if vraag.mag_melden:
        return (_("Nu staat het klaar. U kunt dat laten weten."),)
    return (_("Stuur het rapport. Daarna kunt u laten weten dat het klaarstaat."),) if _wacht_op_u(vraag) else ()


def _wacht_op_u(vraag: Lijnvraag) -> bool:
    return vraag.rij.uitkomst == Uitkomst.NIET_GEREED and not vraag.gestuurd
