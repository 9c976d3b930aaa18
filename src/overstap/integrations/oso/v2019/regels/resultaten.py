"""Are the advice, the doorstroomtoets, the tests and the marks complete?"""

from collections.abc import Iterator
from datetime import date

from overstap.domain.rapporten.rules.toetsen import oudste_toetsdag
from overstap.integrations.oso.v2019.naam import q
from overstap.integrations.oso.v2019.regels.dossier import Dossier, heeft, tekst, type_element, waar
from overstap.integrations.oso.v2019.regels.regel import POVO, Regel, regel, verplicht

_ADVIES = "Vul dit in bij het schooladvies, onder Overstap in uw leerlingadministratie."
_TOETS = "Vul dit in bij de doorstroomtoets in uw leerlingadministratie."
_LVS = "Kijk bij deze toets in uw leerlingvolgsysteem en lever de uitslag opnieuw aan."
_TELLINGEN = frozenset(
    map(q, ("aantalopgaven", "aantalgoed", "aantalfout", "aantalgelezen", "tijd", "vaardigheidsscore"))
)


@regel("OVa.OA02", "Het schooladvies ontbreekt.", _ADVIES, profielen=POVO, stil=True)
def zonder_advies(dossier: Dossier, _: date) -> Iterator[type_element]:
    # A school for speciaal onderwijs may leave the advice out.
    if dossier.advies is not None and not heeft(dossier.advies, "advies") and tekst(dossier.school, "soort") != "SO":
        yield dossier.advies


def _bij_contact(nummer: str, pad: str, wat: str) -> Regel:
    @regel(nummer, f"Er is contact nodig met de vo-school, maar {wat} ontbreekt.", _ADVIES, stil=True)
    def toets(dossier: Dossier, _: date) -> Iterator[type_element]:
        if dossier.advies is not None and waar(dossier.advies, "contactnodig") and not heeft(dossier.advies, pad):
            yield dossier.advies

    return toets


@regel("OVa.EB02", "De leerling deed mee aan de doorstroomtoets, maar het resultaat ontbreekt.", _TOETS, stil=True)
def zonder_resultaat(dossier: Dossier, _: date) -> Iterator[type_element]:
    for toets in dossier.leerling.findall("{*}eindtoets_basisonderwijs"):
        if waar(toets, "deelgenomen") and not heeft(toets, "eindtoetsresultaat"):
            yield toets


@regel(
    "OVa.EB03",
    "De leerling deed niet mee aan de doorstroomtoets. De soort toets ontbreekt.",
    "U hoeft niets te doen. Wilt u de soort toets toch noemen, vul die dan in uw leerlingadministratie in.",
    raad=True,
)
def zonder_toetssoort(dossier: Dossier, _: date) -> Iterator[type_element]:
    # Only advice, also on writing: OSO lets a non-participant name the test only together with a
    # date on which it was taken, and we do not make up a date.
    for toets in dossier.leerling.findall("{*}eindtoets_basisonderwijs"):
        ontheven = tekst(toets, "eindtoetsresultaat/wettelijke_ontheffing") == "J"
        if (ontheven or not waar(toets, "deelgenomen")) and not heeft(toets, "eindtoetsresultaat/toetssoort"):
            yield toets


@regel("OVa.EB04", "De leerling deed mee aan de doorstroomtoets, maar het toetsadvies ontbreekt.", _TOETS, stil=True)
def zonder_toetsadvies(dossier: Dossier, _: date) -> Iterator[type_element]:
    for toets in dossier.leerling.findall("{*}eindtoets_basisonderwijs"):
        resultaat = heeft(toets, "eindtoetsresultaat")
        if resultaat and waar(toets, "deelgenomen") and not heeft(toets, "eindtoetsresultaat/toets_advies"):
            yield toets


@regel(
    "OVa.TR04",
    "Een toets is ouder dan dit schooljaar en de twee schooljaren ervoor.",
    "Lever alleen toetsen van dit schooljaar en de twee schooljaren ervoor mee.",
    profielen=POVO,
    stil=True,
)
def oude_toets(dossier: Dossier, peildatum: date) -> Iterator[type_element]:
    grens = oudste_toetsdag(peildatum).isoformat()
    for afname in dossier.overal["afname"]:
        dag = tekst(afname, "afnamedatum")[:10]
        if dag and dag < grens:
            yield afname


@regel("OVa.TR05", "Een toets heeft geen score, geen referentiescore en geen document.", _LVS, stil=True)
def leeg_resultaat(dossier: Dossier, _: date) -> Iterator[type_element]:
    for resultaat in dossier.overal["resultaat"]:
        if not any(heeft(resultaat, pad) for pad in ("toetsscore", "referentiescore", "document")):
            yield resultaat


@regel("OVa.TR06", "Een toetsscore heeft geen aantallen, geen tijd en geen vaardigheidsscore.", _LVS, stil=True)
def lege_score(dossier: Dossier, _: date) -> Iterator[type_element]:
    for score in dossier.overal["toetsscore"]:
        if _TELLINGEN.isdisjoint(kind.tag for kind in score):
            yield score


@regel(
    "OVa.CL01",
    "Een cijfer heeft geen waarde en geen beoordeling.",
    "Vul het cijfer of de beoordeling in uw leerlingadministratie in, of haal het vak van de lijst.",
    stil=True,
)
def leeg_cijfer(dossier: Dossier, _: date) -> Iterator[type_element]:
    for score in dossier.overal["score"]:
        if not heeft(score, "waarde") and not heeft(score, "kwalificatie"):
            yield score


REGELS: tuple[Regel, ...] = (
    verplicht("OVa.OA01", "leerling", "overstapadvies", "Het schooladvies ontbreekt.", _ADVIES),
    zonder_advies,
    verplicht(
        "OVa.OA03",
        "advies",
        "contactnodig",
        "Of contact met de vo-school nodig is ontbreekt.",
        _ADVIES,
        stil=True,
    ),
    _bij_contact("OVa.OA04", "contactpersoon", "de contactpersoon"),
    _bij_contact("OVa.OA05", "contacttelefoon", "het telefoonnummer"),
    zonder_resultaat,
    zonder_toetssoort,
    zonder_toetsadvies,
    oude_toets,
    leeg_resultaat,
    lege_score,
    leeg_cijfer,
)
