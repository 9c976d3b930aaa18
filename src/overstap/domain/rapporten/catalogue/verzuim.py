"""Section 3: how often was the enrolled pupil absent in the last year (article 7)?

Only relatief verzuim of one year. Reasons, older absence, reports to others and documents have no
article; see `elders.GEWEIGERD`.
"""

from functools import partial

from overstap.domain.rapporten.catalogue import voortgezet
from overstap.domain.rapporten.catalogue.grondslag import ART_7
from overstap.domain.rapporten.catalogue.typen import Datum, Getal, JaNee
from overstap.domain.rapporten.catalogue.veld import Categorie, Privacyklasse, Sectie, Veld

# Ten half days a week, 52 weeks: no year has more.
_DAGDELEN = Getal(0, 520)

_verzuim = partial(
    Veld,
    grondslag=ART_7,
    privacy=Privacyklasse.GEVOELIG,
    categorie=Categorie.VERZUIM,
)

SECTIE = Sectie(
    naam="verzuim",
    titel="Verzuim",
    groep="Gegevens",
    ouders="Hoe vaak uw kind het laatste jaar niet op school was",
    inleiding="Alleen het verzuim van het laatste jaar gaat mee. De reden van het verzuim gaat niet mee.",
    velden=(
        _verzuim(
            naam="verzuim_vanaf",
            label="Vanaf welke dag telt u het verzuim?",
            lezers="Verzuim geteld vanaf",
            type=Datum(),
            uitleg="Niet langer dan een jaar voor het rapport klaar is. Staat hier al een dag? Dan is die uitgerekend.",
            waarom="De wet staat alleen het verzuim van het laatste jaar toe. Ouder verzuim telt u niet mee.",
            ouders="Vanaf welke dag de school het verzuim telt",
            verplicht=True,
            bij_leeg="Vul de dag in vanaf wanneer u het verzuim telt.",
        ),
        _verzuim(
            naam="verzuim_geoorloofd",
            label="Hoeveel dagdelen was de leerling geoorloofd afwezig?",
            lezers="Dagdelen geoorloofd afwezig",
            type=_DAGDELEN,
            uitleg="Een schooldag heeft 2 dagdelen. Geen verzuim? Vul dan 0 in.",
            waarom="De mentor ziet zo of verzuim aandacht nodig heeft. Schrijf nergens de reden op.",
            ouders="Hoeveel halve schooldagen uw kind weg was en dat mocht",
            verplicht=True,
            bij_leeg="Vul de geoorloofde dagdelen in. Waren er geen? Vul dan 0 in.",
        ),
        _verzuim(
            naam="verzuim_ongeoorloofd",
            label="Hoeveel dagdelen was de leerling ongeoorloofd afwezig?",
            lezers="Dagdelen ongeoorloofd afwezig",
            type=_DAGDELEN,
            uitleg="Een schooldag heeft 2 dagdelen. Geen verzuim? Vul dan 0 in.",
            waarom="De mentor ziet zo of verzuim aandacht nodig heeft. Schrijf nergens de reden op.",
            ouders="Hoeveel halve schooldagen uw kind weg was en dat niet mocht",
            verplicht=True,
            bij_leeg="Vul de ongeoorloofde dagdelen in. Waren er geen? Vul dan 0 in.",
        ),
        _verzuim(
            naam="verzuim_meer_dan_kwart",
            label="Was de leerling meer dan een kwart van de lestijd afwezig?",
            lezers="Meer dan een kwart van de lestijd afwezig",
            type=JaNee(),
            uitleg="Het gaat om de laatste 12 maanden.",
            waarom="Bij veel verzuim kan de vo-school dan snel hulp regelen.",
            ouders="Of uw kind meer dan een kwart van de lessen miste",
        ),
        *voortgezet.VERZUIM,
    ),
)
