"""How far is a partij, what does one file in it do, what was decided about it, and what is asked of a person?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Partijstand(Choice):
    """What is happening with a partij now; only in `KIEZEN` does it wait for a person."""

    LEZEN = "lezen", "Wordt gelezen"
    KIEZEN = "kiezen", "Wacht op uw keuze"
    OVERNEMEN = "overnemen", "Wordt overgenomen"
    TERUGDRAAIEN = "terugdraaien", "Wordt ongedaan gemaakt"
    ONBRUIKBAAR = "onbruikbaar", "Kan niet worden gelezen"


class Regelsoort(Choice):
    """What taking over one file would do."""

    NIEUW = "nieuw", "Nieuw"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    ONGEWIJZIGD = "ongewijzigd", "Ongewijzigd"
    VRAAG = "vraag", "Vraag"
    FOUT = "fout", "Fout"


class Regelstand(Choice):
    """What was decided about one file, and what came of it."""

    OPEN = "open", "Nog te kiezen"
    GEKOZEN = "gekozen", "Wordt overgenomen"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    MISLUKT = "mislukt", "Niet gelukt"
    TERUG = "terug", "Wordt ongedaan gemaakt"
    ONGEDAAN = "ongedaan", "Ongedaan gemaakt"


class Vraag(Choice):
    """What only a person can answer before a file is taken over. The label is the question, with what to do."""

    GEBOORTEDATUM = (
        "geboortedatum",
        (
            "Een leerling van uw school heeft hetzelfde nummer, maar een andere geboortedatum. "
            "Is het dezelfde leerling? Wij voegen ze niet samen zonder uw antwoord."
        ),
    )
    NUMMER = (
        "nummer",
        (
            "Een leerling van uw school heeft dezelfde geboortedatum en hetzelfde leerlingnummer, maar een ander BSN "
            "of onderwijsnummer. Is het dezelfde leerling? Wij voegen ze niet samen zonder uw antwoord."
        ),
    )
    MET_DE_HAND = (
        "met_de_hand",
        (
            "Deze leerling lijkt op een leerling die iemand op uw school met de hand invoerde. "
            "Is het dezelfde leerling? Wij voegen ze niet samen zonder uw antwoord."
        ),
    )
    DUBBEL = "dubbel", "Deze leerling zit nog een keer in dit ZIP-bestand. Kies welk bestand u overneemt."


class Ontvangstherkomst(Choice):
    """Where a file came from that a vo school took in itself, or a samenwerkingsverband (the last one)."""

    BASISSCHOOL = "basisschool", "Van een basisschool buiten de regio"
    EIGEN_LAS = "eigen_las", "Uit de eigen leerlingadministratie"
    ZORG = "zorg", "Van een school, via OSO"


class Opvraagstand(Choice):
    """How far fetching one pupil from the school's own administration is."""

    ONDERWEG = "onderweg", "Wordt opgevraagd"
    OPGEHAALD = "opgehaald", "Opgehaald"
    NIET_GELUKT = "niet_gelukt", "Niet opgehaald"


# The job that asks for a pupil over the line: acts begin it, and a query sees whether it was given up.
TAAK_OPHALEN = "oso.ophalen"
# The job that still signs off when the Traffic Center was away.
TAAK_AFMELDEN = "oso.afmelden"
