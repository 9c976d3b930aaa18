"""How much longer does reading an OSO file take than parsing and validating it, and what do rules and writing cost?

Run `uv run python -m bench.oso` in the root of the project; the official files stand in OVERSTAP_OSO_MAP
(default ../shared/oso). Everything is measured in turns in one run, so that a busy machine slows all alike.

`lees` goes from bytes to the checked typed model with the attachments found; `lees_alles` also takes them out
(base64, unzipping, checking), which parsing and validating do not do. `regels` is everything that is judged: structure,
codes and rules, on a tree whose objects exist already, as they do while reading; `regels_koud` makes them as well.
"""

import json
import os
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from overstap.integrations.oso import lees, stel_op
from overstap.integrations.oso.v2019.regels import controleer
from overstap.integrations.xml import ontleed

OSO_MAP = Path(os.environ.get("OVERSTAP_OSO_MAP", "../shared/oso")) / "2019.1"
RONDEN = 100


def meet() -> dict[str, float]:
    """CPU milliseconds (median and best) for the official POVO file, and how often each fits in its measure."""
    ruw = (OSO_MAP / "Voorbeelddossier_OV_POVO_full.xml").read_bytes()
    schema = etree.XMLSchema(etree.parse(OSO_MAP / "OSO_gegevensset.xsd"))
    wortel, koud = ontleed(ruw), ontleed(ruw)
    # As while reading, where the objects that lxml makes of a tree are held; making them is part of `lees`.
    vastgehouden = [*wortel.iter()]
    gelezen = lees(ruw)
    assert gelezen.datum is not None
    datum = gelezen.datum

    def schrijf() -> None:
        stel_op(gelezen.inhoud, nummer=gelezen.nummer, inzage=gelezen.inzage, bestanden=gelezen.bestanden, datum=datum)

    tijden = _om_de_beurt(
        {
            "parse": lambda: etree.fromstring(ruw),
            "parse_xsd": lambda: schema.assertValid(etree.fromstring(ruw)),
            "lees": lambda: lees(ruw, bijlagen=False),
            "lees_alles": lambda: lees(ruw),
            "regels": lambda: controleer(wortel, peildatum=datum, schrijven=False),
            "regels_koud": lambda: controleer(koud, peildatum=datum, schrijven=False),
            "schrijf": schrijf,
        }
    )
    midden = {naam: statistics.median(reeks) for naam, reeks in tijden.items()}
    uit = {f"{naam}_ms_mediaan": round(midden[naam], 2) for naam in tijden}
    uit |= {f"{naam}_ms_beste": round(min(reeks), 2) for naam, reeks in tijden.items()}
    uit["lees_keer_parse_xsd"] = round(midden["lees"] / midden["parse_xsd"], 2)
    uit["lees_alles_keer_parse_xsd"] = round(midden["lees_alles"] / midden["parse_xsd"], 2)
    uit["regels_keer_parse"] = round(midden["regels"] / midden["parse"], 2)
    uit["regels_koud_keer_parse"] = round(midden["regels_koud"] / midden["parse"], 2)
    vastgehouden.clear()
    return uit


def _om_de_beurt(proeven: Mapping[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of CPU per trial; one of each in every round, after a warming-up."""
    tijden: dict[str, list[float]] = {naam: [] for naam in proeven}
    for ronde in range(RONDEN + 5):
        for naam, proef in proeven.items():
            begin = time.process_time_ns()
            proef()
            if ronde >= 5:
                tijden[naam].append((time.process_time_ns() - begin) / 1e6)
    return tijden


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
