"""Can the personal number of the pupil exist? OSO itself does not look; DUO and we do."""

from collections.abc import Iterator
from datetime import date

from overstap.domain.leerlingen.rules import is_bsn, is_onderwijsnummer
from overstap.integrations.oso.v2019.regels.dossier import Dossier, heeft, tekst, type_element
from overstap.integrations.oso.v2019.regels.regel import ALLE, Regel, regel

_HERSTEL = "Kijk het nummer van de leerling na in uw leerlingadministratie."


@regel(
    "nummer",
    "Het BSN van de leerling bestaat niet: het heeft geen 9 cijfers, is alleen nullen of doorstaat de elfproef niet.",
    _HERSTEL,
    profielen=ALLE,
    stil=True,
)
def bsn_bestaat(dossier: Dossier, _: date) -> Iterator[type_element]:
    if heeft(dossier.leerling, "bsn") and not is_bsn(tekst(dossier.leerling, "bsn")):
        yield dossier.leerling


@regel(
    "nummer",
    "Het onderwijsnummer van de leerling bestaat niet: het heeft geen 9 cijfers of doorstaat de elfproef niet.",
    _HERSTEL,
    profielen=ALLE,
    stil=True,
)
def onderwijsnummer_bestaat(dossier: Dossier, _: date) -> Iterator[type_element]:
    nummer = tekst(dossier.leerling, "onderwijsnummer")
    if heeft(dossier.leerling, "onderwijsnummer") and not is_onderwijsnummer(nummer):
        yield dossier.leerling


REGELS: tuple[Regel, ...] = (bsn_bestaat, onderwijsnummer_bestaat)
