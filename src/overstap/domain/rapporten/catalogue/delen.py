"""Which groups of parts return in several velden: names, addresses, contact data, schools, documents?"""

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.typen import (
    Afkorting,
    Documenten,
    Groep,
    JaNee,
    Keuze,
    Rijen,
    Tekst,
    Teksten,
)
from overstap.domain.rapporten.catalogue.veld import Deel

BRIN = Tekst(4, r"[0-9]{2}[A-Z]{2}", "Een BRIN heeft 2 cijfers en 2 letters, zoals 99XX.")
VESTIGING = Tekst(2, r"[0-9]{2}", "Een vestigingscode heeft 2 cijfers, zoals 00.")

DOCUMENT = Deel(naam="documenten", label="Bijlage", type=Documenten(maximum=1))
DOCUMENTEN = Deel(naam="documenten", label="Bijlagen", type=Documenten())

ADRESSEN = Rijen(
    Groep(
        (
            Deel(naam="soortadres", label="Soort adres", type=Keuze(codelijsten.SOORT_ADRES), verplicht=True),
            Deel(naam="straat", label="Straat", type=Tekst(), verplicht=True),
            Deel(naam="nummer", label="Huisnummer", type=Tekst(20), verplicht=True),
            Deel(naam="toevoeging", label="Toevoeging", type=Tekst(20)),
            Deel(bijzaak=True, naam="aanduiding", label="Aanduiding", type=Keuze(codelijsten.AANDUIDING_HUISNUMMER)),
            Deel(bijzaak=True, naam="locatieomschrijving", label="Omschrijving van de plek", type=Tekst(35)),
            Deel(naam="postcode", label="Postcode", type=Tekst(20), verplicht=True),
            Deel(naam="plaats", label="Plaats", type=Tekst(), verplicht=True),
            Deel(bijzaak=True, naam="gemeente", label="Gemeente", type=Tekst()),
            Deel(
                bijzaak=True,
                naam="land",
                label="Landcode",
                type=Afkorting(20, lijst=codelijsten.LAND),
                technisch=True,
                code_van="land_omschrijving",
            ),
            Deel(bijzaak=True, naam="land_omschrijving", label="Land", type=Tekst()),
        ),
        opmaak="{straat} {nummer} {toevoeging}, {postcode} {plaats}, {land_omschrijving}, {soortadres}",
    ),
    "adres",
    maximum=20,
)

COMMUNICATIE = Rijen(
    Groep(
        (
            Deel(naam="soort", label="Soort", type=Keuze(codelijsten.SOORT_COMMUNICATIE), verplicht=True),
            Deel(naam="aanduiding", label="Waarvoor", type=Keuze(codelijsten.AANDUIDING_COMMUNICATIE)),
            Deel(naam="nummer", label="Nummer of adres", type=Tekst(256, code=True), geheim_als="geheim"),
            Deel(naam="geheim", label="Geheim", type=JaNee(), stil_bij_nee=True),
            Deel(naam="noodnummer", label="Voor noodgevallen", type=JaNee(), stil_bij_nee=True),
        ),
        opmaak="{soort} {aanduiding} {nummer}",
    ),
    "contactgegeven",
    maximum=50,
)

NAAM_VAN_PERSOON = (
    Deel(naam="voornamen", label="Voornamen", type=Teksten()),
    Deel(naam="voorletters", label="Voorletters", type=Tekst(20)),
    Deel(naam="voorvoegsel", label="Voorvoegsel", type=Tekst(20)),
    Deel(naam="achternaam", label="Achternaam", type=Tekst(), verplicht=True),
    Deel(naam="roepnaam", label="Roepnaam", type=Tekst()),
)

INSTELLING = Groep(
    (
        Deel(naam="naam", label="Naam", type=Tekst(), verplicht=True),
        Deel(naam="adressen", label="Adressen", type=ADRESSEN),
        Deel(naam="communicatie", label="Telefoon en e-mail", type=COMMUNICATIE),
    )
)

SCHOOL = Groep(
    (
        *INSTELLING.delen,
        Deel(naam="brincode", technisch=True, label="BRIN", type=BRIN, verplicht=True),
        Deel(naam="vestigingscode", technisch=True, label="Vestiging", type=VESTIGING, verplicht=True),
        # Where a system delivers its file: no reader is helped by it.
        Deel(naam="aanleverpunt", verborgen=True, label="Aanleverpunt", type=Tekst(20), verplicht=True),
        Deel(naam="soort", label="Soort onderwijs", type=Afkorting(lijst=codelijsten.SCHOOLSOORT)),
        Deel(naam="type", label="Type", type=Afkorting(lijst=codelijsten.SCHOOLTYPE)),
        Deel(naam="directeur", label="Directeur", type=Tekst()),
        Deel(naam="website", label="Website", type=Tekst(500)),
    )
)
