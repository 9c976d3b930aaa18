"""Which documents does the law make part of every report, and are they there, or is it said why not?

The leerlingrapport of the doorstroomtoets (Toetsbesluit PO art. 8 lid 3) for everybody who took it, and in so and sbo
the newest ontwikkelingsperspectief (WEC 43 lid 1).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from overstap.domain.adviezen.enums import Toetsdomein
from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.grondslag import TOETSBESLUIT_8_3
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.waarden import Opmerking
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.rapporten.snapshot.referentieniveaus import referentieniveaus
from overstap.domain.scholen.enums import Onderwijs

_EXTRA_ONDERSTEUNING = ("opp", "tlv", "arrangementen_cluster12", "arrangementen_passend")
_WEC_43 = "artikel 43, lid 1 van de WEC"


def onderwijs_van(inhoud: Inhoud, volgens_regio: str) -> Onderwijs:
    """Which education the school gives: as the region file says, else as the administration says ("SBO")."""
    uit_las = str((inhoud.get("school") or {}).get("soort", "")).lower()
    woord = volgens_regio if volgens_regio in set(Onderwijs) and volgens_regio != Onderwijs.BO else uit_las
    return Onderwijs(woord) if woord in set(Onderwijs) else Onderwijs.BO


def vraagt_opp(inhoud: Inhoud, onderwijs: Onderwijs) -> bool:
    """Has this pupil an OPP, as far as anybody can know here?

    In so and sbo every pupil has; in a regular school a pupil with extra support beyond the basisondersteuning
    (WPO 40a), so not one with only dyslexia or giftedness: the administration tells of such support.
    """
    return onderwijs.opp_verplicht or any(naam in inhoud for naam in _EXTRA_ONDERSTEUNING)


def ontbrekende_stukken(inhoud: Inhoud, gaan_mee: Mapping[str, str], onderwijs: Onderwijs) -> tuple[Opmerking, ...]:
    """What must go along and does not. `gaan_mee`: key and kind of every attachment that goes along."""
    geldend = inhoud.geldend()
    return (*_leerlingrapport(geldend, gaan_mee), *(_opp(geldend, gaan_mee) if onderwijs.opp_verplicht else ()))


def _leerlingrapport(inhoud: Inhoud, gaan_mee: Mapping[str, str]) -> Iterator[Opmerking]:
    toets = inhoud.get("doorstroomtoets") or {}
    hier = len(referentieniveaus(inhoud)) == len(Toetsdomein) and toets.get("toetsadvies")
    if not toets.get("deelgenomen") or hier or _gaat_mee(Bijlagesoort.LEERLINGRAPPORT, toets, gaan_mee):
        return
    if "leerlingrapport_toelichting" not in inhoud:
        zin = "Voeg het leerlingrapport toe als bijlage, vul alle referentieniveaus in, of schrijf op waarom niet."
        reden = f"Het leerlingrapport hoort bij het rapport van elke leerling ({TOETSBESLUIT_8_3.kort})."
        yield Opmerking("leerlingrapport_toelichting", _label("doorstroomtoets"), Ernst.FOUT, zin, reden)


def _opp(inhoud: Inhoud, gaan_mee: Mapping[str, str]) -> Iterator[Opmerking]:
    reden = f"In het so en sbo is het nieuwste OPP deel van het rapport ({_WEC_43})."
    if inhoud.get("ondersteuningsvraag") is False:
        zin = "Kies ja: elke leerling in het so en sbo heeft een OPP."
        yield Opmerking("ondersteuningsvraag", _label("opp"), Ernst.FOUT, zin, reden)
    elif not _gaat_mee(Bijlagesoort.OPP, inhoud.get("opp") or {}, gaan_mee) and "opp_toelichting" not in inhoud:
        zin = "Laat het nieuwste OPP meegaan als bijlage, of schrijf op waarom het er niet bij zit."
        yield Opmerking("opp_toelichting", _label("opp"), Ernst.FOUT, zin, reden)


def _gaat_mee(soort: Bijlagesoort, waarde: Mapping[str, Any], gaan_mee: Mapping[str, str]) -> bool:
    """Does an attachment of this kind go along, or one that the administration put at this place?"""
    return soort in gaan_mee.values() or any(sleutel in gaan_mee for sleutel in waarde.get("documenten") or ())


def _label(veld: str) -> str:
    return catalogus().velden[veld].lezerslabel()
