"""In which states can a dossier be, and why does somebody have toegang?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Staat(Choice):
    """The state of a dossier; docs/begrippen.md says what each means."""

    CONCEPT = "concept", "Concept"
    TER_INZAGE = "ter_inzage", "Ter inzage"
    DEFINITIEF = "definitief", "Definitief"
    OVERGEDRAGEN = "overgedragen", "Overgedragen"
    OPGEHAALD = "opgehaald", "Opgehaald"
    GELEZEN = "gelezen", "Gelezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    HEROPEND = "heropend", "Heropend"


class Stap(Choice):
    """The four stages that a page shows."""

    INVULLEN = "invullen", "Invullen"
    OUDERS_LEZEN = "ouders_lezen", "Ouders lezen"
    DEFINITIEF = "definitief", "Definitief"
    BIJ_HET_VO = "bij_het_vo", "Bij het vo"


class Reden(Choice):
    """Why somebody has toegang to a dossier."""

    EIGEN_SCHOOL = "eigen_school", "school van de leerling"
    INZAGE = "inzage", "inzage door een ouder"
    OVERDRACHT = "overdracht", "overdracht na aanmelding"
    ZORGROUTE = "zorgroute", "zorgaanmelding bij het samenwerkingsverband"


class Heropenreden(Choice):
    """Why a definitive report is opened again: a closed list, because whoever received it reads it too."""

    FOUT = "fout", "Er staat een fout in de gegevens"
    CORRECTIE = "correctie", "Een ouder vroeg om een correctie"
    ADVIES = "advies", "Het advies of de toetsuitslag verandert"
    AANVULLING = "aanvulling", "Er ontbreekt informatie"
    BIJLAGE = "bijlage", "Er moet een bijlage bij of af"


class Nummersoort(Choice):
    """The two kinds of persoonsgebonden nummer (art. 3-b)."""

    BSN = "bsn", "BSN"
    ONDERWIJSNUMMER = "onderwijsnummer", "onderwijsnummer"
