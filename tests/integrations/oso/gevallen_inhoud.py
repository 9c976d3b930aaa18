"""The same as `gevallen`, for carers, advice, results, and the categories of what travels."""

from typing import Any

from tests.integrations.oso.gevallen import BB, MATRIX, Geval
from tests.integrations.oso.kleinste import CAT, L

_ADVIES = f"{L}/overstapadvies"
_EINDTOETS = f"{L}/eindtoets_basisonderwijs"
_TOETS = f"{L}/toetslijst/toets"
_SCORE = {"toetsscore": {"tijd": "1"}}
_SO = {"huidigeschool/soort": "SO"}


def _toets(dag: str = "2026-09-01", **resultaat: Any) -> dict[str, Any]:
    return {_TOETS: {"afname": {"afnamedatum": dag}, "resultaat": resultaat}}


def _cijfer(**score: str) -> dict[str, Any]:
    lijst = {"cijferlijstTypelijst": {"naam": "Taal", "score": score}}
    return {f"{L}/cijferlijstlijst/cijferlijst": lijst}


def _verzorger(**deel: Any) -> dict[str, Any]:
    return {f"{L}/verzorger": deel}


PERSONEN = [
    Geval(
        "OVa.OV03 OVb.OV01 PaO.OV03",
        _verzorger(adresgeheim="true", adreslijst={}),
        _verzorger(adresgeheim="false", adreslijst={}),
        stil=True,
    ),
    Geval("PaO.OV05", _verzorger(banknummer="1"), _verzorger(iban="1")),
]

RESULTATEN = [
    Geval(
        "OG.03",
        {f"{L}/onderwijsondersteuning/lwoo": {"lwoo_einddatum": "2027-08-01"}},
        {f"{L}/onderwijsondersteuning/lwoo": {"lwoo_einddatum": "2027-07-31"}},
        # The structure says the same; in OSO this one is said twice.
        mee=frozenset({"structuur"}),
    ),
    Geval("OVa.OA01", {_ADVIES: None, f"{CAT}/cat_overstapadvies": "OPTIONEEL"}, mee=MATRIX),
    Geval("OVa.OA02", {f"{_ADVIES}/advies": None}, {f"{_ADVIES}/advies": None, **_SO}, stil=True),
    Geval("OVa.OA03", {f"{_ADVIES}/contactnodig": None}, stil=True),
    Geval(
        "OVa.OA04",
        {f"{_ADVIES}/contactnodig": "true", f"{_ADVIES}/contacttelefoon": "1"},
        {f"{_ADVIES}/contactnodig": "1", f"{_ADVIES}/contacttelefoon": "1", f"{_ADVIES}/contactpersoon": "x"},
        stil=True,
    ),
    Geval(
        "OVa.OA05",
        {f"{_ADVIES}/contactnodig": "true", f"{_ADVIES}/contactpersoon": "x"},
        {f"{_ADVIES}/contactnodig": "false", f"{_ADVIES}/contactpersoon": "x"},
        stil=True,
    ),
    Geval(
        "OVa.EB02",
        {_EINDTOETS: {"deelgenomen": "true"}},
        {_EINDTOETS: {"deelgenomen": "true", "eindtoetsresultaat": {"toets_advies": "havo"}}},
        stil=True,
    ),
    Geval(
        "OVa.EB03",
        {_EINDTOETS: {"deelgenomen": "false"}},
        {_EINDTOETS: {"deelgenomen": "false", "eindtoetsresultaat": {"toetssoort": "0013"}}},
        stil=True,
    ),
    Geval(
        "OVa.EB04",
        {_EINDTOETS: {"deelgenomen": "1", "eindtoetsresultaat": {}}},
        {_EINDTOETS: {"deelgenomen": "0", "eindtoetsresultaat": {"toetssoort": "0013"}}},
        stil=True,
    ),
    Geval("OVa.TR04", _toets("2024-07-31", **_SCORE), _toets("2024-08-01", **_SCORE), stil=True),
    Geval("OVa.TR05 PaO.TR01", _toets(), _toets(referentiescore={}), stil=True),
    Geval(
        "OVa.TR06 PaO.TR02",
        _toets(toetsscore={}),
        _toets(toetsscore={"aantalgelezen": "1"}),
        stil=True,
    ),
    Geval("OVa.CL01 PaO.CL01", _cijfer(), _cijfer(kwalificatie="goed"), stil=True),
]

_VVE = {f"{CAT}/cat_vve": "OPTIONEEL"}
_VO = {f"{CAT}/cat_vombo": "OPTIONEEL"}
VERBODEN = [
    Geval("OVa.VV01 PaO.VV03", {**_VVE, f"{L}/voorschools": {}}, mee=MATRIX),
    Geval("OVa.VV02 PaO.VV04", {**_VVE, f"{L}/vroegschools": {}}, mee=MATRIX),
    Geval("PaO.VV01", {**_VVE, f"{L}/vanpeuterspeelzaal": {}}, mee=MATRIX),
    Geval("PaO.VV02", {**_VVE, f"{L}/naampeuterspeelzaal": "x"}, mee=MATRIX),
    Geval("PaO.EB01", {f"{CAT}/cat_eindtoetsbo": "OPTIONEEL", _EINDTOETS: {}}, mee=MATRIX),
    Geval("PaO.VM01", {**_VO, f"{L}/bevorderd": {}}, mee=MATRIX),
    Geval("PaO.VM02", {**_VO, f"{L}/examenresultaat": {}}, mee=MATRIX),
    Geval("PaO.VM03", {**_VO, f"{L}/resultaatvakkenvo": {}}, mee=MATRIX),
    Geval("PaO.VM04", {**_VO, f"{L}/certificaat": {}}, mee=MATRIX),
    Geval("PaO.VM05", {**_VO, f"{L}/competenties": {}}, mee=MATRIX),
    Geval("PaO.VM06", {**_VO, f"{L}/stage": {}}, mee=MATRIX),
    Geval("PaO.VM07", {**_VO, f"{L}/overigvombo": {}}, mee=MATRIX),
    # The block around these two is gone in 2019.1, so the structure refuses it as well.
    Geval("PaO.ZB01", {f"{L}/zorg": {"vir": "x"}}, mee=frozenset({"structuur"})),
    Geval("PaO.ZB02", {f"{L}/zorg": {"zat": "x"}}, mee=frozenset({"structuur"})),
]

# By number of the category: its content. In a dossier within the school each of them may be there or not.
INHOUD: dict[str, dict[str, Any]] = {
    "02 cat_ouderinzage": {"inzage": {}},
    "05 cat_oudersverzorgers": {f"{L}/aansprakelijkeinstelling": {}},
    "06 cat_vve": {f"{L}/vanpeuterspeelzaal": {}},
    "07 cat_schoolloopbaan": {f"{L}/schoolloopbaanlijst": {}},
    "08 cat_overstapadvies": {f"{L}/overstapadvies": {}},
    "09 cat_onderwijsondersteuning": {f"{L}/onderwijsondersteuning": {"opp": {}}},
    "10 cat_verzuim": {f"{L}/verzuim": {}},
    "11 cat_eindtoetsbo": {_EINDTOETS: {"deelgenomen": "1", "eindtoetsresultaat": {"toets_advies": "x"}}},
    "12 cat_toetsresultaten": _toets(**_SCORE),
    "13 cat_handelingsplannen": {f"{L}/onderwijsondersteuning": {"handelingsplan": {}}},
    "14 cat_cijferlijsten": _cijfer(waarde="7"),
    "15 cat_vombo": {f"{L}/bevorderd": {}},
    "16 cat_bijlagedocs": {f"{L}/overigdocumentlijst": {}},
}


def _categorie(nummer: str, naam: str, inhoud: dict[str, Any]) -> list[Geval]:
    zegt = f"{CAT}/{naam}"
    uit, verplicht = {zegt: "OPT-UIT"}, {zegt: "VERPLICHT"}
    return [
        Geval(f"OS.cat{nummer}", {**inhoud, **uit}, {**inhoud, zegt: "OPTIONEEL"}, uit=BB),
        Geval(f"OS.cat{nummer}", {**inhoud, zegt: "VERBODEN"}, uit, mee=MATRIX, uit=BB),
        Geval(f"OS.cat{nummer}", verplicht, {zegt: "OPTIONEEL"}, mee=MATRIX, uit=BB),
    ]


_LEK = {f"{L}/onderwijsondersteuning": {"toelichting_onderwijsbehoeften": {}}}
_PLAN = {f"{L}/onderwijsondersteuning": {"handelingsplan": {}}}
_ONDERSTEUNING = f"{CAT}/cat_onderwijsondersteuning"
CATEGORIEEN = [
    Geval("OS.cat01", {f"{CAT}/cat_metadata": "OPT-UIT"}, {f"{CAT}/cat_metadata": "VERPLICHT"}, mee=MATRIX),
    Geval("OS.cat03", {f"{CAT}/cat_school": "OPT-UIT"}, mee=MATRIX, stil=True),
    Geval("OS.cat04", {f"{CAT}/cat_leerling": "VERBODEN"}, mee=MATRIX, stil=True),
    *(geval for naam, inhoud in INHOUD.items() for geval in _categorie(*naam.split(), inhoud)),
    # The leak of the official check, and a plan that has a switch of its own.
    Geval("OS.cat09", {**_LEK, _ONDERSTEUNING: "OPT-UIT"}, {**_PLAN, _ONDERSTEUNING: "OPT-UIT"}, uit=BB, stil=True),
    Geval("OS.cat09", {**_PLAN, _ONDERSTEUNING: "VERPLICHT"}, {**_LEK}, mee=MATRIX, uit=BB),
    Geval("matrix", {f"{CAT}/cat_verzuim": "VERBODEN"}, {f"{CAT}/cat_verzuim": "OPT-UIT"}, stil=True),
]
