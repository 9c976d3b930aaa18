"""With whom does an invented pupil live, and how are they reached?"""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from overstap.config.demo.kind import MOEDERS, STRATEN, VADERS, Kind

_SPOOR = UUID("6f1d2b1e-0000-4000-8000-000000000000")


def verzorgers(kind: Kind) -> tuple[dict[str, Any], ...]:
    """Rows of the veld `verzorgers`: one or two parents, living together or apart; none under guardianship."""
    if kind.gezin == "voogd":
        return ()
    moeder = _ouder(kind, "moeder")
    if kind.gezin == "een_ouder":
        return (moeder,)
    return (moeder, _ouder(kind, "vader"))


def mail(kind: Kind, wie: str) -> str:
    """The invented address of a parent; nobody has a mailbox under `.example`."""
    return f"{wie}.{4000 + kind.nummer}@ouders.example"


def woonadres(kind: Kind, *, bij: str = "moeder") -> dict[str, Any]:
    """Where the pupil lives, or the other parent when they live apart."""
    apart = bij == "vader" and kind.gezin == "apart"
    straat = kind.kies(STRATEN, 3 if apart else 1)
    return {
        "soortadres": "bezoek",
        "straat": straat,
        "nummer": str(2 + kind.nummer * (5 if apart else 3) % 90),
        "postcode": f"9999 X{'KLMN'[kind.nummer % 4]}",
        "plaats": "Stuwmeer" if apart else "Meerdorp",
    }


def voogdij() -> dict[str, Any]:
    """The veld `aansprakelijke_instelling` of a pupil under guardianship."""
    return {
        "naam": "Voogdij Meerdorp",
        "adressen": (
            {
                "soortadres": "bezoek",
                "straat": "Raadhuisplein",
                "nummer": "3",
                "postcode": "9999 XR",
                "plaats": "Meerdorp",
            },
        ),
        "communicatie": ({"soort": "e-mail", "nummer": "voogd@voogdij-meerdorp.example"},),
    }


def _ouder(kind: Kind, wie: str) -> dict[str, Any]:
    roepnaam = (kind.moeder or kind.kies(MOEDERS)) if wie == "moeder" else (kind.vader or kind.kies(VADERS))
    return {
        "id": str(uuid5(_SPOOR, f"{kind.nummer}-{wie}")),
        "roepnaam": roepnaam,
        "voorletters": f"{roepnaam[0]}.",
        "voorvoegsel": kind.voorvoegsel,
        "achternaam": kind.achternaam,
        "geslacht": "vrouw" if wie == "moeder" else "man",
        "adresgeheim": False,
        "adressen": (woonadres(kind, bij=wie),),
        "communicatie": (
            {
                "soort": "telefoon",
                "aanduiding": "prive",
                "nummer": f"00000{40000 + kind.nummer * 2 + (wie == 'vader')}",
            },
            {"soort": "e-mail", "aanduiding": "prive", "nummer": mail(kind, wie)},
        ),
        "relatietotkind": "2" if wie == "moeder" else "1",
        "wettigevertegenwoordiger": True,
    }
