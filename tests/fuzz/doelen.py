"""What is asked of a reader for whatever bytes: no crash, no waiting, no growing; and what came of each input?"""

import io
import resource
import time
from collections import Counter
from datetime import date

from overstap.integrations.oso import Leesfout, Zipbestand, lees

VANDAAG = date(2026, 11, 22)
TRAAG = 1.0
_WEL_XML = frozenset({"geen_oso", "ander_jaar", "andere_wortel"})


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
        """Try one input; what a reader may not raise comes out here. Time is that of the processor: others work too."""
        begin = time.process_time()
        doel(ruw, self.uitkomsten)
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
            uit = bestand.lees(plaats)
        except Leesfout:
            continue
        uitkomsten["uitgepakt"] += 1
        try:
            lees(uit, vandaag=VANDAAG, bijlagen=False)
        except Leesfout:
            continue
        uitkomsten["gelezen"] += 1


DOELEN = {"xml": xml, "zip": zip_}
