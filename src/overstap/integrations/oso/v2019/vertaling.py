"""Where do the report and OSO 2019.1 say the same thing in another shape? Both directions, on plain values."""

from __future__ import annotations

from typing import Any

from overstap.domain.adviezen.enums import Toetsadvies

GEHEIM = {"telefoon": "9999999999", "e-mail": "geheim@geheim.geheim"}


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
