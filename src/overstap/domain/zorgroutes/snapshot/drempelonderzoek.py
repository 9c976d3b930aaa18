"""What did the drempelonderzoek find: the IQ, the DLE and DL of each domain, social-emotional problems?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from overstap.domain.zorgroutes.enums import Domein, Onderzoeker, Seprobleem

HONDERDSTE = Decimal("0.01")


@dataclass(frozen=True)
class Iq:
    """One intelligence test: the score, with which instrument, when, and under whose responsibility."""

    score: int
    instrument: str
    op: date
    door: Onderzoeker


@dataclass(frozen=True)
class Domeinscore:
    """The didactische leeftijdsequivalent and the didactische leeftijd of one domain, both in months of education."""

    domein: Domein
    dle: int
    dl: int
    instrument: str = ""
    op: date | None = None

    @property
    def achterstand(self) -> Fraction:
        """The leerachterstand, exactly: 1 − DLE/DL (art. 15d); below zero the pupil is ahead."""
        return 1 - Fraction(self.dle, self.dl)

    @property
    def achterstand_tekst(self) -> str:
        """The leerachterstand as people read it, two decimals: "0,48"."""
        exact = self.achterstand
        afgerond = (Decimal(exact.numerator) / exact.denominator).quantize(HONDERDSTE, ROUND_HALF_UP)
        return str(afgerond).replace(".", ",")


@dataclass(frozen=True)
class Seonderzoek:
    """One social-emotional examination, and which problems it found."""

    instrument: str
    op: date
    door: Onderzoeker
    problemen: frozenset[Seprobleem] = frozenset()


@dataclass(frozen=True)
class Drempelonderzoek:
    """Everything the criteria of pro and lwoo look at; each part may still be missing."""

    iq: Iq | None = None
    scores: Mapping[Domein, Domeinscore] = field(default_factory=dict)
    se: Seonderzoek | None = None

    @property
    def leeg(self) -> bool:
        """Is nothing known at all?"""
        return self.iq is None and not self.scores and self.se is None

    def naar_json(self) -> dict[str, Any]:
        """As plain JSON values; the same content always gives the same text."""
        return {
            "iq": self.iq
            and {
                "score": self.iq.score,
                "instrument": self.iq.instrument,
                "op": self.iq.op.isoformat(),
                "door": self.iq.door.value,
            },
            "scores": {
                score.domein.value: {
                    "dle": score.dle,
                    "dl": score.dl,
                    "instrument": score.instrument,
                    "op": score.op and score.op.isoformat(),
                }
                for score in self.scores.values()
            },
            "se": self.se
            and {
                "instrument": self.se.instrument,
                "op": self.se.op.isoformat(),
                "door": self.se.door.value,
                "problemen": sorted(self.se.problemen),
            },
        }

    @classmethod
    def uit_json(cls, ruw: Mapping[str, Any]) -> Drempelonderzoek:
        """The inverse of `naar_json`."""
        iq, se = ruw.get("iq"), ruw.get("se")
        return cls(
            iq=iq and Iq(iq["score"], iq["instrument"], date.fromisoformat(iq["op"]), Onderzoeker(iq["door"])),
            scores={Domein(naam): _score(Domein(naam), een) for naam, een in ruw.get("scores", {}).items()},
            se=se
            and Seonderzoek(
                se["instrument"],
                date.fromisoformat(se["op"]),
                Onderzoeker(se["door"]),
                frozenset(Seprobleem(een) for een in se["problemen"]),
            ),
        )


def _score(domein: Domein, ruw: Mapping[str, Any]) -> Domeinscore:
    op = date.fromisoformat(ruw["op"]) if ruw["op"] else None
    return Domeinscore(domein, ruw["dle"], ruw["dl"], ruw["instrument"], op)
