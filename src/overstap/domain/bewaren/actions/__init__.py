"""Which acts choose a term, propose and release a destruction, and carry it out?"""

from overstap.domain.bewaren.actions.incident import noteer_documentvraag, noteer_incident, noteer_logboek
from overstap.domain.bewaren.actions.termijnen import kies_termijn, kies_termijnen_bij
from overstap.domain.bewaren.actions.vernietigen import (
    BYTES,
    RIJEN,
    haal_rijen_weg,
    stel_vernietiging_voor,
    trek_vernietiging_in,
    vernietig_bytes,
    vraag_vernietiging_opnieuw,
    vrijgeven,
)

__all__ = [
    "BYTES",
    "RIJEN",
    "haal_rijen_weg",
    "kies_termijn",
    "kies_termijnen_bij",
    "noteer_documentvraag",
    "noteer_incident",
    "noteer_logboek",
    "stel_vernietiging_voor",
    "trek_vernietiging_in",
    "vernietig_bytes",
    "vraag_vernietiging_opnieuw",
    "vrijgeven",
]
