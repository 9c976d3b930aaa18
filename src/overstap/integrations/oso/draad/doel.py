"""How is a dossier fetched? Ask a session, ask each aanleverpunt in turn, and sign off once with the best result."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import BinaryIO

from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt
from overstap.integrations.oso.draad.bericht import Aanleverpunt, Bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import CENTRALE, DOSSIER, NIET_AANGEKOMEN, Maat, vraag
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.draad.zoeksleutel import Zoeksleutel

BINNEN_BRIN = "overdrachtbinnenbrin"
OVERSTAP = "overstapdossier"
_TE_GROOT = frozenset({"te_groot", "dossier_te_groot"})
# To a samenwerkingsverband; the pupil is named by a koppelsleutel, never by a number.
SWV = "swv-dossier"


@dataclass(frozen=True)
class Ophaling:
    """What came of fetching: the result as the standard writes it, and the file when there is one.

    `sessie` is empty when the Traffic Center gave none; `kenmerk` is the aanleverpunt of the best result; `fout` the
    word of a `Draadfout` behind it; `afgemeld` whether the Traffic Center took the signing off. `later` is what to
    sign off with when it certainly did not hear it (`meld_af`); as good as the number, so kept as such.
    """

    code: str
    uitkomst: Uitkomst
    sessie: str = ""
    kenmerk: str = ""
    dossier: bytes | BinaryIO | None = field(default=None, repr=False)
    fout: str = ""
    afgemeld: bool = False
    later: dict[str, str] | None = field(default=None, repr=False)


# How the pupil is named in every message of a session: fields of the message, as good as the number.
_Sleutel = dict[str, str]


@dataclass(frozen=True)
class _Antwoord:
    code: str
    kenmerk: str
    dossier: bytes | BinaryIO | None = field(default=None, repr=False)
    fout: str = ""


@dataclass(frozen=True)
class Haler:
    """Fetches at one connection for one school; `bron_brin` is the school whose administration is asked, `maat` what
    the answer with a dossier may cost."""

    aansluiting: Aansluiting
    punt: Punt
    bron_brin: str
    soort: str = BINNEN_BRIN
    maat: Maat = DOSSIER

    def haal_op(self, nummer: str, *, na: datetime | None = None) -> Ophaling:
        """Fetch the dossier of a pupil (`nummer`: nine digits), of after `na` when that is given. Raises nothing of
        the exchange: a fault is a result."""
        return self._haal(self._als_zoeksleutel(self.aansluiting.strategie.maak(nummer)), na)

    def haal_gekoppeld(self, koppelsleutel: str) -> Ophaling:
        """Fetch the one dossier that a notification was about; for a `Haler` of the kind `SWV`. Raises nothing of the
        exchange: a fault is a result."""
        return self._haal({"koppelsleutel": koppelsleutel}, None)

    def _als_zoeksleutel(self, sleutel: Zoeksleutel) -> dict[str, str]:
        fragment = {"pgnfrag": sleutel.fragment} if "pgnfrag" in self.aansluiting.uitgave.velden else {}
        return {"zoeksleutel": sleutel.sleutel} | fragment

    def _haal(self, sleutel: _Sleutel, na: datetime | None) -> Ophaling:
        try:
            sessie = self._begin(sleutel)
        except Draadfout as fout:
            return self._mislukt(fout)
        if code := sessie["resultaat"]:
            return self._als(_Antwoord(code, ""), "", afgemeld=False)
        beste = self._vraag_rond(sessie, sleutel, na)
        waarden = self._afmelding(sessie["sessie"], sleutel, beste)
        afgemeld = self._meld_af(waarden)
        ophaling = self._als(beste, sessie["sessie"], afgemeld=afgemeld is True)
        return ophaling if afgemeld is not None else replace(ophaling, later=waarden)

    def _begin(self, sleutel: _Sleutel) -> Bericht:
        las = {"bron_kenmerk": self.punt.las} if self.punt.las else {}
        antwoord = self._aan_centrale("overdrachtRequest", self._blok(sleutel) | las)
        if not antwoord["resultaat"] and not antwoord["sessie"]:
            raise Draadfout("geen_sessie", onderweg=True)
        return antwoord

    def _vraag_rond(self, sessie: Bericht, sleutel: _Sleutel, na: datetime | None) -> _Antwoord:
        """Ask every aanleverpunt until one has it; the best answer, and of equal ones the last."""
        beste = _Antwoord(self._code(Uitkomst.BRON_ONBEKEND), "")
        for nummer, punt in enumerate(sessie.punten):
            antwoord = self._vraag_dossier(punt, sessie["sessie"], sleutel, na)
            if nummer == 0 or self._rang(antwoord) >= self._rang(beste):
                beste = antwoord
            if antwoord.dossier is not None:
                break
        return beste

    def _vraag_dossier(self, punt: Aanleverpunt, sessie: str, sleutel: _Sleutel, na: datetime | None) -> _Antwoord:
        waarden = self._blok(sleutel) | {"bron_kenmerk": punt.kenmerk, "sessie": sessie}
        if na is not None:
            waarden["verzameldatum"] = na.isoformat(timespec="seconds")
        if self.aansluiting.vraagt_versie:
            waarden["versie"] = self.aansluiting.vraagt_versie
        try:
            antwoord = self._stuur(punt.url, Bericht("documentRequest", waarden))
        except Draadfout as fout:
            return _Antwoord(self._code_van(fout), punt.kenmerk, fout=fout.code)
        if antwoord.dossier is not None:
            return _Antwoord(self._code(Uitkomst.GELUKT), punt.kenmerk, antwoord.dossier)
        return _Antwoord(antwoord["resultaat"] or self._code(Uitkomst.TECHNISCH), punt.kenmerk)

    def _afmelding(self, sessie: str, sleutel: _Sleutel, beste: _Antwoord) -> dict[str, str]:
        waarden = self._blok(sleutel) | {"sessie": sessie, "resultaat": beste.code}
        return waarden | ({"bron_kenmerk": beste.kenmerk} if beste.kenmerk else {})

    def _meld_af(self, waarden: dict[str, str]) -> bool | None:
        """Sign off; a second time only when the first certainly did not arrive. None when neither did."""
        for _ in range(2):
            try:
                return meld_af(self.aansluiting, waarden)
            except Draadfout:
                continue
        return None

    def _blok(self, sleutel: _Sleutel) -> dict[str, str]:
        """What every message of this session says."""
        wie = {"bron_brin": self.bron_brin, "doel_brin": self.punt.brin, "doel_kenmerk": self.punt.kenmerk}
        return wie | {"overdrachtsoort": self.soort} | sleutel

    def _aan_centrale(self, soort: str, waarden: dict[str, str]) -> Bericht:
        return vraag(
            self.aansluiting.centrale,
            Bericht(soort, waarden),
            uitgave=self.aansluiting.uitgave,
            papieren=self.aansluiting.papieren,
            maat=CENTRALE,
        )

    def _stuur(self, url: str, bericht: Bericht) -> Bericht:
        # A dossier may be big and slow to make; everything else is short.
        uitgave, papieren = self.aansluiting.uitgave, self.aansluiting.papieren
        return vraag(url, bericht, uitgave=uitgave, papieren=papieren, maat=self.maat)

    def _rang(self, antwoord: _Antwoord) -> int:
        return self.aansluiting.uitgave.code(antwoord.code).rang

    def _code_van(self, fout: Draadfout) -> str:
        """A code of the standard: its own, or that of a fault on the way."""
        if fout.code in self.aansluiting.uitgave.codes:
            return fout.code
        return self._code(Uitkomst.CERTIFICAAT if fout.code == "certificaat" else Uitkomst.TECHNISCH)

    def _code(self, uitkomst: Uitkomst) -> str:
        return self.aansluiting.uitgave.code_voor(uitkomst).naam

    def _mislukt(self, fout: Draadfout) -> Ophaling:
        code = self._code_van(fout)
        return Ophaling(code, self.aansluiting.uitgave.code(code).betekent, fout=fout.code)

    def _als(self, beste: _Antwoord, sessie: str, *, afgemeld: bool) -> Ophaling:
        # The line knows no code for it, but the school can do something about it.
        te_groot = beste.fout in _TE_GROOT
        return Ophaling(
            code=beste.code,
            uitkomst=Uitkomst.TE_GROOT if te_groot else self.aansluiting.uitgave.code(beste.code).betekent,
            sessie=sessie,
            kenmerk=beste.kenmerk,
            dossier=beste.dossier,
            fout=beste.fout,
            afgemeld=afgemeld,
        )


def meld_af(aansluiting: Aansluiting, waarden: dict[str, str]) -> bool:
    """Sign a session off, also later. True when the Traffic Center answered; False when it may have heard it all the
    same, so that it is not said twice. Raises `Draadfout` when it certainly did not."""
    try:
        vraag(
            aansluiting.centrale,
            Bericht("afmeldingRequest", waarden),
            uitgave=aansluiting.uitgave,
            papieren=aansluiting.papieren,
            maat=CENTRALE,
        )
    except Draadfout as fout:
        if fout.code in NIET_AANGEKOMEN:
            raise
        return False
    return True
