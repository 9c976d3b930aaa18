"""What does the form of a sectie suggest where nobody wrote yet? A suggestion is stored when somebody saves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstap.domain.rapporten.catalogue import Sectie
from overstap.domain.rapporten.rules.waarden import een_jaar_eerder
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


def met_voorstel(actor: Actor, dossier: Dossier, sectie: Sectie, inhoud: Inhoud, vandaag: date) -> Inhoud:
    """The content with what can be computed: absence counts from a year before the report must be ready (art. 7)."""
    if sectie.naam != "verzuim" or "verzuim_vanaf" in inhoud:
        return inhoud
    kalender = kalender_uit_instellingen(regio_for(actor, dossier.school_id).instellingen, dossier.schooljaar)
    return inhoud.met({"verzuim_vanaf": een_jaar_eerder(max(vandaag, kalender.definitief))})
