"""How was inzage offered, and what did a parent answer?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice


class Inzagerecht(Choice):
    """By which right somebody reads the report. Columns: key, label, what this person may, the ground.

    `reageert` says who may sign, give a zienswijze and ask for a correction; of these the report also waits for an
    answer before it becomes definitief.
    """

    zin: str
    grondslag: str

    GEZAG = (
        "gezag",
        "Ouder met gezag",
        "Leest alles, tekent voor gezien, geeft een zienswijze en vraagt om een correctie.",
        "artikel 42 van de WPO; artikel 15 en 16 van de AVG",
    )
    VOOGD = (
        "voogd",
        "Voogd",
        "Staat in de plaats van de ouders: leest alles, tekent, geeft een zienswijze en vraagt om een correctie.",
        "artikel 1:280 en verder van het BW; artikel 42 van de WPO",
    )
    INSTELLING = (
        "instelling",
        "Instelling met de voogdij",
        "Staat in de plaats van de ouders. Een contactpersoon leest en reageert namens de instelling.",
        "artikel 1:302 van het BW; artikel 42 van de WPO",
    )
    LEERLING = (
        "leerling",
        "Leerling van 16 jaar of ouder",
        "Heeft de rechten zelf: leest alles, tekent, geeft een zienswijze en vraagt om een correctie.",
        "artikel 5 van de UAVG; artikel 15 en 16 van de AVG",
    )
    MEELEZER = (
        "meelezer",
        "Ouder van een leerling van 16 jaar of ouder",
        "Leest alleen mee als de leerling dat goed vindt. De leerling tekent en reageert zelf.",
        "artikel 5 van de UAVG",
    )
    ZONDER_GEZAG = (
        "zonder_gezag",
        "Ouder zonder gezag",
        "Krijgt op verzoek informatie over het kind. Het rapport wacht niet op deze ouder.",
        "artikel 1:377c van het BW",
    )

    def __new__(cls, value: str, label: str = "", zin: str = "", grondslag: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.zin, member.grondslag = label, zin, grondslag
        return member

    @property
    def reageert(self) -> bool:
        """May this person sign and answer, so that the report waits for it?"""
        return self not in {Inzagerecht.MEELEZER, Inzagerecht.ZONDER_GEZAG}

    @property
    def op_verzoek(self) -> bool:
        """Does this person read only when somebody asked for it, on a day that the school records?"""
        return not self.reageert


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


class Sluitreden(Choice):
    """Why the school closed the way in of a parent; the parent does not read this."""

    GEEN_GEZAG = "geen_gezag", "Deze persoon heeft geen gezag meer"
    UITSPRAAK = "uitspraak", "Een rechter besliste dit"
    BELANG = "belang", "Lezen is tegen het belang van het kind"
    VERGISSING = "vergissing", "De verkeerde persoon kreeg toegang"


class Zienswijzevorm(Choice):
    """How a zienswijze came in. The school never changes one, also not one that it typed over."""

    DIGITAAL = "digitaal", "Door de ouder zelf geschreven"
    OVERGETYPT = "overgetypt", "Op papier gegeven, door de school overgetypt"
    SCAN = "scan", "Op papier gegeven, als scan toegevoegd"


class Stuksoort(Choice):
    """What a file at an offer of inzage is."""

    HANDTEKENING = "handtekening", "Scan van de handtekening"
    ZIENSWIJZE = "zienswijze", "Bestand bij een zienswijze"
    CORRECTIE = "correctie", "Scan van een correctieverzoek"
    ZORG = "zorg", "Scan van een zienswijze bij een zorgaanmelding"
