"""What does the file of a region say, and is it right?

One readable TOML file holds all that differs per region: words, terms, schools, dates, colours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from overstap.domain.scholen.rules.kleuren import Regiokleuren
from overstap.domain.scholen.rules.regiobestand import Regiobestand, Regiocontact, Regioveld, Regiowoorden
from overstap.domain.scholen.rules.regiodatums import lees_kalenders
from overstap.domain.scholen.rules.regiomails import lees_mails
from overstap.domain.scholen.rules.regioscholen import email, lees_besturen, lees_scholen, telefoon
from overstap.domain.scholen.rules.regioverbanden import elke_route, lees_verbanden, type_routekeuring
from overstap.domain.scholen.rules.tomlbron import (
    Bestandsfout,
    OnleesbareToml,
    Tabellezer,
    ontleed,
    regelnummers,
)

# Default time for parents to react; no law sets a number, so a region may.
REACTIETERMIJN_DAGEN = 14
# Data from the LAS that are older get a warning before definitief.
GEGEVENS_HOOGSTENS_DAGEN = 90
SLEUTELS = (
    "naam", "reactietermijn_dagen", "gegevens_hoogstens_dagen", "pro_besluit_vragen", "standaard_bijlagesoorten",
    "swv", "woorden", "contact", "kleuren", "velden", "kalender", "besturen", "mails",
    "scholen",
)  # fmt: skip
"""What stands at the top of a region file, in the order in which it is written."""

KORT_WOORD, LANG_WOORD = 20, 60
_KLEUR = "#[0-9a-fA-F]{6}"
_KLEURNAMEN = ("merk", "accent")


class RegiobestandFout(ValueError):
    """The file cannot be used; ``fouten`` holds everything to mend, in order of line."""

    def __init__(self, fouten: list[Bestandsfout]) -> None:
        self.fouten = tuple(sorted(fouten, key=lambda fout: (fout.regel or 0, fout.sleutel)))
        super().__init__("\n".join(str(fout) for fout in self.fouten))


type_veldkeuring = Callable[[str, Regioveld], str]
"""(name, what the region says) → why that may not be, or an empty text. The report knows, not the school."""


def _elk_veld(_naam: str, _veld: Regioveld) -> str:
    return ""


type_soortkeuring = Callable[[str], str]
"""A kind of attachment that the region opens → why that may not be, or an empty text. The attachments know."""


def _elke_soort(_naam: str) -> str:
    return ""


def lees_regio(
    toml_text: str,
    keur_veld: type_veldkeuring = _elk_veld,
    keur_soort: type_soortkeuring = _elke_soort,
    keur_route: type_routekeuring = elke_route,
) -> Regiobestand:
    """Read and check a region file. Raises ``RegiobestandFout`` with all errors, each with line and key.

    ``keur_veld`` judges what the region says about the questions of the report, ``keur_soort`` which kinds of
    attachment it opens, ``keur_route`` what it says of a zorgroute; only those know.
    """
    try:
        inhoud = ontleed(toml_text)
    except OnleesbareToml as onleesbaar:
        raise RegiobestandFout([onleesbaar.fout]) from onleesbaar
    regio, fouten = keur_regio(inhoud, keur_veld, keur_soort, keur_route, regels=regelnummers(toml_text))
    if fouten:
        raise RegiobestandFout(fouten)
    return regio


def keur_regio(
    inhoud: dict[str, Any],
    keur_veld: type_veldkeuring = _elk_veld,
    keur_soort: type_soortkeuring = _elke_soort,
    keur_route: type_routekeuring = elke_route,
    *,
    regels: Mapping[str, int] | None = None,
) -> tuple[Regiobestand, list[Bestandsfout]]:
    """The region that this content of a file tells, and everything in it that is wrong: the one check of all.

    A page hands over what somebody chose in the form of the file, so that both are judged by the same rules. What was
    wrong holds a default in the region.
    """
    lezing = _Lezing(inhoud, regels or {}, [], keur_veld, keur_soort, keur_route)
    return lezing.regio(), lezing.fouten


@dataclass(frozen=True)
class _Lezing:
    """One reading of one file: the parsed content, the line of each key, and the errors so far."""

    inhoud: dict[str, Any]
    regels: Mapping[str, int]
    fouten: list[Bestandsfout]
    keur_veld: type_veldkeuring
    keur_soort: type_soortkeuring
    keur_route: type_routekeuring

    def regio(self) -> Regiobestand:
        boven = self._lezer(self.inhoud, "")
        boven.sleutels(SLEUTELS)
        termijn = boven.getal("reactietermijn_dagen", REACTIETERMIJN_DAGEN, 1, 60)
        return Regiobestand(
            naam=boven.tekst("naam", uitleg="de naam van de regio"),
            verbanden=lees_verbanden(self.inhoud, self._lezer, self.keur_route),
            woorden=self._woorden(),
            reactietermijn_dagen=termijn,
            gegevens_hoogstens_dagen=boven.getal("gegevens_hoogstens_dagen", GEGEVENS_HOOGSTENS_DAGEN, 1, 365),
            pro_besluit_vragen=boven.ja_nee("pro_besluit_vragen", standaard=True),
            standaard_bijlagesoorten=self._soorten(boven),
            kleuren=self._kleuren(),
            kalenders=lees_kalenders(self.inhoud, self._lezer, termijn),
            scholen=lees_scholen(self.inhoud, self._lezer),
            velden=self._velden(),
            contact=self._contact(),
            besturen=lees_besturen(self.inhoud, self._lezer),
            mails=lees_mails(self.inhoud, self._lezer),
        )

    def _soorten(self, boven: Tabellezer) -> tuple[str, ...]:
        soorten = boven.woorden("standaard_bijlagesoorten")
        for bezwaar in filter(None, map(self.keur_soort, soorten)):
            boven.meld("standaard_bijlagesoorten", bezwaar)
        return soorten

    def _velden(self) -> dict[str, Regioveld]:
        tabel = self.inhoud.get("velden", {})
        if not isinstance(tabel, dict):
            self._tabel("velden")  # reports that a block is missing
            return {}
        return {naam: self._veld(naam, self._lezer(waarden, f"velden.{naam}")) for naam, waarden in tabel.items()}

    def _veld(self, naam: str, lezer: Tabellezer) -> Regioveld:
        lezer.sleutels(("uitleg", "vragen"))
        veld = Regioveld(lezer.regels("uitleg"), lezer.ja_of_nee_of_niets("vragen"))
        if bezwaar := self.keur_veld(naam, veld):
            lezer.meld("", bezwaar)
        return veld

    def _lezer(self, waarden: object, naam: str) -> Tabellezer:
        return Tabellezer(waarden, naam, self.regels, self.fouten)

    def _tabel(self, naam: str) -> Tabellezer:
        return self._lezer(self.inhoud.get(naam, {}), naam)

    def _woorden(self) -> Regiowoorden:
        lezer, gewoon = self._tabel("woorden"), Regiowoorden()
        lezer.sleutels(("rapport", "rapport_lang"))
        return Regiowoorden(
            rapport=_woord(lezer, "rapport", gewoon.rapport, KORT_WOORD),
            rapport_lang=_woord(lezer, "rapport_lang", gewoon.rapport_lang, LANG_WOORD),
        )

    def _contact(self) -> Regiocontact:
        lezer = self._tabel("contact")
        lezer.sleutels(Regiocontact.__dataclass_fields__)
        return Regiocontact(
            naam=lezer.tekst("naam", "", uitleg="wie de scholen helpt, zoals Servicepunt Overstap"),
            telefoon=telefoon(lezer),
            email=email(lezer),
            bereikbaar=lezer.tekst("bereikbaar", "", uitleg="de dagen en uren, zoals maandag van 9.00 tot 12.00 uur"),
        )

    def _kleuren(self) -> dict[str, str]:
        lezer = self._tabel("kleuren")
        lezer.sleutels(_KLEURNAMEN)
        uitleg = "een kleur als # en zes tekens, zoals #1b4f72"
        gelezen = {naam: lezer.tekst(naam, "", vorm=_KLEUR, uitleg=uitleg) for naam in _KLEURNAMEN}
        kleuren = {naam: kleur.lower() for naam, kleur in gelezen.items() if kleur}
        for naam, zin in Regiokleuren(**kleuren).bezwaren().items():
            lezer.meld(naam, zin)
        return kleuren


def _woord(lezer: Tabellezer, sleutel: str, gewoon: str, hoogstens: int) -> str:
    """A word that stands in the middle of our sentences, so without markup."""
    uitleg = f"een woord van hoogstens {hoogstens} tekens, zonder opmaak"
    return lezer.tekst(sleutel, gewoon, vorm=rf"[^<>\r\n]{{1,{hoogstens}}}", uitleg=uitleg)
