"""May a pupil be exempted from the doorstroomtoets, were the parents told, and does what was recorded fit?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overstap.domain.adviezen.enums import Ontheffingsgrond, Toetsadvies, Toetsstand
from overstap.domain.adviezen.rules.regeling import Onderwerp, regeling_op

JAREN_IN_NEDERLAND = 4


class Toetsfoutcode(StrEnum):
    """Which rule on the test was broken."""

    TOETS_BIJ_ONTHEFFING = "toets_bij_ontheffing"
    TOETSADVIES_ZONDER_TOETS = "toetsadvies_zonder_toets"
    TOETSADVIES_ONTBREEKT = "toetsadvies_ontbreekt"
    OUDERS_NIET_GESPROKEN = "ouders_niet_gesproken"
    IN_NEDERLAND_ONBEKEND = "in_nederland_onbekend"
    TE_LANG_IN_NEDERLAND = "te_lang_in_nederland"


@dataclass(frozen=True)
class Toetsfout:
    """One broken rule: its code, the form field it belongs to, and a Dutch sentence that says what to do."""

    code: Toetsfoutcode
    veld: str
    zin: str


@dataclass(frozen=True)
class Ontheffing:
    """Why a pupil need not take the test, and when the parents heard it."""

    grond: Ontheffingsgrond
    ouders_op: date | None
    in_nederland_sinds: date | None = None

    def naar_json(self) -> dict[str, str]:
        """The same as text, without what is empty."""
        dagen = {"ouders_op": self.ouders_op, "in_nederland_sinds": self.in_nederland_sinds}
        return {"grond": self.grond.value, **{naam: dag.isoformat() for naam, dag in dagen.items() if dag}}


def controleer_toetsstand(stand: Toetsstand, toets: Toetsadvies | None) -> list[Toetsfout]:
    """Check that there is a toetsadvies exactly when the test was made (Toetsbesluit 8); empty means it fits."""
    if stand is Toetsstand.GEMAAKT and toets is None:
        zin = "De leerling maakte de toets. Kies het toetsadvies dat op de uitslag staat."
        return [Toetsfout(Toetsfoutcode.TOETSADVIES_ONTBREEKT, "toetsadvies", zin)]
    if stand is not Toetsstand.GEMAAKT and toets is not None:
        zin = (
            "Er is een toetsadvies, maar de leerling maakte de toets niet. Kies “gemaakt” of haal het toetsadvies weg."
        )
        return [Toetsfout(Toetsfoutcode.TOETSADVIES_ZONDER_TOETS, "toetsadvies", zin)]
    return []


def controleer_ontheffing(
    grond: Ontheffingsgrond,
    *,
    ouders_op: date | None,
    in_nederland_sinds: date | None,
    toets: Toetsadvies | None,
    op: date,
) -> list[Toetsfout]:
    """Check an exemption on day ``op`` (WPO 45c lid 2, WEC 48d lid 2); an empty list means allowed.

    ``ouders_op``: when the parents were informed, or consulted for "kort in Nederland".
    Fields of the errors: ``toetsadvies``, ``ouders_op``, ``in_nederland_sinds``.
    Raises ``OudeRegelingNietOndersteund`` before 1-8-2023.
    """
    regeling_op(op, Onderwerp.ONTHEFFING)
    return [
        *_fout_toets(toets),
        *_fout_ouders(grond, ouders_op, op),
        *(_fout_verblijf(in_nederland_sinds, op) if grond is Ontheffingsgrond.KORT_IN_NEDERLAND else ()),
    ]


def _fout_toets(toets: Toetsadvies | None) -> Iterator[Toetsfout]:
    if toets is not None:
        yield Toetsfout(
            Toetsfoutcode.TOETS_BIJ_ONTHEFFING,
            "toetsadvies",
            "Deze leerling heeft een toetsadvies én een ontheffing. Verwijder een van de twee.",
        )


def _fout_ouders(grond: Ontheffingsgrond, ouders_op: date | None, op: date) -> Iterator[Toetsfout]:
    if ouders_op is not None and ouders_op <= op:
        return
    act = "met de ouders hebt overlegd" if grond.raadplegen else "de ouders hebt geïnformeerd"
    yield Toetsfout(
        Toetsfoutcode.OUDERS_NIET_GESPROKEN,
        "ouders_op",
        f"Vul de datum in waarop u {act}. Die datum kan niet in de toekomst liggen.",
    )


def _fout_verblijf(sinds: date | None, op: date) -> Iterator[Toetsfout]:
    if sinds is None or sinds > op:
        yield Toetsfout(
            Toetsfoutcode.IN_NEDERLAND_ONBEKEND,
            "in_nederland_sinds",
            "Vul in sinds wanneer de leerling in Nederland is.",
        )
    elif op > _jaren_later(sinds, JAREN_IN_NEDERLAND):
        yield Toetsfout(
            Toetsfoutcode.TE_LANG_IN_NEDERLAND,
            "in_nederland_sinds",
            "De leerling is langer dan vier jaar in Nederland. Deze grond geldt dan niet. "
            "Kies een andere grond, of laat de leerling de toets maken.",
        )


def _jaren_later(dag: date, jaren: int) -> date:
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:  # 29 February in a year without one
        return date(dag.year + jaren, 3, 1)
