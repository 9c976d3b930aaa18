"""How far is a vo school with one application, on which ground may it say no, and what does its inbox show?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice, SentenceChoice


class Aanmeldstatus(Choice):
    """How far the vo school is with one application. Columns: key, label, the line for parents."""

    ouders: str

    ONTVANGEN = "ontvangen", "Ontvangen", "De school heeft het rapport. De school moet nog beslissen."
    IN_BEHANDELING = "in_behandeling", "In behandeling", "De school bekijkt de aanmelding."
    TOELAATBAAR = "toelaatbaar", "Toelaatbaar", "Uw kind kan naar deze school."
    AFGEWEZEN = "afgewezen", "Afgewezen", "Uw kind kan niet naar deze school."
    GEPLAATST = "geplaatst", "Geplaatst", "Uw kind heeft een plek op deze school."

    def __new__(cls, value: str, label: str = "", ouders: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.ouders = label, ouders
        return member


class Besluitsoort(Choice):
    """What an act of the vo school about one application is."""

    BESLUIT = "besluit", "Besluit"
    HERZIENING = "herziening", "Herzien besluit"
    VERLENGING = "verlenging", "Langere termijn"


class Afwijsgrond(SentenceChoice):
    """On which ground a vo school may refuse a pupil (WVO 2020 art. 8.6, 8.8 and 8.9): a closed list.

    `zin` says what must be true. "Too much support needed" is none of them: then the school finds another one first.
    """

    VOL = "vol", "Er is geen plaats", "De school is vol, en ouders konden van tevoren weten hoe zij dan kiest."
    VOORWAARDEN = (
        "voorwaarden",
        "De leerling voldoet niet aan de toelatingsvoorwaarden",
        "Het definitieve schooladvies past niet bij deze school, of een verklaring ontbreekt die de wet vraagt.",
    )
    GRONDSLAG = (
        "grondslag",
        "De ouders respecteren de grondslag van de school niet",
        "Alleen als de ouders dit zelf zo zeiden.",
    )
    ANDERE_SCHOOL = (
        "andere_school",
        "Een andere school neemt de leerling aan",
        "U vond een school die de ondersteuning kan bieden. Schrijf op welke school dat is.",
    )


class Herzienreden(Choice):
    """Why a decision that was made changes; the basisschool and the parents read this."""

    BEZWAAR = "bezwaar", "De ouders maakten bezwaar"
    INFORMATIE = "informatie", "Er kwam nieuwe informatie"
    PLEK = "plek", "Er kwam een plek vrij, of de plek verviel"
    VERGISSING = "vergissing", "Het besluit was verkeerd vastgelegd"


class Inboxstand(Choice):
    """What the inbox of a vo school can be narrowed to."""

    NIEUW = "nieuw", "Nieuw"
    ONDERSTEUNING = "ondersteuning", "Met ondersteuning"
    VRAAG_OPEN = "vraag_open", "Vraag open"
    ANTWOORD = "antwoord", "Antwoord binnen"
    BESLUIT_NODIG = "besluit_nodig", "Besluit nodig"
    TOELAATBAAR = "toelaatbaar", "Nog te plaatsen"
    GEPLAATST = "geplaatst", "Geplaatst"
    STIL = "stil", "14 dagen geen stap"


class Volgorde(Choice):
    """By what the inbox is sorted."""

    NAAM = "naam", "Naam"
    ADVIES = "advies", "Advies"
    AANKOMST = "aankomst", "Ontvangen"
    ZORG = "zorg", "Ondersteuning"
    BESLUIT = "besluit", "Besluit voor"


class Stilstand(Choice):
    """Where a pupil stands still: whose step it is."""

    RAPPORT_NIET_AF = "rapport_niet_af", "Rapport is niet af"
    NIET_AANGEMELD = "niet_aangemeld", "Nergens aangemeld"
    NIET_VERSTUURD = "niet_verstuurd", "Rapport nog niet verstuurd"
    WACHT_OP_VO = "wacht_op_vo", "Wacht op de vo-school"
    NERGENS_TOEGELATEN = "nergens_toegelaten", "Nergens toegelaten"
    NIET_GEPLAATST = "niet_geplaatst", "Toegelaten, nog niet geplaatst"


class Vervolgstand(Choice):
    """Where a pupil stands after the first year at a vo school, beside the definitive advice."""

    HOGER = "hoger", "Hoger dan het advies"
    ZOALS = "zoals", "Zoals het advies"
    LAGER = "lager", "Lager dan het advies"
