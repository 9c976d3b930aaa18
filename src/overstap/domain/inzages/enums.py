"""How was inzage offered, and what did a parent answer?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Wijze(Choice):
    """How the report was offered to a parent."""

    DIGITAAL = "digitaal", "Digitaal, met een uitnodiging per e-mail"
    PAPIER = "papier", "Op papier"


class Papierweg(Choice):
    """In which way a report on paper reached a parent."""

    GESPREK = "gesprek", "Gegeven in een gesprek"
    MEEGEGEVEN = "meegegeven", "Meegegeven in een envelop"
    POST = "post", "Met de post gestuurd"


class Akkoord(Choice):
    """Whether a parent agrees with the content. Signing is for seen; not agreeing blocks nothing."""

    JA = "ja", "Ik ben het eens met het rapport"
    NEE = "nee", "Ik ben het niet eens met het rapport"
    GEEN_ANTWOORD = "geen_antwoord", "Daar geef ik geen antwoord op"


class Correctiebesluit(Choice):
    """What the school decided on a request to correct a fact (art. 16 AVG)."""

    GECORRIGEERD = "gecorrigeerd", "Gecorrigeerd"
    NIET_GECORRIGEERD = "niet_gecorrigeerd", "Niet gecorrigeerd, met uitleg"
