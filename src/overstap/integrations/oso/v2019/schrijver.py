"""How does a report become an OSO 2019.1 file that the official schema and the rules accept?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from lxml import etree

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.importen.snapshot import KAPOT, InzageInOso, Melding, Persoonsnummer, Weigering
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.geschreven import Geschreven, Schrijffout
from overstap.integrations.oso.stroom import Pakket
from overstap.integrations.oso.v2019 import vertaling
from overstap.integrations.oso.v2019.bouw import Bouw
from overstap.integrations.oso.v2019.documenten import pak_alle_uit
from overstap.integrations.oso.v2019.handelingen import stappen
from overstap.integrations.oso.v2019.lot import geweigerd
from overstap.integrations.oso.v2019.naam import STANDAARDVERSIE, VALIDATIEVERSIE
from overstap.integrations.oso.v2019.profielen import MATRIX, OPT_UIT, OPTIONEEL, Profiel
from overstap.integrations.oso.v2019.regels import controleer
from overstap.integrations.oso.v2019.verklappen import verklapt, zonder_nummers
from overstap.integrations.oso.v2019.wandeling import Lezing, loop_kinderen


def stel_op(
    inhoud: Inhoud,
    *,
    profiel: str,
    nummer: Persoonsnummer | None,
    inzage: InzageInOso | None,
    bestanden: Sequence[Bestand | Bron],
    datum: date,
    pakket: tuple[str, str],
    uitgezet: frozenset[str],
) -> Geschreven:
    """A valid OSO 2019.1 file; the same input always gives the same bytes.

    Only what the profile may hold goes in. `bestanden` are the released attachments: each goes to the place where
    `inhoud` names its key, and one that is named nowhere goes to the loose documents. `datum` is the day of the
    file, by which the rules are judged; `pakket` is our name and version; `uitgezet` are categories ("cat_verzuim")
    that the school does not send, as far as the profile leaves her the choice. For a samenwerkingsverband `nummer`
    is never written, it is only looked for. Raises `Schrijffout` when a fout is left, ValueError for a profile
    that we do not write. Those that are a `Bron` flow into the file when it is asked for (`Geschreven.stukken`).
    """
    soort = Profiel(profiel)
    if not soort.schrijfbaar:
        raise ValueError(f"profiel {profiel} wordt niet geschreven")
    waarden, zonder_plek = vertaling.voor_schrijven(inhoud, soort)
    meldingen = zonder_plek
    if soort.voor_swv:
        bestanden, gevonden = zonder_nummers(bestanden, nummer)
        meldingen += gevonden
    uit = frozenset(_uit_te_zetten(soort) & uitgezet)
    vast = {**_metadata(datum, soort, pakket, uit), **_inzage(inzage), **_nummer(nummer)}
    bouw = Bouw(waarden, vast, bestanden, soort, uit)
    wortel = bouw.dossier()
    meldingen += (*_controleer(wortel, bouw.groot, soort, datum), *(verklapt(wortel, nummer) if soort.voor_swv else ()))
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        raise Schrijffout(meldingen)
    etree.indent(wortel)
    xml = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8") + b"\n"
    # The doorstroomtoets is the one veld that this year may have no place for; see `vertaling`.
    niet_mee = tuple(Weigering("doorstroomtoets", "Doorstroomtoets", 1, melding.tekst) for melding in zonder_plek)
    return Geschreven(xml, tuple(meldingen), geweigerd(inhoud, nummer, inzage, soort, uit) + niet_mee, bouw.groot)


def _uit_te_zetten(profiel: Profiel) -> set[str]:
    return {naam for naam, keuze in MATRIX[profiel].items() if keuze == OPTIONEEL}


def _controleer(wortel: etree._Element, groot: Mapping[str, Pakket], profiel: Profiel, datum: date) -> list[Melding]:
    """Read our own tree back: what a reader is only warned about, we do not write."""
    lezing = Lezing(profiel)
    loop_kinderen(lezing, wortel, stappen(profiel), lezing.waarden)
    pak_alle_uit(lezing, groot)
    kapot = [
        Melding(KAPOT, Ernst.FOUT, "/dossier", f"De bijlage “{bestand.bestandsnaam}” kan niet mee.", bestand.reden)
        for bestand in lezing.kapot
    ]
    eigen = controleer(wortel, profiel, peildatum=datum, schrijven=True)
    namen = [melding for melding in lezing.bevindingen.meldingen if melding.regel != KAPOT]
    return [*eigen, *kapot, *namen]


def _metadata(datum: date, profiel: Profiel, pakket: tuple[str, str], uitgezet: frozenset[str]) -> Mapping[str, str]:
    metadata = "/dossier/metadata"
    keuzes = {
        f"{metadata}/categorie_uitlevering/{naam}": OPT_UIT if naam in uitgezet else keuze
        for naam, keuze in MATRIX[profiel].items()
    }
    return {
        f"{metadata}/deeldossier": "LASLVS",
        f"{metadata}/pakketnaam": pakket[0],
        f"{metadata}/pakketversie": pakket[1],
        f"{metadata}/datum": datum.isoformat(),
        f"{metadata}/standaardversie": STANDAARDVERSIE,
        f"{metadata}/validatieversie": VALIDATIEVERSIE,
        **keuzes,
        f"{metadata}/overstap": profiel.overstap,
        "/dossier/overdrachtsoort": profiel.overdrachtsoort,
    }


def _inzage(inzage: InzageInOso | None) -> Mapping[str, str]:
    if inzage is None:
        return {}
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
