"""Are the data of the pupil and the carers complete, and are no forbidden ones there?"""

from collections.abc import Iterator
from datetime import date

from overstap.integrations.oso.v2019.profielen import OVERSTAP, Profiel
from overstap.integrations.oso.v2019.regels.dossier import Dossier, heeft, tekst, type_element, waar
from overstap.integrations.oso.v2019.regels.regel import (
    ALLE,
    POVO,
    Regel,
    regel,
    verboden,
    verplicht,
)

_LEERLING = "Vul dit in bij de leerling in uw leerlingadministratie."
_ADRES = "Leg in uw leerlingadministratie vast of het adres geheim is. Zo niet, vul dan het volledige adres in."
_VERZORGERS = "Vul dit in bij de verzorgers van de leerling in uw leerlingadministratie."
_INSTELLING = OVERSTAP - {Profiel.VOVO}
_NIET_MEE = "U hoeft niets te doen: Overstap neemt dit niet over. Lever het bij een volgende keer niet mee."


@regel("OVa.LL05", "De leerling heeft geen adres, en het adres is niet geheim.", _ADRES)
def zonder_adres(dossier: Dossier, _: date) -> Iterator[type_element]:
    leerling = dossier.leerling
    adres = heeft(leerling, "adreslijst/adres") or heeft(leerling, "adresbuitenland")
    if not adres and not waar(leerling, "adresgeheim"):
        yield leerling


@regel("OVa.LL06", "Het adres van de leerling is geheim, maar staat toch in het bestand.", _ADRES)
def geheim_adres(dossier: Dossier, _: date) -> Iterator[type_element]:
    if waar(dossier.leerling, "adresgeheim") and heeft(dossier.leerling, "adreslijst/adres"):
        yield dossier.leerling


@regel(
    "OVa.LL09", "Het adres van de leerling is geheim, maar een adres in het buitenland staat in het bestand.", _ADRES
)
def geheim_adres_buitenland(dossier: Dossier, _: date) -> Iterator[type_element]:
    if waar(dossier.leerling, "adresgeheim") and heeft(dossier.leerling, "adresbuitenland"):
        yield dossier.leerling


@regel("OVa.LL12", "De leerling heeft geen BSN en geen onderwijsnummer.", _LEERLING)
def zonder_nummer(dossier: Dossier, _: date) -> Iterator[type_element]:
    if not heeft(dossier.leerling, "bsn") and not heeft(dossier.leerling, "onderwijsnummer"):
        yield dossier.leerling


@regel(
    "OVa.AI01",
    "De verzorgers zijn niet verantwoordelijk, maar er staat ook geen instelling.",
    "Vul in uw leerlingadministratie in wie verantwoordelijk is: de verzorgers of een instelling.",
    profielen=_INSTELLING,
)
def zonder_instelling(dossier: Dossier, _: date) -> Iterator[type_element]:
    leerling = dossier.leerling
    if not waar(leerling, "verzorgersaansprakelijk") and not heeft(leerling, "aansprakelijkeinstelling"):
        yield leerling


@regel("OVa.OV01", "De verzorgers zijn verantwoordelijk, maar er staat geen verzorger in het bestand.", _VERZORGERS)
def zonder_verzorger(dossier: Dossier, _: date) -> Iterator[type_element]:
    if waar(dossier.leerling, "verzorgersaansprakelijk") and not dossier.verzorgers:
        yield dossier.leerling


@regel(
    "OVa.OV03",
    "Het adres van een verzorger is geheim, maar staat toch in het bestand.",
    "Leg in uw leerlingadministratie vast of het adres van deze verzorger geheim is.",
    stil=True,
)
def geheim_adres_verzorger(dossier: Dossier, _: date) -> Iterator[type_element]:
    for verzorger in dossier.verzorgers:
        if waar(verzorger, "adresgeheim") and heeft(verzorger, "adreslijst"):
            yield verzorger


@regel(
    "OG.04",
    "Bij een verzorger staat een datum van overlijden, maar niet dat hij of zij overleden is.",
    _VERZORGERS,
    profielen=ALLE,
)
def datum_van_overlijden(dossier: Dossier, _: date) -> Iterator[type_element]:
    for verzorger in dossier.verzorgers:
        if heeft(verzorger, "overlijdensdatum") and not waar(verzorger, "overleden"):
            yield verzorger


@regel("OG.05", "De huisarts heeft een roepnaam, geslacht of geheim adres.", _NIET_MEE, profielen=ALLE, raad=True)
def huisarts(dossier: Dossier, _: date) -> Iterator[type_element]:
    arts = dossier.leerling.find("{*}huisarts")
    if arts is not None and (heeft(arts, "roepnaam") or heeft(arts, "geslacht") or waar(arts, "adresgeheim")):
        yield arts


@regel(
    "OG.03",
    "De einddatum van het lwoo is niet 31 juli.",
    "Verbeter de einddatum van de beschikking in uw leerlingadministratie: 31 juli van een jaar.",
    profielen=ALLE,
)
def einde_lwoo(dossier: Dossier, _: date) -> Iterator[type_element]:
    einde = tekst(dossier.leerling, "onderwijsondersteuning/lwoo/lwoo_einddatum")
    if einde and not einde[:10].endswith("-07-31"):
        yield dossier.leerling


REGELS: tuple[Regel, ...] = (
    verplicht("OVa.LL01", "leerling", "voornaam", "De leerling heeft geen voornaam.", _LEERLING),
    verplicht("OVa.LL02", "leerling", "geboortedatum", "De geboortedatum van de leerling ontbreekt.", _LEERLING),
    verboden("OVa.LL03", "geboortemaand", "De geboortemaand mag niet in het bestand staan.", _LEERLING),
    verplicht("OVa.LL04", "leerling", "adresgeheim", "Of het adres van de leerling geheim is ontbreekt.", _ADRES),
    zonder_adres,
    geheim_adres,
    verboden("OVa.LL07", "postcode4adres", "Een adres van alleen vier cijfers mag niet in het bestand staan.", _ADRES),
    geheim_adres_buitenland,
    verboden("OVa.LL10", "geboorteplaats", "De geboorteplaats mag niet in het bestand staan.", _NIET_MEE),
    verboden("OVa.LL11", "nationaliteit", "De nationaliteit mag niet in het bestand staan.", _NIET_MEE),
    zonder_nummer,
    Regel(
        "OVa.LL13",
        POVO,
        "Het nummer van de leerling in uw administratie ontbreekt.",
        _LEERLING,
        lambda dossier, _: () if heeft(dossier.leerling, "leerlingid") else (dossier.leerling,),
    ),
    verplicht("OVa.LL14", "leerling", "datuminschrijving", "De datum van inschrijving ontbreekt.", _LEERLING),
    verplicht(
        "OVa.LL15",
        "leerling",
        "verzorgersaansprakelijk",
        "Of de verzorgers verantwoordelijk zijn voor de leerling ontbreekt.",
        _VERZORGERS,
    ),
    zonder_instelling,
    verboden(
        "OVa.VV01",
        "voorschools",
        "Gegevens over voorschoolse educatie mogen niet in het bestand staan.",
        _NIET_MEE,
        OVERSTAP - {Profiel.POPO},
    ),
    verboden(
        "OVa.VV02",
        "vroegschools",
        "Gegevens over vroegschoolse educatie mogen niet in het bestand staan.",
        _NIET_MEE,
        OVERSTAP - {Profiel.POPO},
    ),
    verplicht(
        "OVa.SL01",
        "leerling",
        "schoolloopbaanlijst/schoolloopbaan",
        "De schoolloopbaan van de leerling ontbreekt.",
        "Vul minstens één schooljaar in bij de schoolloopbaan in uw leerlingadministratie.",
    ),
    zonder_verzorger,
    geheim_adres_verzorger,
    datum_van_overlijden,
    huisarts,
    einde_lwoo,
)
