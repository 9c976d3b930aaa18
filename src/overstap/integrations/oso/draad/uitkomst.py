"""What does a result of the standard mean for a school, and who must do something?"""

from __future__ import annotations

from enum import StrEnum


class Uitkomst(StrEnum):
    """What came of an exchange, apart from how a release spells it."""

    GELUKT = "gelukt"
    NIET_NIEUWER = "niet_nieuwer"
    NIET_GEREED = "niet_gereed"
    NIET_VOOR_DOEL = "niet_voor_doel"
    ANDERE_VERSIE = "andere_versie"
    ONBEKEND = "onbekend"
    SESSIE = "sessie"
    VERLOPEN = "verlopen"
    BRON_ONBEKEND = "bron_onbekend"
    DOEL_ONBEKEND = "doel_onbekend"
    CERTIFICAAT = "certificaat"
    TECHNISCH = "technisch"
    # What we find ourselves, after the exchange or before it: no release has a code for these.
    ONLEESBAAR = "onleesbaar"
    TE_GROOT = "te_groot"
    ANDERE_LEERLING = "andere_leerling"
    ANDERE_SOORT = "andere_soort"
    MET_NUMMER = "met_nummer"
    NIET_AANGESLOTEN = "niet_aangesloten"

    @property
    def op_de_lijn(self) -> bool:
        """Is this something that systems tell each other?"""
        return self not in _VAN_ONSZELF

    @property
    def zin(self) -> str:
        """What a person of the school reads: what happened, and who does what."""
        return _ZINNEN[self]

    @property
    def zin_bij_de_bron(self) -> str:
        """What a person reads of the school that was asked for a dossier: why it did not go, and who does what."""
        return _BIJ_DE_BRON.get(self, "")

    @property
    def zin_bij_aanbod(self) -> str:
        """What a person reads when a samenwerkingsverband could not be told of a zorgaanmelding, and who does what."""
        return _BIJ_AANBOD.get(self, _BIJ_AANBOD[Uitkomst.TECHNISCH])

    @property
    def zin_bij_swv(self) -> str:
        """What a person of the school reads when a samenwerkingsverband asked for the file and did not get it."""
        return _BIJ_SWV.get(self, _BIJ_SWV[Uitkomst.TECHNISCH])

    @property
    def zin_bij_halen(self) -> str:
        """What a person of a samenwerkingsverband reads when the zorgaanmelding of a school elsewhere did not come."""
        return _BIJ_HALEN.get(self, _BIJ_HALEN[Uitkomst.TECHNISCH])

    @property
    def zin_bij_terug(self) -> str:
        """What a person of a samenwerkingsverband reads when the decision did not arrive at such a school."""
        return _BIJ_TERUG.get(self, _BIJ_TERUG[Uitkomst.TECHNISCH])


_VAN_ONSZELF = frozenset(
    {
        Uitkomst.ONLEESBAAR,
        Uitkomst.TE_GROOT,
        Uitkomst.ANDERE_LEERLING,
        Uitkomst.ANDERE_SOORT,
        Uitkomst.MET_NUMMER,
        Uitkomst.NIET_AANGESLOTEN,
    }
)
_BIJ_DE_BRON = {
    Uitkomst.NIET_GEREED: "Het bestand stond toen nog niet klaar.",
    Uitkomst.NIET_NIEUWER: "De school had dit rapport al. U hoeft niets te doen.",
    Uitkomst.ANDERE_VERSIE: (
        "De administratie van die school leest een andere versie van OSO. De school vraagt haar leverancier ernaar."
        " Zij kan het bestand ook in Overstap ophalen."
    ),
    Uitkomst.ONBEKEND: (
        "De school kreeg niets: de leerling is daar niet aangemeld. Klopt dat? Dan hoeft u niets te doen. Is de"
        " leerling daar wel aangemeld? Leg de aanmelding dan vast."
    ),
}
_BIJ_AANBOD = {
    Uitkomst.SESSIE: (
        "OSO kent het systeem van het samenwerkingsverband niet, of het staat uit. Bel het loket: hun leverancier kan"
        " dit herstellen. Klopt het daar? Geef de code dan aan uw beheerder."
    ),
    Uitkomst.BRON_ONBEKEND: (
        "OSO kent Overstap niet als systeem van uw school. Uw beheerder kijkt of de school Overstap heeft gemachtigd in"
        " het Onderwijs Serviceregister."
    ),
    Uitkomst.CERTIFICAAT: "OSO vertrouwt een certificaat niet. Dat ligt niet aan u. Geef de code aan uw beheerder.",
    Uitkomst.NIET_AANGESLOTEN: "Uw school is niet meer aangesloten op OSO. Vraag uw beheerder ernaar.",
    Uitkomst.TECHNISCH: (
        "Het bericht kwam niet aan. Laat het later opnieuw weten. Gaat het weer mis? Geef de code aan uw beheerder."
    ),
}
_BIJ_SWV = {
    Uitkomst.NIET_GEREED: (
        "Er stond toen geen bestand klaar dat mee mag. Komt er een nieuw bestand? Dan kunt u dat laten weten."
    ),
    Uitkomst.ANDERE_VERSIE: (
        "Het systeem van het samenwerkingsverband leest een andere versie van OSO. Het samenwerkingsverband vraagt zijn"
        " leverancier ernaar. Het kan het bestand ook in Overstap ophalen."
    ),
    Uitkomst.TECHNISCH: (
        "Het lukte Overstap niet om het bestand te geven. Het samenwerkingsverband kan het opnieuw proberen, of het"
        " bestand in Overstap ophalen. Gaat het weer mis? Geef de code aan uw beheerder."
    ),
}
_BIJ_HALEN = {
    Uitkomst.NIET_GEREED: "De zorgaanmelding staat niet meer klaar. Bel de school en haal haar daarna opnieuw op.",
    Uitkomst.NIET_VOOR_DOEL: "De zorgaanmelding staat niet klaar voor uw samenwerkingsverband. Bel de school.",
    Uitkomst.ANDERE_VERSIE: (
        "Het systeem van de school levert een andere versie van OSO dan Overstap leest. Bel de school, en geef de code"
        " aan uw beheerder."
    ),
    Uitkomst.ONBEKEND: "Het systeem van de school kent deze zorgaanmelding niet meer. Bel de school.",
    Uitkomst.SESSIE: (
        "OSO herkent deze melding niet meer. Vraag de school om de zorgaanmelding opnieuw klaar te zetten. Gaat het"
        " weer mis? Geef de code aan uw beheerder."
    ),
    Uitkomst.VERLOPEN: "Het ophalen duurde te lang en OSO brak het af. Er is niets opgehaald. Haal haar opnieuw op.",
    Uitkomst.BRON_ONBEKEND: "OSO kent het systeem van de school niet, of het staat uit. Bel de school.",
    Uitkomst.DOEL_ONBEKEND: (
        "OSO kent Overstap niet als systeem van uw samenwerkingsverband. Uw beheerder kijkt of het Overstap heeft"
        " gemachtigd in het Onderwijs Serviceregister."
    ),
    Uitkomst.CERTIFICAAT: "OSO vertrouwt een certificaat niet. Dat ligt niet aan u. Geef de code aan uw beheerder.",
    Uitkomst.ONLEESBAAR: "Wat er kwam, is niet te lezen. Er is niets van bewaard. Bel de school.",
    Uitkomst.TE_GROOT: (
        "De zorgaanmelding is groter dan 60 MB. Er is niets van bewaard. Vraag de school om grote bijlagen weg te laten"
        " en die op een andere veilige manier te sturen."
    ),
    Uitkomst.ANDERE_SOORT: (
        "Wat er kwam, is een dossier voor een school en niet voor een samenwerkingsverband. Er is niets van bewaard."
        " Bel de school."
    ),
    Uitkomst.MET_NUMMER: (
        "In wat er kwam, staat een BSN of onderwijsnummer. Een samenwerkingsverband mag dat niet hebben. Er is niets"
        " van bewaard. Vraag de school om de zorgaanmelding zonder nummer klaar te zetten."
    ),
    Uitkomst.NIET_AANGESLOTEN: "Uw samenwerkingsverband is niet meer aangesloten op OSO. Vraag uw beheerder ernaar.",
    Uitkomst.TECHNISCH: (
        "De verbinding met OSO lukte niet. Er is niets opgehaald. Probeer het later opnieuw. Gaat het weer mis? Geef de"
        " code aan uw beheerder."
    ),
}
_NIET_TERUG = "Het besluit kwam niet aan bij het systeem van de school. Overstap stuurt het niet nog een keer."
_BIJ_TERUG = {
    Uitkomst.CERTIFICAAT: f"{_NIET_TERUG} OSO vertrouwt een certificaat niet. Laat het zelf aan de school weten.",
    Uitkomst.NIET_AANGESLOTEN: f"{_NIET_TERUG} Uw samenwerkingsverband is niet meer aangesloten op OSO. Bel de school.",
    Uitkomst.TECHNISCH: f"{_NIET_TERUG} Laat het zelf aan de school weten, en geef de code aan uw beheerder.",
}
_ZINNEN = {
    Uitkomst.GELUKT: "Het dossier is opgehaald.",
    Uitkomst.NIET_NIEUWER: "Er is geen nieuwer dossier dan u al heeft. U hoeft niets te doen.",
    Uitkomst.NIET_GEREED: (
        "Het dossier staat nog niet klaar. Zet het in uw leerlingadministratie klaar voor OSO en haal het daarna op."
    ),
    Uitkomst.NIET_VOOR_DOEL: (
        "Het dossier staat klaar, maar niet voor Overstap. Kies in uw leerlingadministratie bij het klaarzetten"
        " Overstap (uitwisseling binnen de school)."
    ),
    Uitkomst.ANDERE_VERSIE: (
        "Uw leerlingadministratie levert een andere versie van OSO dan Overstap leest. Vraag de leverancier van uw"
        " leerlingadministratie welke versie zij levert en geef die door aan uw beheerder."
    ),
    Uitkomst.ONBEKEND: (
        "Uw leerlingadministratie kent geen leerling met dit nummer. Kijk of het nummer klopt en probeer het opnieuw."
    ),
    Uitkomst.SESSIE: (
        "Het verkeer met OSO liep niet zoals het hoort. Dat ligt niet aan u. Geef de code aan uw beheerder."
    ),
    Uitkomst.VERLOPEN: "Het opvragen duurde te lang en OSO brak het af. Er is niets opgehaald. Vraag opnieuw op.",
    Uitkomst.BRON_ONBEKEND: (
        "OSO kent uw leerlingadministratie niet. Uw beheerder kijkt of de school haar leverancier heeft gemachtigd in"
        " het Onderwijs Serviceregister."
    ),
    Uitkomst.DOEL_ONBEKEND: (
        "OSO kent Overstap niet als systeem van uw school. Uw beheerder kijkt of de school Overstap heeft gemachtigd in"
        " het Onderwijs Serviceregister."
    ),
    Uitkomst.CERTIFICAAT: ("OSO vertrouwt een certificaat niet. Dat ligt niet aan u. Geef de code aan uw beheerder."),
    Uitkomst.TECHNISCH: (
        "De verbinding met OSO lukte niet. Er is niets opgehaald. Probeer het later opnieuw. Gaat het weer mis? Geef"
        " dan de code aan uw beheerder."
    ),
    Uitkomst.ONLEESBAAR: (
        "Het dossier dat kwam, is niet te lezen. Er is niets van bewaard. Vraag de leverancier van uw"
        " leerlingadministratie ernaar. U kunt de leerling ook met een OSO-bestand importeren."
    ),
    Uitkomst.TE_GROOT: (
        "Het dossier is groter dan 60 MB. Er is niets van bewaard. Haal in uw leerlingadministratie grote bijlagen uit"
        " het dossier en haal het opnieuw op. Die bijlagen kunt u daarna los toevoegen."
    ),
    Uitkomst.ANDERE_LEERLING: (
        "Uw leerlingadministratie gaf het dossier van een andere leerling. Er is niets van bewaard. Meld dit bij de"
        " leverancier van uw leerlingadministratie."
    ),
    Uitkomst.ANDERE_SOORT: (
        "Uw leerlingadministratie gaf een dossier dat voor iets anders is gemaakt. Er is niets van bewaard. Zet in uw"
        " leerlingadministratie het overstapdossier van deze leerling klaar en haal het daarna op."
    ),
    Uitkomst.MET_NUMMER: "Er is niets van bewaard: in wat er kwam, staat een nummer dat er niet in mag.",
    Uitkomst.NIET_AANGESLOTEN: (
        "Uw school is nog niet aangesloten op OSO. Vraag uw beheerder ernaar, of importeer een OSO-bestand."
    ),
}
