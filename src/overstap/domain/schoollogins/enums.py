"""Which login services can a school have its colleagues come in with?"""

from __future__ import annotations

from overstap.foundation.choice import SentenceChoice


class Schoolloginsoort(SentenceChoice):
    """Whose login service it is."""

    EIGEN = (
        "eigen",
        "De inlogdienst van uw school of bestuur",
        "Zoals Microsoft of Google. Uw ICT geeft u een adres, een naam en een geheim.",
    )
    ENTREE = (
        "entree",
        "Entree Federatie van Kennisnet",
        "Wie Overstap beheert, sloot Entree aan. U hoeft verder niets in te vullen.",
    )
