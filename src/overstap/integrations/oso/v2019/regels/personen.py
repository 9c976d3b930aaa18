"""Are the data of the carers and the huisarts right, and can the number of the pupil exist?"""

from collections.abc import Callable, Iterator
from datetime import date

from overstap.domain.leerlingen.rules import is_bsn, is_onderwijsnummer
from overstap.integrations.oso.v2019.regels.dossier import PADEN, Dossier
from overstap.integrations.oso.v2019.regels.regel import Regelboek, type_vind, type_vondst

REGELS = Regelboek()

_VERZORGER = f"{PADEN['leerling']}/verzorger"


@REGELS.regel(
    "OVa.OV03",
    "OVb.OV01",
    "PaO.OV03",
    plek=f"{_VERZORGER}/adreslijst/adres",
    tekst="Het adres van een verzorger is geheim, maar staat toch in het bestand.",
    herstel="Kijk in uw leerlingadministratie bij deze verzorger of het adres geheim is.",
    stil=True,
)
def geheim_adres(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for verzorger in dossier.alle("verzorger"):
        if verzorger.waar("adresgeheim") and verzorger.heeft("adreslijst"):
            yield verzorger.element, "adreslijst/adres"


@REGELS.regel(
    "PaO.OV05",
    plek=f"{_VERZORGER}/banknummer",
    tekst="Het banknummer van een verzorger staat in het bestand. Dat mag niet.",
    herstel="Laat het weg: zet het uit in uw leerlingadministratie, of meld het bij de leverancier.",
)
def banknummer(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for verzorger in dossier.alle("verzorger"):
        if verzorger.heeft("banknummer"):
            yield verzorger.element, "banknummer"


@REGELS.regel(
    "OG.04",
    plek=f"{_VERZORGER}/overlijdensdatum",
    tekst="Bij een verzorger staat een datum van overlijden, maar niet dat hij of zij overleden is.",
    herstel="Kijk in uw leerlingadministratie bij deze verzorger of hij of zij is overleden.",
)
def overlijdensdatum(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for verzorger in dossier.alle("verzorger"):
        if verzorger.heeft("overlijdensdatum") and not verzorger.waar("overleden"):
            yield verzorger.element, "overlijdensdatum"


@REGELS.regel(
    "OG.05",
    plek=f"{PADEN['leerling']}/huisarts",
    tekst="Bij de huisarts staat een roepnaam, een geslacht of een geheim adres. Dat mag niet.",
    herstel="Haal dat in uw leerlingadministratie weg bij de huisarts van de leerling.",
)
def huisarts(dossier: Dossier, _: date) -> Iterator[type_vondst]:
    for arts in dossier.alle("huisarts"):
        for naam in ("roepnaam", "geslacht"):
            if arts.heeft(naam):
                yield arts.element, naam
        if arts.waar("adresgeheim"):
            yield arts.element, "adresgeheim"


def _bestaat_niet(naam: str, bestaat: Callable[[str], bool]) -> type_vind:
    """The test of the number itself. OSO does not look at it; DUO and we do."""

    def vind(dossier: Dossier, _: date) -> Iterator[type_vondst]:
        if dossier.leerling.heeft(naam) and not bestaat(dossier.leerling.tekst(naam).strip()):
            yield dossier.leerling.element, naam

    return vind


for _naam, _bestaat, _label in (("bsn", is_bsn, "BSN"), ("onderwijsnummer", is_onderwijsnummer, "onderwijsnummer")):
    REGELS.regel(
        "nummer",
        plek=f"{PADEN['leerling']}/{_naam}",
        tekst=f"Het {_label} van de leerling kan niet bestaan: het heeft geen 9 cijfers of doorstaat de elfproef niet.",
        herstel="Kijk het nummer na in uw leerlingadministratie bij de leerling.",
        stil=True,
    )(_bestaat_niet(_naam, _bestaat))
