"""How does a report become an OSO 2019.1 file that the official schema and the rules accept?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.snapshot import InzageInOso, Melding, Persoonsnummer
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.v2019 import vertaling
from overstap.integrations.oso.v2019.bouw import Bouw
from overstap.integrations.oso.v2019.handelingen import stappen
from overstap.integrations.oso.v2019.naam import STANDAARDVERSIE, VALIDATIEVERSIE
from overstap.integrations.oso.v2019.regels import Profiel, toets
from overstap.integrations.oso.v2019.regels.categorieen import OPT_UIT, OPTIONEEL, UITLEVERINGEN
from overstap.integrations.oso.v2019.wandeling import Lezing, loop_kinderen


class Schrijffout(Exception):
    """The report cannot become a valid file yet; `meldingen` say what to do, fouten first."""

    def __init__(self, meldingen: Sequence[Melding]) -> None:
        super().__init__(", ".join(melding.regel for melding in meldingen))
        self.meldingen = tuple(sorted(meldingen, key=lambda melding: melding.ernst is not Ernst.FOUT))


@dataclass(frozen=True)
class Geschreven:
    """A valid file, and the warnings about it (such as what OSO 2019.1 has no place for)."""

    xml: bytes
    meldingen: tuple[Melding, ...]


def schrijf(
    inhoud: Inhoud,
    *,
    nummer: Persoonsnummer | None,
    inzage: InzageInOso,
    bestanden: Sequence[Bestand],
    datum: date,
    profiel: Profiel = Profiel.POVO,
    pakket: tuple[str, str] = ("Overstap", "1"),
    uitgezet: frozenset[str] = frozenset(),
) -> bytes:
    """The file of `stel_op`, without its warnings."""
    return stel_op(
        inhoud,
        nummer=nummer,
        inzage=inzage,
        bestanden=bestanden,
        datum=datum,
        profiel=profiel,
        pakket=pakket,
        uitgezet=uitgezet,
    ).xml


def stel_op(
    inhoud: Inhoud,
    *,
    nummer: Persoonsnummer | None,
    inzage: InzageInOso,
    bestanden: Sequence[Bestand],
    datum: date,
    profiel: Profiel = Profiel.POVO,
    pakket: tuple[str, str] = ("Overstap", "1"),
    uitgezet: frozenset[str] = frozenset(),
) -> Geschreven:
    """A valid OSO 2019.1 file; the same input always gives the same bytes.

    `bestanden` are the released attachments: each goes to the place where `inhoud` names its key, and
    one that is named nowhere goes to the loose documents. `datum` is the day of the file, by which the
    rules are judged; `pakket` is our name and version; `uitgezet` are categories ("cat_verzuim") that
    the school does not send. Raises `Schrijffout` when a fout is left, ValueError for another profile than POVO.
    """
    if profiel is not Profiel.POVO:
        raise ValueError(f"profiel {profiel} kan nog niet geschreven worden")
    waarden, waarschuwingen = vertaling.voor_schrijven(inhoud)
    uit = frozenset(_uit_te_zetten() & uitgezet)
    vast = {**_metadata(datum, profiel, pakket, uit), **_inzage(inzage), **_nummer(nummer)}
    wortel = Bouw(waarden, vast, bestanden, uit).dossier()
    meldingen = [*waarschuwingen, *_controleer(wortel, profiel, datum)]
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Schrijffout(meldingen)
    etree.indent(wortel)
    xml = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8") + b"\n"
    return Geschreven(xml, tuple(meldingen))


def _uit_te_zetten() -> set[str]:
    return {uitlevering.naam for uitlevering in UITLEVERINGEN if uitlevering.povo == OPTIONEEL}


def _controleer(wortel: etree._Element, profiel: Profiel, datum: date) -> list[Melding]:
    """Read our own tree back: what a reader only warns about in its structure, we do not write."""
    lezing = Lezing()
    loop_kinderen(lezing, wortel, stappen(), lezing.waarden)
    eigen = [
        melding if melding.regel == "bijlage" else replace(melding, ernst=Ernst.FOUT)
        for melding in lezing.bevindingen.meldingen
    ]
    kapot = [
        Melding("bijlage", Ernst.FOUT, "/dossier", f"De bijlage “{bestand.bestandsnaam}” kan niet mee.", bestand.reden)
        for bestand in lezing.kapot
    ]
    return [*eigen, *kapot, *toets(wortel, profiel, peildatum=datum, schrijven=True)]


def _metadata(datum: date, profiel: Profiel, pakket: tuple[str, str], uitgezet: frozenset[str]) -> Mapping[str, str]:
    metadata = "/dossier/metadata"
    keuzes = {
        f"{metadata}/categorie_uitlevering/{uitlevering.naam}": OPT_UIT
        if uitlevering.naam in uitgezet
        else uitlevering.povo
        for uitlevering in UITLEVERINGEN
    }
    return {
        f"{metadata}/deeldossier": "LASLVS",
        f"{metadata}/pakketnaam": pakket[0],
        f"{metadata}/pakketversie": pakket[1],
        f"{metadata}/datum": datum.isoformat(),
        f"{metadata}/standaardversie": STANDAARDVERSIE,
        f"{metadata}/validatieversie": VALIDATIEVERSIE,
        **keuzes,
        f"{metadata}/overstap": profiel.value,
        "/dossier/overdrachtsoort": "overstapdossier",
    }


def _inzage(inzage: InzageInOso) -> Mapping[str, str]:
    blok = {
        "voorlopigdossier": "true" if inzage.voorlopig else "false",
        "inzage": "true" if inzage.ingezien else "false",
        "inzagedatum": inzage.datum.isoformat() if inzage.datum else "",
        "akkoord": inzage.akkoord,
        "redennietakkoord": inzage.reden,
        "toestemming": inzage.toestemming,
    }
    return {f"/dossier/inzage/{naam}": tekst for naam, tekst in blok.items()}


def _nummer(nummer: Persoonsnummer | None) -> Mapping[str, str]:
    return {f"/dossier/huidigeschool/leerling/{nummer.soort}": nummer.waarde} if nummer else {}
