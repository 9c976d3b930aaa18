"""What can an organisation let a program do, and of what does that program hear?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice, SentenceChoice


class Bereik(SentenceChoice):
    """One thing that a key opens: what a program says in its own words, what a person reads, and what that means."""

    DOSSIERS_LEZEN = (
        "dossiers.lezen",
        "Lijst van de eigen leerlingen lezen",
        "Naam, groep, hoe ver het rapport is en wat de volgende stap is. Geen inhoud van het rapport.",
    )
    BESTANDEN_AANLEVEREN = (
        "bestanden.aanleveren",
        "OSO-bestanden aanleveren",
        "Het bestand wacht bij Importeren. Een medewerker bekijkt het en neemt het over.",
    )
    OVERDRACHTEN_OPHALEN = (
        "overdrachten.ophalen",
        "Ontvangen rapporten ophalen",
        "De lijst van ontvangen rapporten, en van elk rapport het OSO-bestand en de pdf.",
    )
    ZAKEN_LEZEN = (
        "zaken.lezen",
        "Lijst van zorgaanmeldingen lezen",
        "Naam, school, route, hoe ver de aanmelding is en tot wanneer er tijd is. Geen inhoud.",
    )
    AANTALLEN_LEZEN = (
        "aantallen.lezen",
        "Aantallen van de regio lezen",
        "Dezelfde aantallen als in het overzicht: 1 tot en met 4 is “minder dan 5”.",
    )
    REGIO_LEZEN = (
        "regio.lezen",
        "De instellingen van de regio lezen",
        "Het ene bestand met scholen, samenwerkingsverbanden, datums en woorden. Niets van een leerling.",
    )
    REGIO_AANLEVEREN = (
        "regio.aanleveren",
        "Een bestand van de regio aanleveren",
        "Het bestand wacht bij Beheer. Wie de regio beheert, ziet wat er anders wordt en neemt het over.",
    )


class Webhookgebeurtenis(Choice):
    """What a program is told. Columns: its word, what a person reads, the name of the id that goes along."""

    veld: str

    OVERDRACHT_KLAAR = "overdracht.klaar", "Rapport klaar om op te halen", "overdracht_id"
    OVERDRACHT_INGETROKKEN = "overdracht.ingetrokken", "Rapport ingetrokken", "overdracht_id"
    DOSSIER_OPGEHAALD = "dossier.opgehaald", "Rapport opgehaald door de vo-school", "dossier_id"
    ZAAK_ONTVANGEN = "zaak.ontvangen", "Zorgaanmelding ontvangen", "route_id"
    PROEF = "proef", "Proefbericht", "proef_id"

    def __new__(cls, value: str, label: str = "", veld: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.veld = label, veld
        return member


class Bezorguitkomst(Choice):
    """What came of the last try to deliver a message."""

    WACHT = "wacht", "Wacht op de eerste poging"
    BEZORGD = "bezorgd", "Bezorgd"
    GEWEIGERD = "geweigerd", "De server gaf een fout"
    AFGEMELD = "afgemeld", "De server wil geen berichten meer"
    ADRES = "adres", "Het adres mag niet of is niet te vinden"
    CERTIFICAAT = "certificaat", "Het certificaat van de server klopt niet"
    TE_TRAAG = "te_traag", "De server gaf geen antwoord op tijd"
    GEEN_VERBINDING = "geen_verbinding", "Geen verbinding met de server"
