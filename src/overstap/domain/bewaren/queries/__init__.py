"""What is due, and what was proposed, released and destroyed?"""

from overstap.domain.bewaren.queries.beurt import Bewaard, bewaard_for, keuzes_for
from overstap.domain.bewaren.queries.document import Spoor, sporen_for
from overstap.domain.bewaren.queries.incident import Geraakt, geraakt_for
from overstap.domain.bewaren.queries.kolommen import Kolom, kolommen_for
from overstap.domain.bewaren.queries.lijsten import (
    Lijstregel,
    op_een_lijst_for,
    regel_for,
    regels_for,
    vernietiging_for,
    vernietigingen_for,
)

__all__ = [
    "Bewaard",
    "Geraakt",
    "Kolom",
    "Lijstregel",
    "Spoor",
    "bewaard_for",
    "geraakt_for",
    "keuzes_for",
    "kolommen_for",
    "op_een_lijst_for",
    "regel_for",
    "regels_for",
    "sporen_for",
    "vernietiging_for",
    "vernietigingen_for",
]
