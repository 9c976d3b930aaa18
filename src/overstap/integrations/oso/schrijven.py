"""How does a report become an OSO file of a year and a profile?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.geschreven import Geschreven, Schrijffout
from overstap.integrations.oso.jaren import Jaar, jaar_van_versie, jaren
from overstap.integrations.oso.officieel import bundel_aanwezig, toets_officieel
from overstap.integrations.xml import Grenzen, ontleed

PAKKET = ("Overstap", "1")


def schrijf(
    inhoud: Inhoud,
    *,
    nummer: Persoonsnummer | None,
    inzage: InzageInOso | None,
    bestanden: Sequence[Bestand | Bron],
    datum: date,
    profiel: str = "POVO",
    pakket: tuple[str, str] = PAKKET,
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
    inzage: InzageInOso | None,
    bestanden: Sequence[Bestand | Bron],
    datum: date,
    profiel: str = "POVO",
    pakket: tuple[str, str] = PAKKET,
    uitgezet: frozenset[str] = frozenset(),
    versie: str = "",
) -> Geschreven:
    """A valid OSO file; the same input always gives the same bytes.

    `bestanden` are the released attachments: each goes to the place where `inhoud` names its key, and one that is
    named nowhere goes to the loose documents. Of a `Bron` memory holds a piece at a time, when the file is asked for
    by `stukken()`. `datum` is the day of the file; `profiel` a code ("POVO", "POSWV" or
    "BB"); `pakket` our name and version; `uitgezet` categories ("cat_verzuim") that the school does not send;
    `versie` a year that we know, the newest when empty. Pass `nummer` for a samenwerkingsverband too: it is not
    written, but looked for in every text. Raises `Schrijffout` when a fout is left (also one of the official schema,
    when that is on this server), ValueError for a profile that is not written.
    """
    jaar = jaar_van_versie(versie) if versie else jaren()[0]
    geschreven = jaar.stel_op(
        inhoud,
        profiel=profiel,
        nummer=nummer,
        inzage=inzage,
        bestanden=bestanden,
        datum=datum,
        pakket=pakket,
        uitgezet=uitgezet,
    )
    return _officieel(geschreven, jaar)


def _officieel(geschreven: Geschreven, jaar: Jaar) -> Geschreven:
    """The same file, when the official schema has nothing against it; else `Schrijffout`."""
    if not bundel_aanwezig(jaar.versie):
        return geschreven
    wortel = ontleed(geschreven.kaal, Grenzen(bytes=len(geschreven.kaal)))
    gevonden = toets_officieel(wortel, jaar.versie, jaar.naamruimte, Ernst.FOUT)
    meldingen = geschreven.meldingen + gevonden
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Schrijffout(meldingen)
    return replace(geschreven, meldingen=meldingen)
