"""For every rule: the smallest change that breaks only that rule, and the nearest one that keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.regel import ALLE
from tests.integrations.oso.kleinste import CAT, TELEFOON, L

MAIL = {"soort": "e-mail", "nummer": "school@voorbeeld.nl"}
SCHOOLCONTACT = "huidigeschool/communicatielijst"
CONTACT = f"{L}/communicatielijst"
OVERSTAP = {Profiel.POVO, Profiel.POPO, Profiel.VOVO}
SWV = {Profiel.POSWV, Profiel.VOSWV}
BB = {Profiel.BB}
# The block may be switched off or is forbidden in this profile, so the matrix of our own speaks too.
MATRIX = frozenset({"matrix"})


@dataclass(frozen=True)
class Geval:
    """`breekt` and `houdt` are changes of the smallest dossier by path; `mee` are our own rules that come along.

    `uit` are the profiles in which it is tried, as far as the rule counts there.
    """

    nummers: str
    breekt: Mapping[str, Any]
    houdt: Mapping[str, Any] = field(default_factory=dict)
    mee: frozenset[str] = frozenset()
    uit: Iterable[Profiel] = ALLE
    stil: bool = False


def _contact(**deel: str) -> dict[str, Any]:
    return {CONTACT: {"communicatie": {**TELEFOON, **deel}}}


_GEHEIM = _contact(geheim="true")


def _mail(adres: str) -> dict[str, Any]:
    return {CONTACT: {"communicatie": {**MAIL, "nummer": adres}}}


ALGEMEEN = [
    Geval("OG.01", _mail("a@b"), _mail("a@bc")),
    Geval("OG.01", _mail("a@" + "b" * 252 + ".nl"), _mail("a@" + "b" * 251 + ".nl")),
    Geval("OG.01", _mail("zonder.voorbeeld.nl"), _mail("!#$%*+=?^_`{|}~.-@b-2.nl")),
    Geval("OG.01", _mail("é@voorbeeld.nl"), _mail("e@voorbeeld.nl")),
    Geval("OG.01", _mail("a@-voorbeeld.nl"), _mail("a@v-oorbeeld.nl")),
    Geval("OG.01", _mail("a@voorbeeld.nl."), _mail("A@VOORBEELD.NL")),
    Geval("OG.01", _mail("twee woorden@voorbeeld.nl"), _mail("twee.woorden@voorbeeld.nl"), stil=True),
    Geval("OG.01", _mail("a" * 65 + "@voorbeeld.nl"), _mail("a" * 64 + "@voorbeeld.nl"), stil=True),
    Geval("OG.02", {"metadata/standaardversie": "2018.1"}),
    Geval(
        "OG.04",
        {f"{L}/verzorger": {"overlijdensdatum": {}}},
        {f"{L}/verzorger": {"overleden": "true", "overlijdensdatum": {}}},
    ),
    Geval(
        "OG.04", {f"{L}/verzorger": {"overleden": "0", "overlijdensdatum": {}}}, {f"{L}/verzorger": {"overleden": "1"}}
    ),
    Geval("OG.05", {f"{L}/huisarts": {"roepnaam": "Bo"}}, {f"{L}/huisarts": {"adresgeheim": "false"}}),
    Geval("OG.05", {f"{L}/huisarts": {"geslacht": "1"}}, {f"{L}/huisarts": {}}),
    Geval("OG.05", {f"{L}/huisarts": {"adresgeheim": "true"}}, {f"{L}/huisarts": {"adresgeheim": "0"}}),
]

BESTAND = [
    Geval("OVa.MD01 OVb.MD01 PaO.MD01", {"metadata/deeldossier": "LVS"}, {"metadata/deeldossier": "LAS"}),
    Geval("OVa.MD02 OVb.MD02 PaO.MD02", {"metadata/validatieversie": "2019.1"}),
    Geval("OVa.MD03 OVb.MD03 PaO.MD03", {CAT: None}),
    Geval("OVa.OS01 PaO.SO01", {"metadata/overstap": None}),
    Geval("OVa.OS02", {"metadata/overstap": "POSWV"}),
    Geval("PaO.SO02", {"metadata/overstap": "POVO"}),
    Geval("OVa.OS03", {"overdrachtsoort": "swv-dossier"}, {"overdrachtsoort": "overdrachtbinnenbrin"}),
    Geval("OVb.OS01", {"overdrachtsoort": "swv-dossier"}, {"overdrachtsoort": "overstapdossier"}),
    Geval("PaO.SO03", {"overdrachtsoort": "overstapdossier"}),
    Geval("OVa.IZ01", {"inzage": None, f"{CAT}/cat_ouderinzage": "OPTIONEEL"}, mee=MATRIX),
    Geval("OVa.IZ02", {"inzage/inzage": "false"}, {"inzage/inzage": "1"}),
    Geval("OVa.IZ02", {"inzage/inzage": None}),
    Geval("OVa.IZ03", {"inzage/inzagedatum": None}),
    Geval("OVa.IZ04", {"inzage/akkoord": None}, {"inzage/akkoord": "Onbekend"}),
    Geval("OVa.IZ05", {"inzage/toestemming": None}, {"inzage/toestemming": "Nee"}),
    Geval("OVa.SL01 PaO.SL01", {"huidigeschool/adreslijst": None}),
    Geval("OVa.SL02 PaO.SL02", {SCHOOLCONTACT: None}, {f"{SCHOOLCONTACT}/communicatie": MAIL}),
    Geval("OVa.LL08 OVb.LL04 PaO.LL08", _GEHEIM, _contact(geheim="true", nummer="9999999999")),
    Geval(
        "OVa.LL08 OVb.LL04 PaO.LL08",
        {CONTACT: {"communicatie": {**MAIL, "geheim": "1"}}},
        {CONTACT: {"communicatie": {**MAIL, "geheim": "1", "nummer": "geheim@geheim.geheim"}}},
    ),
    Geval(
        "OVa.LL08 OVb.LL04 PaO.LL08",
        {f"{L}/verzorger": {"communicatielijst": {"communicatie": {**TELEFOON, "geheim": "true"}}}},
        {f"{L}/verzorger": {"communicatielijst": {"communicatie": TELEFOON}}},
    ),
]

_GEHEIM_ADRES = {f"{L}/adresgeheim": "true", f"{L}/adreslijst": None}
_GENUMMERD = OVERSTAP | BB
LEERLING = [
    Geval("OVa.LL01 PaO.LL01", {f"{L}/voornaam": None}, {f"{L}/voornaam": ["Noor", "Fleur"]}),
    Geval("OVa.LL02 PaO.LL02", {f"{L}/geboortedatum": None}),
    Geval("OVb.LL01", {f"{L}/geboortemaand": {}}, {f"{L}/geboortedatum": {}}),
    Geval("OVa.LL04 PaO.LL04", {f"{L}/adresgeheim": None}),
    Geval("OVa.LL05 PaO.LL05", {f"{L}/adreslijst": None}, {f"{L}/adreslijst": None, f"{L}/adresbuitenland": {}}),
    Geval("OVa.LL06 OVb.LL02 PaO.LL06", {f"{L}/adresgeheim": "1", f"{L}/adreslijst": {}}, _GEHEIM_ADRES),
    Geval("OVb.LL03", {f"{L}/postcode4adres": "9999"}, {f"{L}/adreslijst": {}}),
    Geval(
        "OVa.LL09 OVb.LL05 PaO.LL09",
        {**_GEHEIM_ADRES, f"{L}/adresbuitenland": {}},
        {f"{L}/adresgeheim": "false", f"{L}/adresbuitenland": {}},
    ),
    Geval("OVa.LL10 OVb.LL?? PaO.LL10", {f"{L}/geboorteplaats": "Ergens"}),
    Geval("OVa.LL11 OVb.LL?? PaO.LL11", {f"{L}/nationaliteit": "0001"}),
    Geval("OVa.LL12", {f"{L}/bsn": None}, {f"{L}/bsn": None, f"{L}/onderwijsnummer": "999990014"}),
    Geval("PaO.LL12", {f"{L}/bsn": "999990019"}, {f"{L}/leerlingid": "1"}),
    Geval("PaO.LL12", {f"{L}/onderwijsnummer": "999990014"}),
    Geval("OVa.LL13", {f"{L}/leerlingid": None}),
    Geval("OVa.LL14", {f"{L}/datuminschrijving": None}),
    Geval("OVa.LL15", {f"{L}/verzorgersaansprakelijk": None}),
    Geval(
        "OVa.AI01",
        {f"{L}/verzorgersaansprakelijk": "false"},
        {f"{L}/verzorgersaansprakelijk": "0", f"{L}/aansprakelijkeinstelling": {}},
    ),
    Geval("OVa.OV01", {f"{L}/verzorger": None}, {f"{L}/verzorger": [{}, {}]}),
    Geval(
        "PaO.OV01",
        {f"{L}/verzorgersaansprakelijk": "true", f"{L}/verzorger": None},
        {f"{L}/verzorgersaansprakelijk": "true"},
    ),
    Geval(
        "OVa.SL01 PaO.SL01",
        {f"{L}/schoolloopbaanlijst": None, f"{CAT}/cat_schoolloopbaan": "OPTIONEEL"},
        mee=MATRIX,
    ),
    Geval("nummer", {f"{L}/bsn": "999990018"}, {f"{L}/bsn": "999990019"}, uit=_GENUMMERD, stil=True),
    Geval("nummer", {f"{L}/bsn": "000000000"}, uit=_GENUMMERD, stil=True),
    Geval(
        "nummer",
        {f"{L}/bsn": None, f"{L}/onderwijsnummer": "12345678"},
        {f"{L}/bsn": None, f"{L}/onderwijsnummer": "999990014"},
        uit=_GENUMMERD,
        stil=True,
    ),
]

GEMEENTE = [
    # Here only the other member of a choice can stand, so the one that is missed comes along.
    Geval("OVa.LL03 PaO.LL03", {f"{L}/geboortedatum": None, f"{L}/geboortemaand": {}}, mee=frozenset({"LL02"})),
    Geval("OVa.LL07 PaO.LL07", {**_GEHEIM_ADRES, f"{L}/postcode4adres": "9999"}, _GEHEIM_ADRES),
]
