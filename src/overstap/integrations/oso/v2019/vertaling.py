"""Where do the report and OSO 2019.1 say the same thing in another shape? Both directions, on plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from overstap.domain.adviezen.enums import Toetsadvies
from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.v2019.lot import lot
from overstap.integrations.oso.v2019.naam import GEHEIM
from overstap.integrations.oso.v2019.profielen import OVERSTAP, Profiel
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, paden
from overstap.integrations.oso.v2019.waarden import CODES


def verberg_nummer(rij: dict[str, Any]) -> bool:
    """Take a secret number out of a row of communicatie; True when a real number was there.

    OSO writes a fixed value where a number is secret; that value is never a number.
    """
    nummer = rij.get("nummer")
    vast = nummer in GEHEIM.values()
    if not vast and not rij.get("geheim"):
        return False
    rij["geheim"] = True
    rij["nummer"] = None
    return bool(nummer) and not vast


def verberg_adres(rij: dict[str, Any]) -> int:
    """Take the addresses out of a pupil or carer whose address is secret; how many there were."""
    if not rij.get("adresgeheim"):
        return 0
    return len(rij.pop("adressen", ())) + len(rij.pop("adres_buitenland", ()))


def toetsadvies(tekst: str) -> str | None:
    """The key of the category that the words of the file name, if they name exactly one."""
    advies = Toetsadvies.uit_tekst(tekst)
    return advies.value if advies else None


def voor_schrijven(inhoud: Mapping[str, Any], profiel: Profiel) -> tuple[dict[str, Any], tuple[Melding, ...]]:
    """The values of a report in the shape of OSO 2019.1, and warnings about what it has no place for.

    Nothing is said about what the profile does not take at all.
    """
    waarden = dict(inhoud)
    _zet_adviezen(waarden)
    verberg_adres(waarden)
    waarden["verzorgers"] = tuple(dict(verzorger) for verzorger in waarden.get("verzorgers", ()))
    for verzorger in waarden["verzorgers"]:
        verberg_adres(verzorger)
    return waarden, () if lot(paden()[_TOETS], profiel).soort == GEWEIGERD else _zet_toets(waarden, profiel)


def toon_vast(rij: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row of communicatie with the fixed value in the place of a secret number."""
    return {**rij, "nummer": GEHEIM.get(rij.get("soort", ""))} if rij.get("geheim") else rij


def _zet_adviezen(waarden: dict[str, Any]) -> None:
    """OSO has one advice, and a second only when it was adjusted."""
    voorlopig, definitief = waarden.get("advies_voorlopig"), waarden.get("advies_definitief")
    bijgesteld = bool(voorlopig and definitief and voorlopig != definitief)
    waarden["advies_voorlopig"] = voorlopig if bijgesteld else definitief or voorlopig
    waarden["advies_definitief"] = definitief if bijgesteld else None


def _zet_toets(waarden: dict[str, Any], profiel: Profiel) -> tuple[Melding, ...]:
    """Leave out a result that OSO 2019.1 has no code or no place for; the report itself still shows it."""
    toets = dict(waarden.get("doorstroomtoets") or {})
    if not toets:
        return ()
    if toets.get("toetsadvies") and not toets.get("toetsadvies_tekst"):
        toets["toetsadvies_tekst"] = Toetsadvies(toets["toetsadvies"]).label
    waarden["doorstroomtoets"] = toets
    if toets.get("aanbieder") in _AANBIEDERS and toets.get("afgenomen_op"):
        return ()
    rest = {naam for naam in toets if naam not in ("deelgenomen", "documenten")}
    if not rest and (toets.get("deelgenomen") or profiel not in OVERSTAP):
        return ()
    # Without a result of a test that OSO knows the whole block stays out: for a pupil who took part it asks for
    # the result (OVa.EB02), for one who did not for the kind of test (OVa.EB03), and that only with a day.
    waarden["doorstroomtoets"] = {} if profiel in OVERSTAP else {naam: toets[naam] for naam in toets.keys() - rest}
    return (_GEEN_TOETS if toets.get("deelgenomen") else _NIET_DEELGENOMEN,)


_AANBIEDERS = frozenset(CODES["toetsaanbieder"].values())
_TOETS = "/dossier/huidigeschool/leerling/eindtoets_basisonderwijs"
_GEEN_TOETS = Melding(
    "OSO 2019.1",
    Ernst.WAARSCHUWING,
    _TOETS,
    "OSO 2019.1 heeft geen code voor deze doorstroomtoets. De uitslag staat niet in het OSO-bestand.",
    "U hoeft niets te doen: de uitslag staat wel in het rapport zelf.",
)
_NIET_DEELGENOMEN = Melding(
    "OSO 2019.1",
    Ernst.WAARSCHUWING,
    _TOETS,
    "Dat de leerling niet meedeed aan de doorstroomtoets staat niet in het OSO-bestand: OSO vraagt er een datum bij.",
    "U hoeft niets te doen: het staat wel in het rapport zelf.",
)
