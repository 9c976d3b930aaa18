"""Section 8: what do pupil, parents and school want and advise, and why (article 4, lid 1-c and lid 2)?"""

from functools import partial

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.contact import CONTACT
from overstap.domain.rapporten.catalogue.grondslag import ART_2, ART_4_1_C, ART_4_2, ART_5_2
from overstap.domain.rapporten.catalogue.typen import Alinea, Datum, Documenten, Keuze, Tekst
from overstap.domain.rapporten.catalogue.veld import (
    Bron,
    Categorie,
    Privacyklasse,
    Sectie,
    Veld,
    Voorwaarde,
)

_wens = partial(Veld, grondslag=ART_4_2, categorie=Categorie.OVERSTAPADVIES)
_WAAROM_WENS = (
    "De wet vraagt het advies te beschrijven in samenhang met de wens van de leerling en de ouders. "
    "Is er geen wens, dan legt u dat ook vast."
)

WENSEN = (
    _wens(
        naam="wens_leerling",
        label="Wat wil de leerling?",
        lezers="Wens van de leerling",
        type=Keuze(codelijsten.WENS),
        waarom=_WAAROM_WENS,
        ouders="Wat uw kind zelf wil",
        verplicht=True,
        bij_leeg="Kies wat de leerling wil, of kies: geen wens uitgesproken.",
    ),
    _wens(
        naam="wens_leerling_toelichting",
        label="Wat zegt de leerling daarover?",
        lezers="Toelichting van de leerling",
        type=Alinea(600),
        categorie=Categorie.BIJLAGEN,
        uitleg="Gebruik de woorden van de leerling.",
        ouders="Wat uw kind over de wens zegt",
    ),
    _wens(
        naam="wens_ouders",
        label="Wat willen de ouders?",
        lezers="Wens van de ouders",
        type=Keuze(codelijsten.WENS),
        waarom=_WAAROM_WENS,
        ouders="Wat u wilt voor uw kind",
        verplicht=True,
        bij_leeg="Kies wat de ouders willen, of kies: geen wens uitgesproken.",
    ),
    _wens(
        naam="wens_ouders_toelichting",
        label="Wat zeggen de ouders daarover?",
        lezers="Toelichting van de ouders",
        type=Alinea(600),
        categorie=Categorie.BIJLAGEN,
        uitleg="Denken de ouders verschillend? Schrijf beide op.",
        ouders="Wat u over uw wens zei",
    ),
)

_advies = partial(Veld, grondslag=ART_4_1_C, bron=Bron.ADVIES, categorie=Categorie.OVERSTAPADVIES)

ADVIES = (
    _advies(
        naam="advies_voorlopig",
        label="Voorlopig advies",
        type=Keuze(codelijsten.NIVEAU),
        ouders="Het eerste advies van de school",
        verplicht=True,
        bij_leeg="Geef eerst het voorlopig advies.",
    ),
    _advies(
        naam="advies_voorlopig_op",
        label="Voorlopig advies gegeven op",
        type=Datum(),
        categorie=Categorie.BIJLAGEN,
        ouders="Wanneer de school het eerste advies gaf",
    ),
    _advies(
        naam="adviesgesprek_op",
        label="Adviesgesprek gevoerd op",
        type=Datum(),
        categorie=Categorie.BIJLAGEN,
        ouders="Wanneer de school met u sprak over het advies",
    ),
    _advies(
        naam="adviesgesprek_met",
        label="Adviesgesprek gevoerd met",
        type=Tekst(),
        categorie=Categorie.BIJLAGEN,
        ouders="Wie bij het gesprek over het advies was",
    ),
    _advies(
        naam="bijstelling_uitkomst",
        label="Bijstelling na de doorstroomtoets",
        type=Keuze(codelijsten.BIJSTELLING),
        categorie=Categorie.BIJLAGEN,
        ouders="Of het advies hoger werd na de toets",
    ),
    _advies(
        naam="bijstelling_motivatie",
        label="Motivatie van de bijstelling",
        type=Alinea(2000),
        ouders="Waarom de school dat zo koos",
        alleen_als=Voorwaarde("bijstelling_uitkomst", ("deels_bijgesteld", "niet_bijgesteld")),
        verplicht=True,
        bij_leeg="Schrijf op waarom u het advies niet of deels bijstelt.",
    ),
    _advies(
        naam="advies_definitief",
        label="Definitief advies",
        type=Keuze(codelijsten.NIVEAU),
        ouders="Het advies van de school",
        verplicht=True,
        bij_leeg="Stel het definitief advies vast.",
    ),
    _advies(
        naam="advies_definitief_op",
        label="Definitief advies gegeven op",
        type=Datum(),
        categorie=Categorie.BIJLAGEN,
        ouders="Wanneer de school het advies gaf",
    ),
)

ONDERBOUWING = (
    Veld(
        naam="argumentatie",
        label="Waarom past dit advies?",
        lezers="Onderbouwing van het advies",
        type=Alinea(2000),
        grondslag=ART_4_2,
        categorie=Categorie.OVERSTAPADVIES,
        uitleg="Noem de resultaten, de wens van de leerling, de wens van de ouders en uw eigen oordeel.",
        waarom="De wet vraagt resultaten, wensen en advies in samenhang te beschrijven.",
        ouders="Waarom de school dit advies geeft",
        verplicht=True,
        bij_leeg="Schrijf op waarom dit advies past bij de resultaten en de wensen.",
    ),
    Veld(
        naam="profiel",
        label="Welk profiel past bij de resultaten?",
        lezers="Profiel bij de resultaten",
        type=Keuze(codelijsten.PROFIEL),
        grondslag=ART_4_1_C,
        categorie=Categorie.OVERSTAPADVIES,
        uitleg="Kies het profiel dat uw regio hierbij afsprak.",
        waarom="Sommige regio's delen adviezen in met een profiel. Alleen daar stellen wij deze vraag.",
        alleen_op_verzoek=True,
        ouders="Het profiel dat bij het advies hoort",
    ),
    Veld(
        naam="aandachtspunten",
        label="Waar moet de mentor op letten bij de start?",
        lezers="Aandachtspunten voor de mentor",
        type=Alinea(280),
        grondslag=ART_5_2,
        privacy=Privacyklasse.GEVOELIG,
        categorie=Categorie.OVERSTAPADVIES,
        uitleg="Kort: er passen 280 tekens. Schrijf hier geen diagnose.",
        waarom="Dit is het eerste wat de mentor leest in het eigen systeem.",
        ouders="Waar de mentor van uw kind op let",
    ),
    Veld(
        naam="overige_documenten",
        label="Overige bijlagen uit de leerlingadministratie",
        type=Documenten(),
        grondslag=ART_2,
        privacy=Privacyklasse.GEVOELIG,
        bron=Bron.LAS,
        categorie=Categorie.BIJLAGEN,
        ouders="Andere bijlagen bij het rapport",
    ),
)

SECTIE = Sectie(
    naam="schooladvies",
    titel="Schooladvies en onderbouwing",
    groep="Schooladvies",
    ouders="Het advies van de school en waarom",
    velden=WENSEN + ADVIES + ONDERBOUWING + CONTACT,
)
