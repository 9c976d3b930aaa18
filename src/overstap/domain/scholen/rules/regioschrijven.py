"""How is a region written as the one readable file, so that reading it gives the same region?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from overstap.domain.scholen.rules.regiobestand import Regiobestand, School

# What stands above a key or a table, for who opens the file.
_UITLEG = {
    "naam": "Instellingen van één regio. Een regel die met # begint, is uitleg.",
    "reactietermijn_dagen": "Zoveel dagen krijgen ouders om te reageren (1 tot en met 60).",
    "gegevens_hoogstens_dagen": "Ouder dan zoveel dagen? Dan waarschuwt Overstap voor definitief (1 tot en met 365).",
    "pro_besluit_vragen": "Toets pro/vmbo-b en school praktijkonderwijs: vraag om een besluit (true) of niet (false).",
    "swv": "Elk samenwerkingsverband. Per route: open, beslist (swv of vo), commissie, deskundigen, weken, uitleg.",
    "standaard_bijlagesoorten": "Deze soorten bijlagen gaan vanzelf mee. De andere vinkt de school zelf aan.",
    "woorden": "Zo noemt uw regio het onderwijskundig rapport.",
    "contact": "Wie de scholen helpt. Iedereen leest dit, ook zonder in te loggen.",
    "kleuren": "merk draagt witte tekst (contrast 4,5), accent is een streep of stip daarop (contrast 3).",
    "besturen": "Het nummer van elk bestuur (DUO), met de naam.",
    "velden": "Uw uitleg bij een vraag van het rapport, en of uw regio om het antwoord vraagt (vragen = true).",
    "kalender": "Alleen wat anders is dan de landelijke datums.",
    "mails": "Uw eigen tekst van een mail, per taal (nl, en, ar, tr, pl, uk). {adres} is de link.",
    "scholen": "Eén blok per vestiging.",
}
_KAAL = re.compile("[A-Za-z0-9_-]+")


def inhoud_van(bestand: Regiobestand) -> dict[str, Any]:
    """The region in the form of its file: what `tomllib` gives of it, without what is empty."""
    return {
        "naam": bestand.naam,
        "reactietermijn_dagen": bestand.reactietermijn_dagen,
        "gegevens_hoogstens_dagen": bestand.gegevens_hoogstens_dagen,
        "pro_besluit_vragen": bestand.pro_besluit_vragen,
        "standaard_bijlagesoorten": list(bestand.standaard_bijlagesoorten),
        "swv": {swv.code: _vol(swv.tabel()) for swv in bestand.verbanden},
        "woorden": asdict(bestand.woorden),
        "contact": _vol(asdict(bestand.contact)),
        "kleuren": dict(bestand.kleuren),
        "velden": {naam: _vol(asdict(veld)) for naam, veld in bestand.velden.items()},
        "kalender": {jaar: dict(momenten) for jaar, momenten in sorted(bestand.kalenders.items())},
        "besturen": dict(sorted(bestand.besturen.items())),
        "mails": {soort: dict(teksten) for soort, teksten in bestand.mails.items()},
        "scholen": [schooltabel(school) for school in bestand.scholen],
    }


def schooltabel(school: School) -> dict[str, Any]:
    """One school in the form of the file."""
    return {naam: str(waarde) if isinstance(waarde, str) else waarde for naam, waarde in _vol(asdict(school)).items()}


def schrijf_regio(bestand: Regiobestand) -> str:
    """The text of the file of a region; `lees_regio` of it gives the same region."""
    return "\n".join(_regels(inhoud_van(bestand))).strip() + "\n"


def _regels(inhoud: Mapping[str, Any]) -> Iterator[str]:
    for sleutel, waarde in inhoud.items():
        if not isinstance(waarde, dict) and sleutel != "scholen":
            yield from ("", f"# {_UITLEG[sleutel]}", f"{sleutel} = {_waarde(waarde)}")
    for sleutel, waarde in inhoud.items():
        if sleutel in {"velden", "kalender", "mails", "swv"}:
            for nummer, (naam, tabel) in enumerate(waarde.items()):
                yield from ("", f"# {_UITLEG[sleutel]}") if nummer == 0 else ("",)
                yield from _tabel(f"[{sleutel}.{_sleutel(naam)}]", tabel)
        elif isinstance(waarde, dict) and waarde:
            yield ""
            if sleutel in _UITLEG:
                yield f"# {_UITLEG[sleutel]}"
            yield from _tabel(f"[{sleutel}]", waarde)
    for nummer, school in enumerate(inhoud["scholen"]):
        yield from ("", f"# {_UITLEG['scholen']}") if nummer == 0 else ("",)
        yield from _tabel("[[scholen]]", school)


def _tabel(kop: str, waarden: Mapping[str, Any]) -> Iterator[str]:
    dieper = {naam: waarde for naam, waarde in waarden.items() if isinstance(waarde, dict)}
    if len(dieper) < len(waarden) or not waarden:
        yield kop
    for naam, waarde in waarden.items():
        if naam not in dieper:
            yield f"{_sleutel(naam)} = {_waarde(waarde)}"
    for nummer, (naam, waarde) in enumerate(dieper.items()):
        yield from ("",) if nummer or len(dieper) < len(waarden) else ()
        yield from _tabel(f"{kop[:-1]}.{_sleutel(naam)}]", waarde)


def _sleutel(naam: str) -> str:
    return naam if _KAAL.fullmatch(naam) and naam.isidentifier() else _tekst(naam)


def _waarde(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, list):
        return f"[{', '.join(map(_waarde, waarde))}]"
    return str(waarde) if isinstance(waarde, int) else _tekst(str(waarde))


def _tekst(tekst: str) -> str:
    # JSON and TOML escape alike, but for one character that TOML does not take as it is.
    return json.dumps(tekst, ensure_ascii=False).replace("\x7f", "\\u007f")


def _vol(waarden: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in ("", None, {})}
