"""In which states can a dossier be, and why does somebody have toegang?"""

from __future__ import annotations

from overstap.foundation.choice import Choice, SentenceChoice


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


class Beperkreden(SentenceChoice):
    """Why a school restricts the use of a pupil's data (art. 18-1 AVG); `zin` says it to who may not use them."""

    JUISTHEID = (
        "juistheid",
        "Een ouder of de leerling zegt dat gegevens niet kloppen",
        "Er is gezegd dat gegevens niet kloppen. De school zoekt dat uit.",
    )
    NIET_GEMOGEN = (
        "niet_gemogen",
        "Gegevens hadden er niet mogen staan, maar mogen niet weg",
        "Er staan gegevens in die er niet mochten staan. Zij blijven op verzoek bewaard.",
    )
    NODIG_VOOR_ANDER = (
        "nodig_voor_ander",
        "Een ouder of de leerling heeft de gegevens nodig voor een klacht of rechtszaak",
        "De gegevens blijven bewaard voor een klacht of een rechtszaak.",
    )
    BEZWAAR = (
        "bezwaar",
        "Een ouder of de leerling maakte bezwaar",
        "Er is bezwaar gemaakt. De school beslist daar nog over.",
    )


class Opheffing(Choice):
    """Why a restriction ended."""

    KLOPT = "klopt", "Uitgezocht: de gegevens kloppen"
    VERBETERD = "verbeterd", "Uitgezocht: de gegevens zijn verbeterd"
    AFGEHANDELD = "afgehandeld", "De klacht, de rechtszaak of het bezwaar is afgehandeld"
    OP_VERZOEK = "op_verzoek", "De ouder of de leerling vroeg erom"
