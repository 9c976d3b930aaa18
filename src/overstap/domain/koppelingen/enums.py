"""What can an organisation let a program do?"""

from overstap.foundation.choice import SentenceChoice


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
