"""Are the advice, the support, the doorstroomtoets, the tests and the marks complete?"""

from collections.abc import Iterator
from datetime import date

from overstap.domain.rapporten.rules.toetsen import oudste_toetsdag
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Dossier
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vind, type_vondst

REGELS = Regelboek()

_L = PADEN["leerling"]
_ADVIES = "Vul dit in uw leerlingadministratie in bij het schooladvies van de leerling."
_CONTACT = "Vul dit in uw leerlingadministratie in bij het schooladvies, onder contact met de nieuwe school."
_TOETS = "Vul dit in uw leerlingadministratie in bij de doorstroomtoets van de leerling."
_LVS = "Kijk bij deze toets in uw leerlingvolgsysteem en lever de uitslag opnieuw aan."
_TELLINGEN = ("aantalopgaven", "aantalgoed", "aantalfout", "aantalgelezen", "tijd", "vaardigheidsscore")

REGELS.verplicht(
    "OVa.OA01",
    deel="leerling",
    pad="overstapadvies",
    tekst="Het onderdeel met het schooladvies ontbreekt.",
    herstel=_ADVIES,
)


@REGELS.regel(
    "OVa.OA02",
    plek=f"{PADEN['advies']}/advies",
    tekst="Het schooladvies ontbreekt.",
    herstel=_ADVIES,
    alleen={Profiel.POVO},
    stil=True,
)
def zonder_advies(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    # A school for speciaal onderwijs may leave the advice out.
    if dossier.advies is not None and not dossier.advies.heeft("advies") and dossier.school.tekst("soort") != "SO":
        yield dossier.advies.element, "advies"


REGELS.verplicht(
    "OVa.OA03",
    deel="advies",
    pad="contactnodig",
    tekst="Het bestand zegt niet of er contact met de nieuwe school nodig is.",
    herstel=_CONTACT,
    stil=True,
)


def _bij_contact(pad: str) -> type_vind:
    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if dossier.advies is not None and dossier.advies.waar("contactnodig") and not dossier.advies.heeft(pad):
            yield dossier.advies.element, pad

    return vind


for _nummer, _pad, _wat in (
    ("OVa.OA04", "contactpersoon", "de contactpersoon"),
    ("OVa.OA05", "contacttelefoon", "het telefoonnummer"),
):
    REGELS.regel(
        _nummer,
        plek=f"{PADEN['advies']}/{_pad}",
        tekst=f"Er is contact nodig met de nieuwe school, maar {_wat} ontbreekt.",
        herstel=_CONTACT,
        stil=True,
    )(_bij_contact(_pad))


@REGELS.regel(
    "OG.03",
    plek=f"{_L}/onderwijsondersteuning/lwoo/lwoo_einddatum",
    tekst="De einddatum van het lwoo is niet 31 juli.",
    herstel="Verbeter in uw leerlingadministratie de einddatum van de beschikking: 31 juli van een jaar.",
)
def einde_lwoo(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for lwoo in dossier.alle("lwoo"):
        einde = lwoo.tekst("lwoo_einddatum").strip()
        if einde and not einde[:10].endswith("-07-31"):
            yield lwoo.element, "lwoo_einddatum"


_EINDTOETS = f"{_L}/eindtoets_basisonderwijs"
_RESULTAAT = "eindtoetsresultaat"


@REGELS.regel(
    "OVa.EB02",
    plek=f"{_EINDTOETS}/{_RESULTAAT}",
    tekst="De leerling deed mee aan de doorstroomtoets, maar het resultaat ontbreekt.",
    herstel=_TOETS,
    stil=True,
)
def zonder_resultaat(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for toets in dossier.alle("eindtoets_basisonderwijs"):
        if toets.waar("deelgenomen") and not toets.heeft(_RESULTAAT):
            yield toets.element, _RESULTAAT


@REGELS.regel(
    "OVa.EB03",
    plek=f"{_EINDTOETS}/{_RESULTAAT}/toetssoort",
    tekst="De leerling deed niet mee aan de doorstroomtoets, maar de soort toets ontbreekt.",
    herstel="Vul in uw leerlingadministratie in welke doorstroomtoets uw school gebruikt, of laat de toets weg.",
    stil=True,
)
def zonder_toetssoort(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for toets in dossier.alle("eindtoets_basisonderwijs"):
        # The structure asks for it wherever there is a result, so also of a pupil who was exempted.
        if not toets.waar("deelgenomen") and not toets.heeft(_RESULTAAT):
            yield toets.element, f"{_RESULTAAT}/toetssoort"


@REGELS.regel(
    "OVa.EB04",
    plek=f"{_EINDTOETS}/{_RESULTAAT}/toets_advies",
    tekst="De leerling deed mee aan de doorstroomtoets, maar het toetsadvies ontbreekt.",
    herstel=_TOETS,
    stil=True,
)
def zonder_toetsadvies(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for toets in dossier.alle("eindtoets_basisonderwijs"):
        # Without any result OVa.EB02 has already asked.
        resultaat = dossier.een(_RESULTAAT)
        if resultaat is not None and toets.waar("deelgenomen") and not resultaat.heeft("toets_advies"):
            yield resultaat.element, "toets_advies"


@REGELS.regel(
    "OVa.TR04",
    plek=f"{_L}/toetslijst/toets/afname/afnamedatum",
    tekst="Een toets is ouder dan dit schooljaar en de twee schooljaren ervoor.",
    herstel="Laat deze toets weg: kies in uw leerlingadministratie de toetsen van de laatste drie schooljaren.",
    alleen={Profiel.POVO},
    stil=True,
)
def oude_toets(dossier: Dossier, dag: date) -> Iterator[type_vondst]:
    grens = oudste_toetsdag(dag).isoformat()
    for afname in dossier.alle("afname"):
        afgenomen = afname.tekst("afnamedatum").strip()[:10]
        if afgenomen and afgenomen < grens:
            yield afname.element, "afnamedatum"


@REGELS.regel(
    "OVa.TR05",
    "PaO.TR01",
    plek=f"{_L}/toetslijst/toets//resultaat",
    tekst="Een toets heeft geen score, geen referentiescore en geen document.",
    herstel=_LVS,
    stil=True,
)
def leeg_resultaat(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for resultaat in dossier.alle("resultaat"):
        if not resultaat.heeft("toetsscore", "referentiescore", "document"):
            yield resultaat.element, ""


@REGELS.regel(
    "OVa.TR06",
    "PaO.TR02",
    plek=f"{_L}/toetslijst/toets//resultaat/toetsscore",
    tekst="Een toetsscore heeft geen aantallen, geen tijd en geen vaardigheidsscore.",
    herstel=_LVS,
    stil=True,
)
def lege_score(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for score in dossier.alle("toetsscore"):
        if not score.heeft(*_TELLINGEN):
            yield score.element, ""


@REGELS.regel(
    "OVa.CL01",
    "PaO.CL01",
    plek=f"{_L}/cijferlijstlijst/cijferlijst//score",
    tekst="Een cijfer heeft geen waarde en geen beoordeling.",
    herstel="Vul in uw leerlingadministratie het cijfer of de beoordeling in, of haal het vak van de cijferlijst.",
    stil=True,
)
def leeg_cijfer(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for score in dossier.alle("score"):
        if not score.heeft("waarde", "kwalificatie"):
            yield score.element, ""
