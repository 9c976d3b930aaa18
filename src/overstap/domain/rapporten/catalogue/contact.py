"""Whom can the vo school call about this pupil (article 3, onder d)?"""

from functools import partial

from overstap.domain.rapporten.catalogue.grondslag import ART_3_D
from overstap.domain.rapporten.catalogue.typen import JaNee, Tekst
from overstap.domain.rapporten.catalogue.veld import Categorie, Veld, Voorwaarde

_contact = partial(Veld, grondslag=ART_3_D, categorie=Categorie.OVERSTAPADVIES)

CONTACT = (
    _contact(
        naam="contactnodig",
        label="Wilt u de vo-school over deze leerling spreken?",
        lezers="Gesprek met de vo-school gewenst",
        type=JaNee(),
        waarom="Een gesprek helpt bij veel ondersteuning. Ook daarover informeert u de ouders.",
        ouders="Of de scholen met elkaar willen praten",
        verplicht=True,
        bij_leeg="Kies of u de vo-school wilt spreken.",
    ),
    _contact(
        naam="contactpersoon",
        label="Wie kan de vo-school bellen?",
        lezers="Contactpersoon voor de vo-school",
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
