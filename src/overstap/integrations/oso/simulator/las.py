"""What does the administration of a school do: give a dossier that stands ready, and ask for one elsewhere?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.draad.zoeksleutel import Strategie, Zoeksleutel
from overstap.integrations.oso.simulator.lezer import Onleesbaar, Post
from overstap.integrations.oso.simulator.schrijver import draag
from overstap.integrations.oso.simulator.systeem import Reactie, Systeem, Verloop

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


# Where the number stands in a dossier that may have it.
_VOOR_LEERLINGID = re.compile(rb"<leerlingid>")


@dataclass
class Dossier:
    """A dossier in this administration. `voor`: the aanleverpunt that may have it, empty for everybody who may ask."""

    xml: bytes = field(repr=False)
    gereed: bool = True
    voor: str = ""
    verzameld: datetime | None = None
    versie: str = ""
    manier: str = "element"


@dataclass(frozen=True)
class Gehaald:
    """What came of asking elsewhere."""

    code: str
    dossier: bytes | None = field(default=None, repr=False)


class Las(Systeem):
    """The administration of one school: as bron for who asks, and as doel when a person here asks elsewhere."""

    def __init__(
        self, papieren: Papieren, verloop: Verloop, *, brin: str, kenmerk: str, centrale: str, strategie: Strategie
    ) -> None:
        super().__init__(papieren, verloop)
        self.naam = f"las {brin}"
        self.brin, self.kenmerk, self.centrale, self.strategie = brin, kenmerk, centrale, strategie
        self.dossiers: dict[str, Dossier] = {}
        # Who asked for what was not there yet: session and aanleverpunt by number, for a notification.
        self.gevraagd: dict[str, tuple[str, str, str]] = {}
        self.notificaties: list[Mapping[str, str]] = []
        self._al_gevraagd: set[tuple[str, str]] = set()
        # What was offered to a samenwerkingsverband: number by koppelsleutel; and what came back of it.
        self.aangeboden: dict[str, str] = {}
        self.terugkoppelingen: list[Mapping[str, str]] = []

    def antwoord(self, soort: str, waarden: Mapping[str, str], oin: str) -> Reactie:
        if soort == "documentRequest":
            return self._lever(waarden)
        if soort == "notificatieRequest":
            self.notificaties.append(waarden)
            return Reactie({"resultaat": "NotificatieOntvangen"})
        if soort == "terugkoppelingRequest":
            if waarden.get("koppelsleutel") not in self.aangeboden:
                return Reactie({"resultaat": "SessieOnbekend"})
            self.terugkoppelingen.append(waarden)
            return Reactie({})
        return Reactie({"resultaat": "BerichtOnjuist"})

    def vergeet(self) -> None:
        """Forget every dossier and who asked for it."""
        for wat in (self.dossiers, self.gevraagd, self.notificaties, self._al_gevraagd, self.aangeboden):
            wat.clear()
        self.terugkoppelingen.clear()

    def _lever(self, waarden: Mapping[str, str]) -> Reactie:
        keer = (waarden.get("sessie", ""), waarden.get("bron_kenmerk", ""))
        if keer in self._al_gevraagd:
            self.verloop.breuk(f"{self.naam}: een tweede documentRequest in dezelfde sessie")
        self._al_gevraagd.add(keer)
        if not self.stoor("documentRequest", "zonder_controle") and (code := self._controleer(waarden)):
            return Reactie({"resultaat": code})
        nummer = self._nummer(waarden)
        dossier = self.dossiers.get(nummer or "")
        if nummer is None or dossier is None:
            return Reactie({"resultaat": "DossierOnbekend"})
        if code := _bezwaar(dossier, waarden):
            if "koppelsleutel" not in waarden:
                self.gevraagd[nummer] = (waarden["sessie"], waarden["doel_brin"], waarden["doel_kenmerk"])
            return Reactie({"resultaat": code})
        return Reactie({}, dossier=draag(self._bedorven(dossier), dossier.manier))

    def _bedorven(self, dossier: Dossier) -> bytes:
        """The dossier that goes, which a fault on order makes another one, or one that holds what it may not."""
        if anders := self.stoor("documentRequest", "ander_dossier"):
            return self.dossiers[anders.waarde].xml
        if nummer := self.stoor("documentRequest", "met_nummer"):
            return _VOOR_LEERLINGID.sub(b"<bsn>%s</bsn><leerlingid>" % nummer.waarde.encode(), dossier.xml, count=1)
        return dossier.xml

    def _nummer(self, waarden: Mapping[str, str]) -> str | None:
        if "koppelsleutel" in waarden:
            return self.aangeboden.get(waarden["koppelsleutel"])
        sleutel = Zoeksleutel(waarden.get("zoeksleutel", ""), waarden.get("pgnfrag", ""))
        return self.strategie.herken(sleutel, self.dossiers)

    def _controleer(self, waarden: Mapping[str, str]) -> str:
        """The code of a refusal by the Traffic Center, or empty."""
        door = {veld: waarden[veld] for veld in _SESSIE if veld in waarden}
        if self.stoor("documentRequest", "andere_sleutel"):
            # One key in so many begins with an A itself.
            door["zoeksleutel"] = ("B" if door["zoeksleutel"].startswith("A") else "A") + door["zoeksleutel"][1:]
        try:
            return self.aan_centrale("sessiecontroleRequest", door).bladen.get("resultaat", "")
        except (Draadfout, Onleesbaar):
            return "TechnischeFout"

    def aan_centrale(self, soort: str, waarden: Mapping[str, str]) -> Post:
        """Ask the Traffic Center; raises `Draadfout` and `Onleesbaar`."""
        return self.vraag(self.centrale, soort, waarden, uitgaven()[NIEUWSTE])

    def trek(self, nummer: str, bron_brin: str, soort: str = "overstapdossier", na: str = "") -> Gehaald:
        """Ask for a dossier as a person of this school does in this administration."""
        sleutel = self.strategie.maak(nummer)
        wie = {"zoeksleutel": sleutel.sleutel, "pgnfrag": sleutel.fragment}
        return self.vraag_rond({"bron_brin": bron_brin, "overdrachtsoort": soort} | wie, na)

    def vraag_rond(self, wat: Mapping[str, str], na: str = "") -> Gehaald:
        """A whole session about what `wat` names, asked by this system."""
        blok = dict(wat) | {"doel_brin": self.brin, "doel_kenmerk": self.kenmerk}
        begin = self.aan_centrale("overdrachtRequest", blok)
        if "sessieId" not in begin.bladen:
            return Gehaald(begin.bladen.get("resultaat", "leeg"))
        blok["sessie"] = begin.bladen["sessieId"]
        gehaald, kenmerk = Gehaald("VerstrekkerAanleverpuntNietBekend"), ""
        for rij in begin.rijen:
            kenmerk = rij["routeringsKenmerk"]
            gehaald = self._vraag_bij(rij["url"], blok | {"bron_kenmerk": kenmerk}, na)
            if gehaald.dossier:
                break
        self.aan_centrale("afmeldingRequest", blok | {"bron_kenmerk": kenmerk, "resultaat": gehaald.code})
        return gehaald

    def _vraag_bij(self, url: str, blok: Mapping[str, str], na: str) -> Gehaald:
        vraag = dict(blok) | ({"verzameldatum": na} if na else {})
        if anders := self.stoor("documentRequest", "andere_soort"):
            vraag["overdrachtsoort"] = anders.waarde
        try:
            post = self.vraag(url, "documentRequest", vraag, uitgaven()[NIEUWSTE])
        except (Draadfout, Onleesbaar):
            return Gehaald("TechnischeFout")
        if post.dossier:
            return Gehaald("OverdrachtGeslaagd", post.dossier)
        return Gehaald(post.bladen.get("resultaat") or post.bladen.get("faultstring") or "leeg")

    def zet_klaar(self, nummer: str, *, notificeer: bool = False) -> str:
        """Set a dossier ready, and tell who asked for it before; what came of telling, empty when nobody is told."""
        self.dossiers[nummer].gereed = True
        if not notificeer or nummer not in self.gevraagd:
            return ""
        sessie, brin, kenmerk = self.gevraagd[nummer]
        van_naar = {"bron_brin": self.brin, "bron_kenmerk": self.kenmerk, "doel_brin": brin, "doel_kenmerk": kenmerk}
        wat = van_naar | {"sessie": sessie, "doel": "OV"}
        adres = self.aan_centrale("meldenNotificatieRequest", wat).bladen
        if "url" not in adres:
            return adres.get("resultaat", "leeg")
        antwoord = self.vraag(adres["url"], "notificatieRequest", wat, uitgaven()[NIEUWSTE])
        return antwoord.bladen.get("resultaat", "leeg")

    def bied_aan(self, nummer: str, brin: str, kenmerk: str) -> str:
        """Offer a dossier to a samenwerkingsverband; what came of telling."""
        van_naar = {"bron_brin": self.brin, "bron_kenmerk": self.kenmerk, "doel_brin": brin, "doel_kenmerk": kenmerk}
        wat = van_naar | {"doel": "SWV"}
        gekregen = self.aan_centrale("meldenNotificatieRequest", wat).bladen
        if "koppelsleutel" not in gekregen:
            return gekregen.get("resultaat", "leeg")
        sleutel = gekregen["koppelsleutel"]
        self.aangeboden[sleutel] = nummer
        bericht = wat | {"koppelsleutel": sleutel}
        return self.vraag(gekregen["url"], "notificatieRequest", bericht, uitgaven()[NIEUWSTE]).bladen["resultaat"]


def _bezwaar(dossier: Dossier, waarden: Mapping[str, str]) -> str:
    """Why this dossier does not go to who asks now: a code, or empty."""
    if not dossier.gereed:
        return "DossierNietGereed"
    if dossier.voor and "koppelsleutel" not in waarden and dossier.voor != waarden.get("doel_kenmerk"):
        return "DossierNietVoorDoel"
    na = waarden.get("verzameldatum")
    if na and dossier.verzameld and dossier.verzameld <= datetime.fromisoformat(na):
        return "DossierNietNieuwer"
    if dossier.versie and waarden.get("versie") and dossier.versie != waarden["versie"]:
        return "DossierVersieOnjuist"
    return ""
