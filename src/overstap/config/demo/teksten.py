"""What do the invented teachers write about a pupil, sectie by sectie?"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from overstap.config.demo.kind import Kind
from overstap.config.demo.toetsen import sterkte_in_woorden
from overstap.domain.adviezen.enums import Niveau

type_waarden = Mapping[str, Any]

_NAAMWOORDEN = {
    "man": {"hij": "hij", "Hij": "Hij", "zijn": "zijn", "Zijn": "Zijn", "hem": "hem"},
    "vrouw": {"hij": "zij", "Hij": "Zij", "zijn": "haar", "Zijn": "Haar", "hem": "haar"},
}
_MET_VRAAG = ("dyslexie", "adhd", "slechthorend", "lwoo", "nieuwkomer", "hoogbegaafd", "gebeurtenis")


@cache
def bron(naam: str) -> Mapping[str, Any]:
    """The texts of one file in this folder."""
    return tomllib.loads(files(__package__).joinpath(f"{naam}.toml").read_text(encoding="utf-8"))


def zeg(kind: Kind, tekst: str, **meer: str) -> str:
    """Fill in the name and the pronouns."""
    return tekst.format(naam=kind.roepnaam, **_NAAMWOORDEN.get(kind.geslacht, _NAAMWOORDEN["man"]), **meer)


def sectiewaarden(kind: Kind, sectie: str, advies: Niveau, wens_ouders: str, vandaag: date) -> type_waarden:
    """What a person fills in on the form of this sectie; empty where the administration says everything."""
    if sectie == "schooladvies":
        return _schooladvies(kind, advies, wens_ouders)
    maak = {
        "schoolloopbaan": _schoolloopbaan,
        "verzuim": lambda kind: _verzuim(kind, vandaag),
        "leerresultaten": _leerresultaten,
        "gedrag": lambda kind: _gedrag(kind, vandaag),
        "ondersteuning_gekregen": _gekregen,
        "ondersteuning_nodig": _nodig,
    }.get(sectie)
    return maak(kind) if maak else {}


def ondersteuningsvraag(kind: Kind) -> str:
    """The particular that asks for support or attention in the vo, or nothing."""
    return next((woord for woord in _MET_VRAAG if woord in kind.bijzonder), "")


def _tekst(kind: Kind, onderwerp: str, stap: int = 1, **meer: str) -> str:
    keuzes = bron("teksten")[onderwerp]
    lijst = keuzes.get("teksten") or keuzes[sterkte_in_woorden(kind.sterkte)]
    return zeg(kind, kind.kies(lijst, stap), **meer)


def _schoolloopbaan(kind: Kind) -> type_waarden:
    verhalen = bron("teksten")["loopbaan"]
    return {"schoolloopbaan_toelichting": " ".join(zeg(kind, verhalen[w]) for w in verhalen if w in kind.bijzonder)}


def _verzuim(kind: Kind, vandaag: date) -> type_waarden:
    return {
        "verzuim_vanaf": vandaag - timedelta(days=300),
        "verzuim_geoorloofd": kind.nummer * 5 % 17,
        "verzuim_ongeoorloofd": 2 if kind.nummer % 11 == 0 else 0,
        "verzuim_meer_dan_kwart": False,
    }


def _leerresultaten(kind: Kind) -> type_waarden:
    meer = kind.nummer % 4 == 1 or "dyslexie" in kind.bijzonder
    hulp = bron("ondersteuning").get(ondersteuningsvraag(kind), {}).get("hulp", ["geen"])
    onderzocht = "hoogbegaafd" in kind.bijzonder
    return {
        "trots": _tekst(kind, "trots"),
        "opvallend": _tekst(kind, "opvallend"),
        "toetsbeeld": "kan_meer" if meer else "past",
        "toetsbeeld_voorbeeld": _tekst(kind, "voorbeeld_meer") if meer else "",
        "hulp_bij_toetsen": tuple(hulp),
        "begaafdheid": _tekst(kind, "begaafdheid"),
        "begaafdheid_vorm": "hoogbegaafd" if onderzocht else "nee",
        "begaafdheid_motivatie": zeg(kind, bron("ondersteuning")["hoogbegaafd"]["blijkt"]) if onderzocht else "",
        "capaciteiten_onderzocht": onderzocht,
        "capaciteitenonderzoek": (
            {
                "instrument": "Meerdorpse capaciteitentest", "datum": date(2024, 4, 16),
                "doorwie": "M. Verburg, gz-psycholoog", "uitkomst": "Totaalscore in de hoogste 3 procent.",
            },
        ) if onderzocht else (),
    }  # fmt: skip


def _gedrag(kind: Kind, vandaag: date) -> type_waarden:
    problemen = kind.nummer % 9 == 4
    aspecten = ("contact", "spel_en_leren", "huiswerk", "concentratie", "zelfstandigheid", "overig")
    return {
        "eigen_verhaal": _tekst(kind, "eigen_verhaal"),
        **{f"gedrag_{naam}": _tekst(kind, f"gedrag_{naam}", stap) for stap, naam in enumerate(aspecten, start=1)},
        "motivatie": _tekst(kind, "motivatie", 2),
        "sociaal_emotioneel": {
            "instrument": "Zo gaat het op school (vragenlijst)",
            "datum": vandaag - timedelta(days=60),
            "uitkomst": _tekst(kind, "sociaal_uitkomst"),
            "oordeel": _tekst(kind, "sociaal_oordeel"),
        },
        "sociaal_emotioneel_problemen": problemen,
        "sociaal_emotioneel_aard": _tekst(kind, "sociaal_aard") if problemen else "",
    }


def _gekregen(kind: Kind) -> type_waarden:
    soort, alles = ondersteuningsvraag(kind), bron("ondersteuning")
    waarden: dict[str, Any] = {"ondersteuningsvraag": bool(soort)}
    if soort:
        eigen = alles[soort]
        if "belemmering" in eigen:
            waarden["belemmering"] = {
                "omschrijving": zeg(kind, eigen["belemmering"]),
                "relatie": zeg(kind, eigen["relatie"]),
            }
        waarden["ondersteuning_gekregen"] = zeg(kind, eigen["gekregen"])
        if "medicijnen" in eigen:
            waarden |= {"medicijngebruik": True, "medicijngebruik_relatie": zeg(kind, eigen["medicijnen"])}
    if "gebeurtenis" in kind.bijzonder:
        eigen = alles["gebeurtenis"]
        waarden["ingrijpende_gebeurtenis"] = {
            "omschrijving": zeg(kind, eigen["gebeurtenis"]),
            "relatie": zeg(kind, eigen["relatie"]),
        }
    if "hoogbegaafd" in kind.bijzonder:
        waarden["verrijking"] = zeg(kind, alles["hoogbegaafd"]["verrijking"])
    return waarden


def met_relaties(kind: Kind, diagnoses: tuple[type_waarden, ...]) -> tuple[type_waarden, ...]:
    """The diagnoses of the administration, each with what it means at school, as the form adds that."""
    alles = bron("ondersteuning")
    woorden = [woord for woord in ("dyslexie", "adhd", "slechthorend") if woord in kind.bijzonder]
    return tuple(
        {**rij, "relatie": zeg(kind, alles[woord]["diagnose"])} for rij, woord in zip(diagnoses, woorden, strict=True)
    )


def _nodig(kind: Kind) -> type_waarden:
    soort = ondersteuningsvraag(kind)
    if not soort:
        return {}
    eigen = bron("ondersteuning")[soort]
    return {
        "eigen_hulp": eigen["eigen"],
        "ondersteuning_nodig": zeg(kind, eigen["nodig"]),
        "ondersteuning_motivatie": zeg(kind, eigen["motivatie"]),
        "verrijking_nodig": zeg(kind, eigen.get("verrijking_nodig", "")),
    }


def _contact(kind: Kind) -> type_waarden:
    if not ondersteuningsvraag(kind) and kind.nummer % 5 != 2:
        return {"contactnodig": False}
    wie = "Samira El Idrissi, intern begeleider"
    return {"contactnodig": True, "contactpersoon": wie, "contacttelefoon": "0000000001"}


def _schooladvies(kind: Kind, advies: Niveau, wens_ouders: str) -> type_waarden:
    verschil = kind.gezin == "apart" and kind.nummer % 2 == 0
    return {
        "wens_leerling": "geen_wens" if kind.nummer % 7 == 6 else advies.zonder_lwoo.value,
        "wens_leerling_toelichting": _tekst(kind, "wens_leerling"),
        "wens_ouders": wens_ouders or advies.zonder_lwoo.value,
        "wens_ouders_toelichting": _tekst(kind, "wens_verschil" if verschil else "wens_ouders"),
        "argumentatie": _tekst(kind, "argumentatie", advies=advies.lang),
        "aandachtspunten": _tekst(kind, "aandachtspunten"),
        **_contact(kind),
    }
