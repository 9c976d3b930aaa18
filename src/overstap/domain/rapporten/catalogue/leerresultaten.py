"""Section 4: what did the pupil learn, and what can the pupil learn (article 4, lid 1, onder b and d)?"""

from overstap.domain.rapporten.catalogue import codelijsten, voortgezet
from overstap.domain.rapporten.catalogue.grondslag import ART_4_1_B, ART_4_1_D, TOETSBESLUIT_8_3
from overstap.domain.rapporten.catalogue.toetsdelen import CIJFERLIJSTEN, DOORSTROOMTOETS, TOETSEN
from overstap.domain.rapporten.catalogue.typen import (
    Alinea,
    Datum,
    Groep,
    JaNee,
    Keuze,
    Meerkeuze,
    Rijen,
    Tekst,
)
from overstap.domain.rapporten.catalogue.veld import (
    VO_EN_OUDERS,
    Bron,
    Categorie,
    Deel,
    Privacyklasse,
    Sectie,
    Veld,
    Voorwaarde,
)

UIT_ADMINISTRATIE = (
    Veld(
        naam="toetsen",
        label="Toetsen",
        type=TOETSEN,
        grondslag=ART_4_1_B,
        bron=Bron.LAS,
        categorie=Categorie.TOETSRESULTATEN,
        uitleg="De toetsen van dit schooljaar en de twee jaren ervoor.",
        met_de_hand="De toetsen van dit schooljaar en de twee jaren ervoor, uit uw leerlingvolgsysteem (LVS). "
        "Twee toetsen of meer van een vak worden een lijn.",
        ouders="De toetsen die uw kind maakte",
    ),
    Veld(
        naam="cijferlijsten",
        label="Cijferlijsten",
        type=CIJFERLIJSTEN,
        grondslag=ART_4_1_B,
        bron=Bron.LAS,
        categorie=Categorie.CIJFERLIJSTEN,
        ouders="De cijfers op het rapport van uw kind",
    ),
    Veld(
        naam="doorstroomtoets",
        label="Doorstroomtoets",
        type=DOORSTROOMTOETS,
        grondslag=TOETSBESLUIT_8_3,
        bron=Bron.ADVIES,
        categorie=Categorie.EINDTOETS,
        zichtbaar_voor=VO_EN_OUDERS,
        ouders="De uitslag van de doorstroomtoets",
    ),
)

TOELICHTING = (
    Veld(
        naam="trots",
        label="Waar is de leerling zelf trots op bij het leren?",
        lezers="Waar de leerling zelf trots op is",
        type=Alinea(600),
        grondslag=ART_4_1_B,
        uitleg="Vraag het de leerling en gebruik de eigen woorden.",
        waarom="De mentor leert de leerling zo kennen met wat al goed gaat.",
        ouders="Waar uw kind zelf trots op is",
    ),
    Veld(
        naam="opvallend",
        label="Wat valt u op aan de resultaten?",
        lezers="Opvallend in de resultaten",
        type=Alinea(1200),
        grondslag=ART_4_1_B,
        uitleg="Schrijf kort en concreet. De ouders en de vo-school lezen dit.",
        waarom="De vo-school ziet de cijfers, maar niet het verhaal erachter. Schrijf hier niets over thuis "
        "of gezondheid: dat hoort in Ondersteuning, en alleen als het nodig is.",
        ouders="Wat de school opvalt aan de resultaten van uw kind",
        verplicht=True,
        bij_leeg="Schrijf op wat u opvalt aan de resultaten.",
    ),
    Veld(
        naam="toetsbeeld",
        label="Passen de toetsen bij wat u in de klas ziet?",
        lezers="De toetsen passen bij het beeld in de klas",
        type=Keuze(codelijsten.TOETSBEELD),
        grondslag=ART_4_1_B,
        waarom="Een toets is een moment. U kent de leerling langer.",
        ouders="Of de toetsen passen bij wat de school ziet",
        verplicht=True,
        bij_leeg="Kies of de toetsen passen bij wat u in de klas ziet.",
    ),
    Veld(
        naam="toetsbeeld_voorbeeld",
        label="Geef een voorbeeld uit de klas",
        lezers="Voorbeeld uit de klas",
        type=Alinea(600),
        grondslag=ART_4_1_B,
        alleen_als=Voorwaarde("toetsbeeld", ("kan_meer", "laat_minder_zien")),
        ouders="Een voorbeeld uit de klas",
        verplicht=True,
        bij_leeg="Schrijf een voorbeeld op van wat u in de klas ziet.",
    ),
    Veld(
        naam="hulp_bij_toetsen",
        label="Welke hulp had de leerling bij de toetsen?",
        lezers="Hulp bij de toetsen",
        type=Meerkeuze(codelijsten.HULP_BIJ_TOETSEN),
        grondslag=ART_4_1_B,
        uitleg="Kies alles wat klopt.",
        waarom="De vo-school kan dan dezelfde hulp geven en de uitslag goed lezen.",
        ouders="Welke hulp uw kind had bij de toetsen",
    ),
)

LEERVERMOGEN = (
    Veld(
        naam="begaafdheid",
        label="Wat valt u op aan het leervermogen?",
        lezers="Leervermogen",
        type=Alinea(1200),
        grondslag=ART_4_1_D,
        uitleg="Bijvoorbeeld snel verbanden zien, of juist veel herhaling nodig hebben.",
        waarom="De vo-school kan de uitdaging en het tempo dan goed kiezen.",
        ouders="Hoe makkelijk of moeilijk uw kind leert",
    ),
    Veld(
        naam="begaafdheid_vorm",
        label="Is de leerling meerbegaafd of hoogbegaafd?",
        lezers="Meerbegaafd of hoogbegaafd",
        type=Keuze(codelijsten.BEGAAFDHEID),
        grondslag=ART_4_1_D,
        privacy=Privacyklasse.GEVOELIG,
        waarom="Zonder onderbouwing zegt dit woord te weinig. Daarom vragen wij waar het uit blijkt.",
        ouders="Of uw kind veel meer aankan dan anderen",
    ),
    Veld(
        naam="begaafdheid_motivatie",
        label="Waar blijkt dat uit?",
        lezers="Onderbouwing van de begaafdheid",
        type=Alinea(1000),
        grondslag=ART_4_1_D,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=Voorwaarde("begaafdheid_vorm", ("meerbegaafd", "hoogbegaafd")),
        uitleg="Noem resultaten, onderzoek en wat u in de klas ziet.",
        ouders="Waaruit blijkt dat uw kind veel aankan",
        verplicht=True,
        bij_leeg="Schrijf op waaruit dit blijkt.",
    ),
    Veld(
        naam="capaciteiten_onderzocht",
        label="Is het leervermogen onderzocht?",
        lezers="Leervermogen onderzocht",
        type=JaNee(),
        grondslag=ART_4_1_D,
        privacy=Privacyklasse.GEVOELIG,
        waarom="Een onderzoek, zoals een intelligentietest, gaat alleen mee als het nodig is voor goede "
        "begeleiding. Ouders beslissen of het verslag als bijlage meegaat.",
        ouders="Of het leervermogen van uw kind is onderzocht",
    ),
    Veld(
        naam="capaciteitenonderzoek",
        label="Onderzoek naar het leervermogen",
        type=Rijen(
            Groep(
                (
                    Deel(
                        naam="instrument",
                        label="Naam van de test",
                        type=Tekst(),
                        bron=Bron.SCHOOL,
                        verplicht=True,
                        bij_leeg="Schrijf op welke test is gebruikt.",
                    ),
                    Deel(
                        naam="datum",
                        label="Datum van het onderzoek",
                        type=Datum(),
                        bron=Bron.SCHOOL,
                        verplicht=True,
                        bij_leeg="Vul de datum van het onderzoek in.",
                    ),
                    Deel(naam="doorwie", label="Onderzocht door", type=Tekst(), bron=Bron.SCHOOL),
                    Deel(
                        naam="uitkomst",
                        label="Uitkomst",
                        type=Tekst(400),
                        bron=Bron.SCHOOL,
                        uitleg="Bijvoorbeeld een score met de naam van de schaal.",
                        verplicht=True,
                        bij_leeg="Vul de uitkomst in.",
                    ),
                )
            ),
            "onderzoek",
            maximum=10,
        ),
        grondslag=ART_4_1_D,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=Voorwaarde("capaciteiten_onderzocht", (True,)),
        ouders="Het onderzoek naar het leervermogen van uw kind",
        verplicht=True,
        bij_leeg="Voeg het onderzoek toe, of kies dat het leervermogen niet is onderzocht.",
    ),
)

LEERLINGRAPPORT = (
    Veld(
        naam="leerlingrapport_toelichting",
        label="Gaat het leerlingrapport van de toets niet mee? Schrijf op waarom.",
        lezers="Reden dat het leerlingrapport niet meegaat",
        type=Alinea(600),
        grondslag=TOETSBESLUIT_8_3,
        alleen_als=Voorwaarde("doorstroomtoets", (True,), deel="deelgenomen"),
        uitleg="Gaat het mee als bijlage, of staan alle referentieniveaus in dit rapport? Laat dit dan leeg.",
        waarom="Het leerlingrapport van de doorstroomtoets hoort bij het onderwijskundig rapport van elke leerling.",
        ouders="Waarom het rapport van de toets er niet bij zit",
    ),
)

SECTIE = Sectie(
    naam="leerresultaten",
    titel="Leerresultaten en leervermogen",
    groep="Leren en gedrag",
    ouders="Hoe uw kind leert",
    velden=UIT_ADMINISTRATIE + voortgezet.RESULTATEN + TOELICHTING + LEERVERMOGEN + LEERLINGRAPPORT,
)
