"""What is asked of a reader for whatever bytes: no crash, no waiting, no growing; and what came of each input?"""

import io
import resource
import signal
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso import Leesfout, Zipbestand, lees
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.deur import Brief
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven
from overstap.integrations.oso.draad.zoeksleutel import Gezouten
from overstap.integrations.oso.simulator.lezer import lees as lees_post
from overstap.integrations.xml import uitlichten

VANDAAG = date(2026, 11, 22)
TRAAG = 1.0
NIET_MEER = 20.0
# The attachments of a made file are short: so many bytes may stay in the tree.
_KORT = 8
_WEL_XML = frozenset({"geen_oso", "ander_jaar", "andere_wortel"})


class HoudtNietOp(Exception):
    """A reader was at one input for `NIET_MEER` seconds of the processor."""


def _houd_op(*_: object) -> None:
    raise HoudtNietOp


class Telling:
    """The figures of one run."""

    def __init__(self) -> None:
        self.uitkomsten: Counter[str] = Counter()
        self.langste = 0.0
        self.traag: list[bytes] = []

    @property
    def invoer(self) -> int:
        """How many inputs were tried."""
        return self.uitkomsten["invoer"]

    def regel(self) -> dict[str, float]:
        """The figures, with the memory of this process at its highest in MB."""
        top = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {**self.uitkomsten, "traag": len(self.traag), "langste_s": round(self.langste, 3), "piek_mb": round(top)}

    def meet(self, doel, ruw: bytes) -> None:
        """Try one input; what a reader may not raise comes out here. Time is that of the processor: others work too.

        A reader that does not stop raises `HoudtNietOp` where it is: else nobody would ever see that it hangs.
        """
        signal.signal(signal.SIGVTALRM, _houd_op)
        signal.setitimer(signal.ITIMER_VIRTUAL, NIET_MEER)
        begin = time.process_time()
        try:
            doel(ruw, self.uitkomsten)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        duur = time.process_time() - begin
        self.uitkomsten["invoer"] += 1
        self.langste = max(self.langste, duur)
        if duur > TRAAG:
            self.traag.append(ruw)


def xml(ruw: bytes, uitkomsten: Counter[str]) -> None:
    """Read these bytes as a dossier: only `Leesfout` may come out, or something whole."""
    try:
        gelezen = lees(ruw, vandaag=VANDAAG)
    except Leesfout as fout:
        uitkomsten["welgevormd"] += fout.code in _WEL_XML
        return
    uitkomsten["welgevormd"] += 1
    uitkomsten["gelezen"] += 1
    uitkomsten["bijlagen"] += len(gelezen.bestanden)
    uitkomsten["kapotte_bijlagen"] += len(gelezen.kapot)
    uitkomsten["zonder_fout"] += not gelezen.fouten
    assert len(gelezen.meldingen) < 6_000
    assert gelezen.inhoud.uit_bytes(gelezen.inhoud.naar_bytes()) == gelezen.inhoud


def stroom(ruw: bytes, uitkomsten: Counter[str]) -> None:
    """Read these bytes twice: with the attachments in the tree, and with nearly every one of them flowing by."""
    heel = _gelezen(ruw)
    uitlichten.KORT, gewoon = _KORT, uitlichten.KORT
    try:
        stukken = _gelezen(ruw, groot=-1)
    finally:
        uitlichten.KORT = gewoon
    assert heel == stukken
    uitkomsten["gelezen"] += isinstance(heel, Gelezen)
    uitkomsten["welgevormd"] += isinstance(heel, Gelezen) or heel[0] in _WEL_XML
    uitkomsten["bijlagen"] += len(heel.bestanden) if isinstance(heel, Gelezen) else 0


def _gelezen(ruw: bytes, **hoe: int) -> Gelezen | tuple[str, str]:
    """All that was read, or the refusal."""
    try:
        gelezen = lees(ruw, vandaag=VANDAAG, **hoe)
    except Leesfout as fout:
        return fout.code, fout.zin
    bestanden = [
        Bestand(b.sleutel, b.plek, b.bestandsnaam, b.omschrijving, b.mime, b.open().read()) for b in gelezen.bestanden
    ]
    return replace(gelezen, bestanden=tuple(bestanden))


def zip_(ruw: bytes, uitkomsten: Counter[str]) -> None:
    """Read these bytes as a ZIP of dossiers: only `Leesfout` may come out, of the whole or of one file."""
    try:
        bestand = Zipbestand(io.BytesIO(ruw))
    except Leesfout:
        return
    uitkomsten["welgevormd"] += 1
    for plaats, lid in enumerate(bestand.leden):
        if lid.bezwaar:
            continue
        try:
            uit = bestand.open(plaats).read()
        except Leesfout:
            continue
        uitkomsten["uitgepakt"] += 1
        try:
            lees(uit, vandaag=VANDAAG, bijlagen=False)
        except Leesfout:
            continue
        uitkomsten["gelezen"] += 1


class _Leeg:
    """No dossiers; whoever gets as far as asking for one has a session that nobody gave."""

    def __getattr__(self, naam: str):
        def nee(*_wat: object) -> None:
            raise AssertionError(naam)

        return nee


@cache
def _bron() -> Bron:
    """Our door without a Traffic Center: at that address nobody is."""
    nergens = Papieren(Path("geen"), Path("geen"), Path("geen"))
    uitgave = uitgaven()[NIEUWSTE]
    return Bron(Aansluiting("simulator", "ftp://nergens.example", uitgave, nergens, Gezouten(), {}), _Leeg())


def deur(ruw: bytes, uitkomsten: Counter[str]) -> None:
    """Give these bytes to our door as a letter: there is always an answer that another reader reads, and never more
    than a refusal."""
    antwoord = _bron().behandel(Brief("/oso", "00000009999999000004", ruw))
    post = lees_post(antwoord.ruw)
    assert (antwoord.status, post.dossier, antwoord.lading) in {(200, None, None), (500, None, None)}
    assert post.soort == "Fault" or post.soort.endswith("Response")
    assert (antwoord.status == 500) is (post.soort == "Fault")
    uitkomsten["welgevormd"] += post.soort != "Fault"
    uitkomsten["gelezen"] += post.soort == "documentResponse"


DOELEN = {"xml": xml, "stroom": stroom, "zip": zip_, "deur": deur}
