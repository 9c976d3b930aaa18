"""Section 7: which support does the pupil need in the vo, and why (article 6, onder c)?"""

from functools import partial

from overstap.domain.rapporten.catalogue.grondslag import ART_6_C
from overstap.domain.rapporten.catalogue.ondersteuning_gekregen import BIJ_ONDERSTEUNING, TENZIJ_NEE, VRAAG_NAAM
from overstap.domain.rapporten.catalogue.typen import Alinea, Documenten
from overstap.domain.rapporten.catalogue.veld import (
    Bron,
    Categorie,
    Privacyklasse,
    Sectie,
    Veld,
)

_nodig = partial(
    Veld,
    grondslag=ART_6_C,
    privacy=Privacyklasse.GEVOELIG,
    alleen_als=BIJ_ONDERSTEUNING,
)

ONDERSTEUNING = (
    _nodig(
        naam="eigen_hulp",
        label="Wat helpt volgens de leerling zelf?",
        lezers="Wat volgens de leerling zelf helpt",
        type=Alinea(600),
        uitleg="Vraag het de leerling en gebruik de eigen woorden.",
        waarom="Hulp werkt beter als de leerling er zelf iets over te zeggen heeft.",
        ouders="Wat volgens uw kind zelf helpt",
    ),
    _nodig(
        naam="ondersteuning_nodig",
        label="Welke ondersteuning is nodig op de vo-school?",
        lezers="Nodige ondersteuning op de vo-school",
        type=Alinea(2000),
        uitleg="Schrijf op wat is vastgesteld of toegekend. Een wensenlijst hoort hier niet.",
        waarom="De vo-school kan de hulp dan klaar hebben op de eerste schooldag.",
        ouders="Welke hulp uw kind nodig heeft op de middelbare school",
        verplicht=True,
        bij_leeg="Schrijf op welke ondersteuning nodig is op de vo-school.",
    ),
    _nodig(
        naam="ondersteuning_motivatie",
        label="Waarom is deze ondersteuning nodig?",
        lezers="Onderbouwing van de ondersteuning",
        type=Alinea(2000),
        uitleg="Noem waar het uit blijkt: resultaten, wat u in de klas zag en wat al is geprobeerd.",
        waarom="De vo-school en het samenwerkingsverband beslissen op deze motivatie.",
        ouders="Waarom uw kind deze hulp nodig heeft",
        verplicht=True,
        bij_leeg="Schrijf op waarom deze ondersteuning nodig is.",
    ),
    _nodig(
        naam="verrijking_nodig",
        label="Welke verrijking of verdieping is nodig op de vo-school?",
        lezers="Nodige verrijking of verdieping op de vo-school",
        type=Alinea(1000),
        alleen_als=TENZIJ_NEE,
        waarom="Een leerling die zich verveelt, raakt achterop. De vo-school kan uitdaging klaar hebben.",
        ouders="Welke extra uitdaging uw kind straks nodig heeft",
    ),
    _nodig(
        naam="toelichting_onderwijsbehoeften",
        label="Toelichting op de onderwijsbehoeften",
        type=Documenten(maximum=1),
        bron=Bron.LAS,
        categorie=Categorie.ONDERSTEUNING,
        alleen_als=TENZIJ_NEE,
        ouders="Een bijlage over wat uw kind nodig heeft",
    ),
)

SECTIE = Sectie(
    naam="ondersteuning_nodig",
    titel="Ondersteuning op de vo-school",
    groep="Ondersteuning",
    ouders="Welke hulp uw kind straks nodig heeft",
    opent_met=VRAAG_NAAM,
    velden=ONDERSTEUNING,
)
