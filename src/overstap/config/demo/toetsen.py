"""Which test results does an invented pupil have over three school years, and which doorstroomtoets?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from overstap.config.demo.kind import Kind
from overstap.domain.adviezen.enums import Niveau, Toetsadvies

# Invented tests: name, code, and the score of an average pupil at the middle of group 6, 7 and 8.
VAKKEN = (
    ("Begrijpend lezen", "BL", (147, 163, 178)),
    ("Rekenen", "RE", (209, 231, 252)),
    ("Spelling", "SP", (304, 331, 352)),
    ("Technisch lezen", "TL", (76, 88, 97)),
)
# Group, moment, months of education, place between the three averages.
MOMENTEN = (("6", "M", 35, 0.0), ("6", "E", 40, 0.5), ("7", "M", 45, 1.0), ("7", "E", 50, 1.5), ("8", "B", 53, 1.7))
_ROMEINS = ("V", "IV", "III", "II", "I")
_LETTERS = ("E", "D", "C", "B", "A")


def toetsen(kind: Kind, vandaag: date, begin: date) -> tuple[dict[str, Any], ...]:
    """Rows of the veld `toetsen`; `begin` is the first day of the school year. Nothing lies after `vandaag`."""
    return tuple(
        _toets(kind, nummer, vak, moment, dag)
        for nummer, vak in enumerate(VAKKEN)
        for moment in MOMENTEN
        if (dag := _dag(moment[0], moment[1], begin)) <= vandaag and not _overgeslagen(kind, nummer, moment)
    )


def _dag(groep: str, moment: str, begin: date) -> date:
    jaar = begin.year - (8 - int(groep))
    return {"M": date(jaar + 1, 1, 26), "E": date(jaar + 1, 6, 8), "B": begin + timedelta(days=46)}[moment]


def _overgeslagen(kind: Kind, nummer: int, moment: tuple[str, str, int, float]) -> bool:
    # A newcomer has no tests of group 6; here and there somebody was ill.
    nieuw = "nieuwkomer" in kind.bijzonder and moment[0] == "6"
    return nieuw or (kind.nummer * 7 + nummer * 3 + moment[2]) % 23 == 0


def _toets(
    kind: Kind, nummer: int, vak: tuple[str, str, tuple[int, int, int]], moment: tuple[str, str, int, float], dag: date
) -> dict[str, Any]:
    naam, code, gemiddelden = vak
    groep, deel, maanden, plek = moment
    stand = _stand(kind, code, plek)
    score = _tussen(gemiddelden, plek) + (stand - 2) * 13 + (kind.nummer + nummer) % 5
    return {
        "toetscode": f"MD-{code}-{deel}{groep}",
        "leergebied": naam,
        "toetsnaam": f"Meerdorp {naam.lower()} {deel}{groep}",
        "afnamedatum": dag,
        "jaargroep": groep,
        "dl": maanden,
        "toetsscore": {"vaardigheidsscore": Decimal(score)},
        "referentiescores": (_vergelijk(kind, nummer, stand, maanden)),
    }


def _vergelijk(kind: Kind, nummer: int, stand: int, maanden: int) -> tuple[dict[str, str], ...]:
    landelijk = {"vergelijkingsgroep": "Landelijk"}
    if nummer == 3:
        dle = max(10, maanden + (stand - 2) * 7 + kind.nummer % 3)
        return (
            {"soort": "AE", "waarde": _LETTERS[stand], **landelijk},
            {"soort": "DLE", "waarde": str(dle), **landelijk},
        )
    return ({"soort": "IV", "waarde": _ROMEINS[stand], **landelijk},)


def _stand(kind: Kind, code: str, plek: float) -> int:
    """0 (lowest) to 4: the level of the pupil, with a strong and a weak side, and a little growth or decline."""
    hoogte = (kind.sterkte.rang or 6) / 11 * 4.2
    hoogte -= 1.8 if code in {"SP", "TL"} and "dyslexie" in kind.bijzonder else 0
    hoogte -= 1.0 if code == "BL" and "nieuwkomer" in kind.bijzonder else 0
    hoogte += (plek - 0.85) * ((kind.nummer % 5) - 2) * 0.3
    hoogte += 0.5 if (kind.nummer + len(code + kind.roepnaam)) % 3 == 0 and code == "RE" else 0
    return max(0, min(4, round(hoogte)))


def _tussen(waarden: tuple[int, int, int], plek: float) -> int:
    links = min(int(plek), 1)
    return round(waarden[links] + (waarden[links + 1] - waarden[links]) * (plek - links))


def doorstroomtoets(toetsadvies: Toetsadvies, afgenomen_op: date, documenten: tuple[str, ...] = ()) -> dict[str, Any]:
    """JSON of the veld `doorstroomtoets`: an invented result that fits the toetsadvies."""
    hoog = toetsadvies.rang >= Toetsadvies.VMBO_GT_HAVO.rang
    midden = toetsadvies.rang >= Toetsadvies.VMBO_KGT.rang
    taal, rekenen = ("2f", "1s") if hoog else ("1f", "1f") if midden else ("1f", "onder_1f")
    niveaus = {"referentieniveau": taal}
    uitslag: dict[str, Any] = {
        "deelgenomen": True,
        "aanbieder": "iep",
        "afgenomen_op": afgenomen_op.isoformat(),
        "standaardscore": 48 + toetsadvies.rang * 4,
        "toetsadvies": toetsadvies.value,
        "toetsadvies_tekst": toetsadvies.label,
        "onderdelen": [
            {
                "onderdeel": "taal",
                "domeinen": [{"domein": "lezen", **niveaus}, {"domein": "taalverzorging", **niveaus}],
            },
            {"onderdeel": "rekenen", "referentieniveau": rekenen},
        ],
    }
    return {**uitslag, "documenten": list(documenten)} if documenten else uitslag


def sterkte_in_woorden(niveau: Niveau) -> str:
    """The band of texts that fits a level: laag, midden or hoog."""
    rang = niveau.rang or 6
    return "laag" if rang <= 5 else "midden" if rang <= 8 else "hoog"
