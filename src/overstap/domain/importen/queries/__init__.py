"""What waits for a decision, what do we already have of a pupil, and what can still be undone?"""

from overstap.domain.importen.queries.dubbel import lijkers_for
from overstap.domain.importen.queries.herstel import herstel_for, herstelbaar_for, rijen_for
from overstap.domain.importen.queries.ontvangst import ontvangst_for, ontvangstbeeld_for, ontvangsten_for
from overstap.domain.importen.queries.partij import (
    Partijregel,
    bron_for,
    dubbel_for,
    gereed_for,
    namens_for,
    partij_for,
    partijen_for,
    regel_for,
    regels_for,
    te_doen_for,
)
from overstap.domain.importen.queries.upload import bytes_for, upload_for, uploads_for
from overstap.domain.importen.queries.vergelijken import (
    Vergelijking,
    bekend_for,
    geschreven_bij,
    kenmerkhash_for,
    leerlinghash_for,
    opgehaald_for,
    oude_gegevens_for,
    vergelijking_for,
    vraag_for,
)

__all__ = [
    "Partijregel",
    "Vergelijking",
    "bekend_for",
    "bron_for",
    "bytes_for",
    "dubbel_for",
    "gereed_for",
    "geschreven_bij",
    "herstel_for",
    "herstelbaar_for",
    "kenmerkhash_for",
    "leerlinghash_for",
    "namens_for",
    "ontvangst_for",
    "ontvangstbeeld_for",
    "ontvangsten_for",
    "opgehaald_for",
    "oude_gegevens_for",
    "partij_for",
    "partijen_for",
    "regel_for",
    "regels_for",
    "rijen_for",
    "te_doen_for",
    "upload_for",
    "uploads_for",
    "vergelijking_for",
    "vraag_for",
    "lijkers_for",
]
