"""What does an OSO 2019.1 file say, what did we refuse, and what is wrong with it?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lxml import etree

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.snapshot import (
    Gelezen,
    InzageInOso,
    Persoonsnummer,
)
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.rules import schooljaar_van
from overstap.integrations.oso.ontcijferen import Ingepakt
from overstap.integrations.oso.stroom import Pakket
from overstap.integrations.oso.v2019 import vertaling
from overstap.integrations.oso.v2019.documenten import NIETS, pak_alle_uit
from overstap.integrations.oso.v2019.handelingen import stappen
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels import controleer
from overstap.integrations.oso.v2019.regels.dossier import tekst
from overstap.integrations.oso.v2019.waarden import lees_datum
from overstap.integrations.oso.v2019.wandeling import Lezing, loop_kinderen

_LEERLING = "/dossier/huidigeschool/leerling"


def lees(
    wortel: etree._Element,
    *,
    vandaag: date | None = None,
    bijlagen: bool = True,
    uitgelicht: Mapping[str, Ingepakt | Pakket] = NIETS,
) -> Gelezen:
    """Everything in the tree of an OSO 2019.1 dossier, whatever its profile.

    A file that names no profile is read as POVO. The rules are judged at the date of the file, else at
    `vandaag`. A fault inside is a Melding and the rest is read. Without `bijlagen` attachments are only counted.
    `uitgelicht` are the contents that flowed out of the tree, by their marks.
    """
    profiel = profiel_van(wortel) or Profiel.POVO
    lezing = Lezing(profiel)
    lezing.houd_vast(wortel)
    loop_kinderen(lezing, wortel, stappen(profiel), lezing.waarden)
    _houd_geheim(lezing)
    if bijlagen:
        pak_alle_uit(lezing, uitgelicht)
    return _gelezen(lezing, wortel, vandaag)


def profiel_van(wortel: etree._Element) -> Profiel | None:
    """The profile that a file says it has; `None` when it names none."""
    return Profiel.van_bestand(tekst(wortel, "overdrachtsoort"), tekst(wortel, "metadata/overstap"))


def _houd_geheim(lezing: Lezing) -> None:
    """Throw away addresses that the file itself calls secret."""
    geheim = lezing.bevindingen.geheim
    geheim[f"{_LEERLING}/adreslijst/adres"] += vertaling.verberg_adres(lezing.waarden)
    for verzorger in lezing.waarden.get("verzorgers", ()):
        geheim[f"{_LEERLING}/verzorger/adreslijst/adres"] += vertaling.verberg_adres(verzorger)


def _gelezen(lezing: Lezing, wortel: etree._Element, vandaag: date | None) -> Gelezen:
    uit = lezing.afgeleid
    datum = _datum(uit.get("/dossier/metadata/datum"))
    profiel = profiel_van(wortel)
    meldingen = controleer(wortel, peildatum=datum or vandaag, schrijven=False) + lezing.bevindingen.meldingen
    return Gelezen(
        inhoud=Inhoud(lezing.waarden),
        nummer=Persoonsnummer(Nummersoort(lezing.nummer[0]), lezing.nummer[1]) if lezing.nummer else None,
        bestanden=tuple(lezing.bestanden),
        kapot=tuple(lezing.kapot),
        aantal_bijlagen=len(lezing.gevonden),
        geweigerd=lezing.bevindingen.weigeringen(),
        meldingen=tuple(meldingen),
        inzage=_inzage(uit),
        profiel=profiel or uit.get("/dossier/metadata/overstap", ""),
        van_het_vo=profiel is not None and profiel.van_het_vo,
        voor_swv=profiel is not None and profiel.voor_swv,
        overdrachtsoort=uit.get("/dossier/overdrachtsoort", ""),
        datum=datum,
        schooljaar=schooljaar_van(datum) if datum else "",
        pakket=uit.get("/dossier/metadata/pakketnaam", ""),
        pakketversie=uit.get("/dossier/metadata/pakketversie", ""),
        standaardversie=uit.get("/dossier/metadata/standaardversie", ""),
        categorieen=_categorieen(uit),
    )


def _datum(tekst: str | None) -> date | None:
    return lees_datum(tekst) if tekst else None


def _categorieen(uit: dict[str, str]) -> tuple[tuple[str, str], ...]:
    begin = "/dossier/metadata/categorie_uitlevering/"
    return tuple((pad.removeprefix(begin), keuze) for pad, keuze in uit.items() if pad.startswith(begin))


def _inzage(uit: dict[str, str]) -> InzageInOso | None:
    blok = {pad.rsplit("/", 1)[-1]: tekst for pad, tekst in uit.items() if pad.startswith("/dossier/inzage/")}
    if not blok:
        return None
    return InzageInOso(
        datum=_datum(blok.get("inzagedatum")),
        akkoord=blok.get("akkoord", ""),
        reden=blok.get("redennietakkoord", ""),
        ingezien=blok.get("inzage") in ("true", "1"),
        voorlopig=blok.get("voorlopigdossier") in ("true", "1"),
        toestemming=blok.get("toestemming", ""),
    )
