"""What is kept, whose copy of it is that, what stands in the way of destroying it, and how far is that?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice, SentenceChoice


class Bewaarsoort(Choice):
    """A kind of thing with a term of its own. Columns: key, label, whose copy it is."""

    wiens: str

    RAPPORT = (
        "rapport",
        "Onderwijskundig rapport",
        "Het officiële exemplaar van de basisschool.",
    )
    RAPPORT_ELDERS = (
        "rapport_elders",
        "Rapport dat ook in uw leerlingadministratie staat",
        "Een kopie. Het officiële exemplaar staat in de leerlingadministratie van de basisschool.",
    )
    ZONDER_RAPPORT = (
        "zonder_rapport",
        "Dossier zonder definitief rapport",
        "Het exemplaar van de basisschool. Er is geen rapport verstuurd.",
    )
    ZAAK = (
        "zaak",
        "Zorgaanmelding bij het samenwerkingsverband",
        "Het dossier van het samenwerkingsverband zelf. De basisschool heeft een eigen exemplaar.",
    )
    TOEGANG = (
        "toegang",
        "Rapport van een leerling van uw school",
        "Een kopie om te lezen. Het officiële exemplaar is van de basisschool.",
    )
    TOEGANG_AFGEWEZEN = (
        "toegang_afgewezen",
        "Rapport van een leerling die niet komt",
        "Een kopie om te lezen. Het officiële exemplaar is van de basisschool.",
    )
    INNAME = (
        "inname",
        "Rapport dat uw school zelf innam",
        "Een kopie. Het officiële exemplaar staat in de leerlingadministratie van uw school.",
    )

    def __new__(cls, value: str, label: str = "", wiens: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.wiens = label, wiens
        return member


class Beletsel(SentenceChoice):
    """Why something that is due may not go yet; `zin` says what to do."""

    ZORGROUTE = (
        "zorgroute",
        "Er loopt een zorgaanmelding",
        "Er loopt een zorgaanmelding. Wacht op het besluit, of trek de zorgaanmelding in.",
    )
    SWV_BEWAART = (
        "swv_bewaart",
        "Het samenwerkingsverband bewaart de zorgaanmelding nog",
        "Het samenwerkingsverband bewaart de zorgaanmelding tot drie jaar na het besluit. Wacht tot dan.",
    )
    CORRECTIE = (
        "correctie",
        "Een ouder wacht op antwoord",
        "Een ouder vroeg om een correctie. Geef eerst antwoord.",
    )
    BEPERKING = (
        "beperking",
        "De gegevens zijn beperkt",
        "De gegevens zijn beperkt (AVG 18). Hef de beperking eerst op.",
    )
    NIET_AAN_DE_BEURT = (
        "niet_aan_de_beurt",
        "De termijn is nog niet voorbij",
        "De bewaartermijn is nog niet voorbij. Kijk in de lijst wanneer wel.",
    )


class Vernietigstand(Choice):
    """How far the destruction of one thing is. `rijen_weg`: the rows went, the keys and files follow."""

    WACHT = "wacht", "Wacht"
    RIJEN_WEG = "rijen_weg", "Wordt vernietigd"
    VERNIETIGD = "vernietigd", "Vernietigd"
    GEWEIGERD = "geweigerd", "Niet vernietigd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Leesbaar(SentenceChoice):
    """What a column shows to somebody who has only the main database (or a back-up of it)."""

    VERSLEUTELD = "versleuteld", "Versleuteld", "Onleesbaar zonder de sleutel van het dossier."
    VINGERAFDRUK = "vingerafdruk", "Vingerafdruk", "Een hash: daaruit is de inhoud niet terug te rekenen."
    NUMMER = "nummer", "Nummer", "Een willekeurig nummer, of een verwijzing daarnaar."
    DAG = "dag", "Dag of tijdstip", "Wanneer iets gebeurde."
    KEUZE = "keuze", "Keuze of aantal", "Een woord uit een vaste lijst, een ja of nee, of een aantal."
    TEKST = "tekst", "Leesbare tekst", "Staat er zoals het getypt is."
