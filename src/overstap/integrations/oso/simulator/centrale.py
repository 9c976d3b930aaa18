"""What does the Traffic Center do: hand out sessions, check them, sign them off, and see who breaks the protocol?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.simulator.systeem import Reactie, Systeem, Verloop

_SOORTEN = frozenset({"overstapdossier", "overdrachtbinnenbrin", "swv-dossier"})
_BLOK = ("bron_brin", "doel_brin", "overdrachtsoort", "zoeksleutel", "pgnfrag", "koppelsleutel")
_NUMMER = re.compile(r"[0-9]{9}")


@dataclass
class Punt:
    """An aanleverpunt as the register knows it: of which school, behind which system (OIN), for what (OV or SWV)."""

    kenmerk: str
    brin: str
    oin: str
    url: str
    doel: str = "OV"
    actief: bool = True


@dataclass
class Koppeling:
    """A koppelsleutel: between which two aanleverpunten, was it fetched with, and how often was told back."""

    bron: str
    doel: str
    gebruikt: bool = False
    terug: int = 0


@dataclass
class Sessie:
    """One session: what was asked, which aanleverpunten were named, which of them checked it, and how it ended."""

    waarden: Mapping[str, str]
    punten: tuple[str, ...]
    gecontroleerd: set[str] = field(default_factory=set)
    resultaat: str = ""
    verlopen: bool = False
    verstoord: bool = False


class Centrale(Systeem):
    """The Traffic Center. It never learns a number: keys are compared as texts."""

    naam = "centrale"

    def __init__(self, papieren: Papieren, verloop: Verloop, sectoren: Mapping[str, str]) -> None:
        super().__init__(papieren, verloop)
        self.sectoren = sectoren
        self.punten: dict[str, Punt] = {}
        self.sessies: dict[str, Sessie] = {}
        self.meldingen: list[tuple[str, str]] = []
        self.koppelingen: dict[str, Koppeling] = {}
        self._doet: dict[str, Callable[[Mapping[str, str], str], Reactie]] = {
            "overdrachtRequest": self._overdracht,
            "sessiecontroleRequest": self._controle,
            "afmeldingRequest": self._afmelding,
            "meldenNotificatieRequest": self._melding,
            "meldenTerugkoppelingRequest": self._terugkoppeling,
            "overzichtAanleverpuntRequest": self._overzicht,
            "pingRequest": lambda _waarden, _oin: Reactie({}),
        }

    def antwoord(self, soort: str, waarden: Mapping[str, str], oin: str) -> Reactie:
        if not oin:
            return _nee("ClientCertificaatOnjuist")
        if any(_NUMMER.fullmatch(waarde) and _elfproef(waarde) for waarde in waarden.values()):
            self.verloop.breuk(f"{soort}: een persoonsgebonden nummer gaat leesbaar over de lijn")
        if soort not in self._doet:
            return _nee("BerichtOnjuist")
        return self._doet[soort](waarden, oin)

    def vergeet(self) -> None:
        """Forget every session; the register stays."""
        for wat in (self.sessies, self.meldingen, self.koppelingen):
            wat.clear()

    def sluit(self) -> None:
        """The day is over: who did not sign off broke the protocol."""
        for nummer, sessie in enumerate(self.sessies.values(), start=1):
            if not (sessie.resultaat or sessie.verlopen or sessie.verstoord):
                self.verloop.breuk(f"sessie {nummer}: niet afgemeld")

    def _overdracht(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        code = next(self._tegen_overdracht(waarden, oin), "")
        return _nee(code) if code else self._begin(waarden, self.punten[waarden["doel_kenmerk"]])

    def _tegen_overdracht(self, waarden: Mapping[str, str], oin: str) -> Iterator[str]:
        """Why no session begins, in the order in which it is looked at; only the first counts."""
        doel = self.punten.get(waarden.get("doel_kenmerk", ""))
        if doel is None or not doel.actief or doel.brin != waarden.get("doel_brin"):
            yield "AanvragerNietBekend"
        elif doel.oin != oin:
            yield "ClientCertificaatOnjuist"
        if waarden.get("bron_brin", "") not in self.sectoren:
            yield "VerstrekkerNietBekend"
        soort = waarden.get("overdrachtsoort")
        if ("zoeksleutel" in waarden) == ("koppelsleutel" in waarden) or soort not in _SOORTEN:
            yield "BerichtOnjuist"
        if (soort == "swv-dossier") != ("koppelsleutel" in waarden):
            self.verloop.breuk(f"overdrachtRequest: {soort} met een verkeerde sleutel")
            yield "BerichtOnjuist"
        elif "koppelsleutel" in waarden and not self._past(waarden):
            yield "SessieAfwijkend"
        if soort == "overdrachtbinnenbrin" and waarden["bron_brin"] != waarden["doel_brin"]:
            yield "GeenRelatieMetDoel"

    def _past(self, waarden: Mapping[str, str]) -> bool:
        """Was this koppelsleutel given out, for this doel?"""
        koppeling = self.koppelingen.get(waarden["koppelsleutel"])
        return koppeling is not None and koppeling.doel == waarden.get("doel_kenmerk")

    def _begin(self, waarden: Mapping[str, str], doel: Punt) -> Reactie:
        gevraagd = waarden.get("bron_kenmerk", "")
        if koppeling := self.koppelingen.get(waarden.get("koppelsleutel", "")):
            # It names the dossier at one system only.
            gevraagd, koppeling.gebruikt = koppeling.bron, True
        gevonden = [
            punt
            for punt in self.punten.values()
            if punt.brin == waarden["bron_brin"] and punt.actief and punt is not doel and gevraagd in {"", punt.kenmerk}
        ]
        if not gevonden:
            return _nee("VerstrekkerAanleverpuntNietBekend")
        sessie = str(uuid4())
        if anders := self.stoor("overdrachtRequest", "andere_soort"):
            waarden = {**waarden, "overdrachtsoort": anders.waarde}
        punten = tuple(punt.kenmerk for punt in gevonden)
        self.sessies[sessie] = Sessie(waarden, punten, verstoord=anders is not None)
        # A system that moved since: what is named is where it was.
        oud = self.stoor("overdrachtRequest", "verhuisd")
        return Reactie({"sessie": sessie}, tuple((punt.kenmerk, oud.waarde if oud else punt.url) for punt in gevonden))

    def _controle(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        if code := next(self._tegen_controle(waarden, oin), ""):
            return _nee(code)
        kenmerk, sessie = waarden["bron_kenmerk"], self.sessies[waarden["sessie"]]
        if kenmerk in sessie.gecontroleerd:
            self.verloop.breuk(f"aanleverpunt {kenmerk}: twee keer gevraagd in één sessie")
        sessie.gecontroleerd.add(kenmerk)
        return Reactie({"sector": self.sectoren[waarden["doel_brin"]]})

    def _tegen_controle(self, waarden: Mapping[str, str], oin: str) -> Iterator[str]:
        """Why a session does not hold, in the order in which it is looked at; only the first counts."""
        bron, sessie = self.punten.get(waarden.get("bron_kenmerk", "")), self.sessies.get(waarden.get("sessie", ""))
        if waarden.get("bron_brin", "") not in self.sectoren:
            yield "VerstrekkerNietBekend"
        if bron is None or not bron.actief:
            yield "VerstrekkerAanleverpuntNietBekend"
        elif bron.oin != oin:
            yield "ClientCertificaatOnjuist"
        if sessie is None:
            yield "SessieOnbekend"
            return
        if self.stoor("sessiecontroleRequest", "verlopen"):
            sessie.verlopen = True
        if code := _verschil(sessie, waarden):
            yield code
        if sessie.verlopen:
            yield "SessieVerlopen"
        if sessie.resultaat:
            yield "SessieReedsAfgemeld"
        if bron is not None and bron.kenmerk not in sessie.punten:
            yield "SessieAfwijkend"

    def _afmelding(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        sessie = self.sessies.get(waarden.get("sessie", ""))
        if sessie is None:
            return _nee("SessieOnbekend")
        if self.punten[sessie.waarden["doel_kenmerk"]].oin != oin:
            return _nee("ClientCertificaatOnjuist")
        if sessie.resultaat:
            self.verloop.breuk("afmelding: een tweede keer voor dezelfde sessie")
            return _nee("SessieReedsAfgemeld")
        if self.stoor("afmeldingRequest", "verlopen"):
            sessie.verlopen = True
        if code := "SessieVerlopen" if sessie.verlopen else _verschil(sessie, waarden):
            return _nee(code)
        sessie.resultaat = waarden.get("resultaat", "") or "leeg"
        if sessie.resultaat == "OverdrachtGeslaagd" and waarden.get("bron_kenmerk") not in sessie.gecontroleerd:
            self.verloop.breuk(f"aanleverpunt {waarden.get('bron_kenmerk')}: leverde zonder sessiecontrole")
        return Reactie({"resultaat": "OverdrachtGeslaagd"})

    def _melding(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        bron, doel = (self.punten.get(waarden.get(naam, "")) for naam in ("bron_kenmerk", "doel_kenmerk"))
        if bron is None or bron.oin != oin:
            return _nee("ClientCertificaatOnjuist")
        if doel is None or not doel.actief or doel.doel != waarden.get("doel"):
            return _nee("OnbekendAanleverpunt")
        if doel.doel == "SWV":
            sleutel = str(uuid4()).upper()
            self.koppelingen[sleutel] = Koppeling(bron.kenmerk, doel.kenmerk)
            return Reactie({"url": doel.url, "koppelsleutel": sleutel})
        sessie = self.sessies.get(waarden.get("sessie", ""))
        if sessie is None or bron.kenmerk not in sessie.gecontroleerd:
            self.verloop.breuk("notificatie: zonder dat dit aanleverpunt eerder is gevraagd")
            return _nee("SessieOnbekend")
        if sessie.waarden["doel_kenmerk"] != doel.kenmerk:
            self.verloop.breuk("notificatie: aan een ander aanleverpunt dan dat vroeg")
            return _nee("SessieAfwijkend")
        self.meldingen.append((bron.kenmerk, doel.kenmerk))
        return Reactie({"url": doel.url})

    def _terugkoppeling(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        """Bron and doel are those of the terugkoppeling: the samenwerkingsverband tells, the school hears."""
        bron, doel = (self.punten.get(waarden.get(naam, "")) for naam in ("bron_kenmerk", "doel_kenmerk"))
        if bron is None or bron.oin != oin:
            return _nee("ClientCertificaatOnjuist")
        if doel is None or not doel.actief or doel.doel != "OV":
            return _nee("OnbekendAanleverpunt")
        koppeling = self.koppelingen.get(waarden.get("koppelsleutel", ""))
        if koppeling is None or (koppeling.bron, koppeling.doel) != (doel.kenmerk, bron.kenmerk):
            return _nee("SessieAfwijkend")
        if not koppeling.gebruikt:
            self.verloop.breuk("terugkoppeling: over een dossier dat niet is opgehaald")
        koppeling.terug += 1
        if koppeling.terug > 1:
            self.verloop.breuk("terugkoppeling: een tweede poging")
        return Reactie({"url": doel.url})

    def _overzicht(self, waarden: Mapping[str, str], oin: str) -> Reactie:
        del oin
        filters = {naam: waarden[naam] for naam in ("brin", "doel", "kenmerk") if naam in waarden}
        gevonden = [
            punt
            for punt in self.punten.values()
            if punt.actief and all(getattr(punt, naam) == waarde for naam, waarde in filters.items())
        ]
        return Reactie({}, tuple((punt.kenmerk, punt.url) for punt in gevonden))


def _nee(code: str) -> Reactie:
    return Reactie({"resultaat": code})


def _verschil(sessie: Sessie, waarden: Mapping[str, str]) -> str:
    """How a later message differs from the one that began the session: a code, or empty."""
    if any(waarden.get(veld) != sessie.waarden.get(veld) for veld in _BLOK):
        return "SessieAfwijkend"
    return "" if waarden.get("doel_kenmerk") == sessie.waarden["doel_kenmerk"] else "OnbekendAanleverpunt"


def _elfproef(nummer: str) -> bool:
    cijfers = [int(teken) for teken in nummer]
    som = sum(cijfer * gewicht for cijfer, gewicht in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0
