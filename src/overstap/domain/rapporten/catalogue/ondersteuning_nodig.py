"""Section 7: which support does the pupil need in the vo, and whom can the vo school call (article 6-c, 3-d)?"""

from functools import partial

from overstap.domain.rapporten.catalogue.grondslag import ART_3_D, ART_6_C
from overstap.domain.rapporten.catalogue.typen import Alinea, Documenten, JaNee, Tekst
from overstap.domain.rapporten.catalogue.veld import (
    Bron,
    Categorie,
    Privacyklasse,
    Sectie,
    Veld,
    Voorwaarde,
)

_nodig = partial(
    Veld,
    grondslag=ART_6_C,
    privacy=Privacyklasse.GEVOELIG,
    alleen_als=Voorwaarde("ondersteuningsvraag", (True,)),
)

ONDERSTEUNING = (
    _nodig(
        naam="eigen_hulp",
        label="Wat helpt volgens de leerling zelf?",
        type=Alinea(600),
        uitleg="Vraag het de leerling en gebruik de eigen woorden.",
        waarom="Hulp werkt beter als de leerling er zelf iets over te zeggen heeft.",
        ouders="Wat volgens uw kind zelf helpt",
    ),
    _nodig(
        naam="ondersteuning_nodig",
        label="Welke ondersteuning is nodig op de vo-school?",
        type=Alinea(2000),
        uitleg="Schrijf op wat is vastgesteld of toegekend. Een wensenlijst hoort hier niet.",
        waarom="De vo-school kan de hulp dan klaar hebben op de eerste schooldag.",
        ouders="Welke hulp uw kind nodig heeft op de middelbare school",
        verplicht=True,
        bij_leeg="Schrijf op welke ondersteuning nodig is op de vo-school.",
    ),
    _nodig(
        naam="toelichting_onderwijsbehoeften",
        label="Toelichting op de onderwijsbehoeften",
        type=Documenten(maximum=1),
        bron=Bron.LAS,
        categorie=Categorie.ONDERSTEUNING,
        alleen_als=None,
        ouders="Een bijlage over wat uw kind nodig heeft",
    ),
)

_contact = partial(Veld, grondslag=ART_3_D, categorie=Categorie.OVERSTAPADVIES)

CONTACT = (
    _contact(
        naam="contactnodig",
        label="Wilt u de vo-school over deze leerling spreken?",
        type=JaNee(),
        waarom="Een gesprek helpt bij veel ondersteuning. Ook daarover informeert u de ouders.",
        ouders="Of de scholen met elkaar willen praten",
        verplicht=True,
        bij_leeg="Kies of u de vo-school wilt spreken.",
    ),
    _contact(
        naam="contactpersoon",
        label="Wie kan de vo-school bellen?",
        type=Tekst(),
        alleen_als=Voorwaarde("contactnodig", (True,)),
        ouders="Wie de middelbare school kan bellen",
        verplicht=True,
        bij_leeg="Vul de naam in van wie de vo-school kan bellen.",
    ),
    _contact(
        naam="contacttelefoon",
        label="Telefoonnummer",
        type=Tekst(10, r"[0-9]{10}", "Een telefoonnummer heeft 10 cijfers, zonder spaties."),
        alleen_als=Voorwaarde("contactnodig", (True,)),
        uitleg="10 cijfers, zonder spaties. Gebruik een nummer van de school.",
        ouders="Het telefoonnummer van de basisschool",
        verplicht=True,
        bij_leeg="Vul het telefoonnummer in.",
    ),
    _contact(
        naam="contactemail",
        label="E-mailadres",
        type=Tekst(256, r"[^@\s]{1,64}@[^@\s]+\.[^@\s]+", "Een e-mailadres schrijft u zo: naam@school.nl."),
        alleen_als=Voorwaarde("contactnodig", (True,)),
        ouders="Het e-mailadres van de basisschool",
    ),
)

SECTIE = Sectie(
    naam="ondersteuning_nodig",
    titel="Ondersteuning op de vo-school",
    groep="Ondersteuning",
    ouders="Welke hulp uw kind straks nodig heeft",
    velden=ONDERSTEUNING + CONTACT,
)
