"""How is a dossier given to who asks? First the session is checked, then the dossier; nothing is said before that."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO, Protocol

from overstap.foundation.klok import NEDERLAND
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief
from overstap.integrations.oso.draad.dossierdrager import na_verklaring
from overstap.integrations.oso.draad.envelop import lees_bericht, schrijf_bericht, schrijf_fault, schrijf_om
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import vraag
from overstap.integrations.oso.draad.uitgave import Uitgave
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.draad.zoeksleutel import Zoeksleutel

_SESSIE = (
    "bron_brin",
    "bron_kenmerk",
    "doel_brin",
    "doel_kenmerk",
    "zoeksleutel",
    "pgnfrag",
    "koppelsleutel",
    "overdrachtsoort",
    "sessie",
)


@dataclass(frozen=True)
class Verzoek:
    """One documentRequest whose session is good: who asks (school, aanleverpunt, OIN of its system), and for what.

    `bron_kenmerk` is our aanleverpunt, `soort` the overdrachtsoort. `na`: only a dossier of after this moment;
    `versie`: only of this year of OSO, empty for any. `koppelsleutel` names the dossier to a samenwerkingsverband,
    empty for a school, which names it by a zoeksleutel.
    """

    sessie: str
    bron_brin: str
    doel_brin: str
    doel_kenmerk: str
    oin: str
    na: datetime | None
    versie: str
    bron_kenmerk: str = ""
    soort: str = ""
    koppelsleutel: str = field(default="", repr=False)


@dataclass(frozen=True)
class Vondst:
    """A dossier that we have: is it ready, may it go to who asks, of when and which year it is, and how to read it.

    What `lees` opens is whole: nothing is found missing after the first byte went.
    """

    gereed: bool
    voor_doel: bool
    verzameld: datetime | None
    versie: str
    lees: Callable[[], bytes | BinaryIO] = field(repr=False)


class Kast(Protocol):
    """Where the dossiers are. The numbers are of pupils of whom something may go to the school that asks."""

    def nummers(self, verzoek: Verzoek) -> Iterable[str]:
        """The persoonsgebonden nummers among which the key is looked for."""
        ...

    def gekoppeld(self, verzoek: Verzoek) -> str | None:
        """What names, in this kast, the dossier that was offered to who asks with this koppelsleutel."""
        ...

    def zoek(self, verzoek: Verzoek, nummer: str) -> Vondst | None:
        """The dossier of this pupil (a number, or what `gekoppeld` gave) for who asks."""
        ...

    def onthoud(self, verzoek: Verzoek, nummer: str | None, uitkomst: Uitkomst, code: str) -> None:
        """Write down who asked for whom and what came of it, for the log and for a notification later.

        Before the answer goes: nothing leaves us that is not written down. Raises `Draadfout` when that cannot be.
        """
        ...

    def notificatie(self, bericht: Bericht, oin: str) -> bool:
        """Somebody whom we asked before says that a dossier is ready now; was it one that we know?"""
        ...

    def terugkoppeling(self, bericht: Bericht, oin: str) -> bool:
        """A samenwerkingsverband says what came of a dossier that we offered; was it one that we know?"""
        ...


@dataclass(frozen=True)
class Bron:
    """Answers what other systems send us, `vandaag`."""

    aansluiting: Aansluiting
    kast: Kast
    vandaag: date | None = None

    def behandel(self, brief: Brief) -> Antwoordbrief:
        """The answer to a letter: a message in the release of the question, or a fault when it is no question."""
        try:
            bericht, uitgave = lees_bericht(brief.ruw)
            antwoord = self._antwoord(bericht, uitgave, brief.oin)
        except Draadfout:
            return Antwoordbrief(schrijf_fault("BerichtOnjuist", self.aansluiting.uitgave), 500)
        if antwoord.dossier is None or isinstance(antwoord.dossier, bytes):
            return Antwoordbrief(schrijf_bericht(antwoord, uitgave))
        kop, staart = schrijf_om(antwoord, uitgave)
        return Antwoordbrief(kop, lading=antwoord.dossier, omvang=na_verklaring(antwoord.dossier), staart=staart)

    def _antwoord(self, bericht: Bericht, uitgave: Uitgave, oin: str) -> Bericht:
        if bericht.soort == "documentRequest":
            return self._lever(bericht, uitgave, oin)
        if bericht.soort == "notificatieRequest":
            code = self._gehoord(bericht, uitgave, oin, self.kast.notificatie)
            return Bericht("notificatieResponse", {"resultaat": code or "NotificatieOntvangen"})
        if bericht.soort == "terugkoppelingRequest":
            code = self._gehoord(bericht, uitgave, oin, self.kast.terugkoppeling)
            # To be received is the whole answer; only who we never offered anything to hears more.
            return Bericht("terugkoppelingResponse", {"resultaat": code} if code else {})
        if bericht.soort == "pingRequest":
            return Bericht("pingResponse")
        raise Draadfout("onbekend_bericht")

    def _gehoord(self, bericht: Bericht, uitgave: Uitgave, oin: str, hoor: Callable[[Bericht, str], bool]) -> str:
        """Why what somebody tells us is not taken: a code, or empty."""
        try:
            # Only a system of the school that tells us; everybody else hears that we know nothing.
            gemachtigd = self.aansluiting.gemachtigd(bericht["bron_brin"], oin, self.vandaag)
        except Draadfout:
            return uitgave.code_voor(Uitkomst.TECHNISCH).naam
        return "" if gemachtigd and hoor(bericht, oin) else "SessieOnbekend"

    def _lever(self, bericht: Bericht, uitgave: Uitgave, oin: str) -> Bericht:
        if code := self._controleer(bericht, uitgave):
            return Bericht("documentResponse", {"resultaat": code})
        verzoek = _verzoek(bericht, oin)
        try:
            # The Traffic Center bound the session to a school; that the caller is a system of it we see ourselves.
            if not self.aansluiting.gemachtigd(verzoek.doel_brin, oin, self.vandaag):
                return _nee(uitgave, Uitkomst.CERTIFICAAT)
            return self._uit_kast(verzoek, self._herken(bericht, verzoek), uitgave)
        except Draadfout:
            return _nee(uitgave, Uitkomst.TECHNISCH)

    def _uit_kast(self, verzoek: Verzoek, nummer: str | None, uitgave: Uitgave) -> Bericht:
        vondst = self.kast.zoek(verzoek, nummer) if nummer else None
        uitkomst = besluit(vondst, verzoek)
        try:
            dossier = vondst.lees() if vondst and uitkomst is Uitkomst.GELUKT else None
            self.kast.onthoud(verzoek, nummer, uitkomst, uitgave.code_voor(uitkomst).naam)
        except Draadfout:
            # Gone, taken back or restricted while we looked: it does not go, and that it was asked is remembered.
            self.kast.onthoud(verzoek, nummer, Uitkomst.TECHNISCH, uitgave.code_voor(Uitkomst.TECHNISCH).naam)
            raise
        return _nee(uitgave, uitkomst) if dossier is None else Bericht("documentResponse", dossier=dossier)

    def _controleer(self, bericht: Bericht, uitgave: Uitgave) -> str:
        """Ask the Traffic Center whether this session is what it says: the code of a refusal, or empty.

        Its error goes on to who asked. What it says is passed on as it came, the zoeksleutel to the letter.
        """
        waarden = {veld: bericht[veld] for veld in _SESSIE if bericht[veld]}
        try:
            antwoord = vraag(
                self.aansluiting.centrale,
                Bericht("sessiecontroleRequest", waarden),
                uitgave=uitgave,
                papieren=self.aansluiting.papieren,
            )
        except Draadfout as fout:
            return fout.code if fout.code in uitgave.codes else uitgave.code_voor(Uitkomst.TECHNISCH).naam
        # Only a dossier of a school that is ours can be here, whatever the Traffic Center thinks of it.
        eigen = self.aansluiting.van_kenmerk(bericht["bron_kenmerk"])
        vreemd = eigen is None or eigen.brin != bericht["bron_brin"]
        if antwoord["resultaat"] or vreemd:
            return antwoord["resultaat"] or uitgave.code_voor(Uitkomst.BRON_ONBEKEND).naam
        # It says of which sector the doelschool is, under whatever name; an answer without that confirms nothing.
        return "" if antwoord["sector"] else uitgave.code_voor(Uitkomst.TECHNISCH).naam

    def _herken(self, bericht: Bericht, verzoek: Verzoek) -> str | None:
        if verzoek.koppelsleutel:
            return self.kast.gekoppeld(verzoek)
        sleutel = Zoeksleutel(bericht["zoeksleutel"], bericht["pgnfrag"])
        return self.aansluiting.strategie.herken(sleutel, self.kast.nummers(verzoek))


def _nee(uitgave: Uitgave, uitkomst: Uitkomst) -> Bericht:
    return Bericht("documentResponse", {"resultaat": uitgave.code_voor(uitkomst).naam})


def _verzoek(bericht: Bericht, oin: str) -> Verzoek:
    """Raises `Draadfout` when the moment is none."""
    try:
        na = datetime.fromisoformat(bericht["verzameldatum"]) if bericht["verzameldatum"] else None
    except ValueError:
        raise Draadfout("verzameldatum") from None
    return Verzoek(
        sessie=bericht["sessie"],
        bron_brin=bericht["bron_brin"],
        doel_brin=bericht["doel_brin"],
        doel_kenmerk=bericht["doel_kenmerk"],
        oin=oin,
        na=na if na is None or na.tzinfo else na.replace(tzinfo=NEDERLAND),
        versie=bericht["versie"],
        bron_kenmerk=bericht["bron_kenmerk"],
        soort=bericht["overdrachtsoort"],
        koppelsleutel=bericht["koppelsleutel"],
    )


def besluit(vondst: Vondst | None, verzoek: Verzoek) -> Uitkomst:
    """May this dossier go to who asks? Only when it is ready, for this doel, new enough and of the year asked for.

    A koppelsleutel says already for whom the dossier is, and of when.
    """
    if vondst is None:
        return Uitkomst.ONBEKEND
    if not vondst.gereed:
        return Uitkomst.NIET_GEREED
    if not verzoek.koppelsleutel and not vondst.voor_doel:
        return Uitkomst.NIET_VOOR_DOEL
    if not verzoek.koppelsleutel and verzoek.na and (vondst.verzameld is None or vondst.verzameld <= verzoek.na):
        return Uitkomst.NIET_NIEUWER
    if verzoek.versie and verzoek.versie != vondst.versie:
        return Uitkomst.ANDERE_VERSIE
    return Uitkomst.GELUKT
