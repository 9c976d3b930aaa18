"""What of a region changes by an act: from what to what, per subject, in a form that can be kept and put back?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from re import match, sub
from typing import Any

from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.rules.tomlbron import Bestandsfout
from overstap.foundation.weigering import Weigering

type_inhoud = dict[str, Any]
"""A region, or a part of it, in the form of its file."""


class RegioGeweigerd(Weigering):
    """This region cannot be set like this; `fouten` says per question what to do."""

    def __init__(self, fouten: Iterable[Bestandsfout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__(" ".join(fout.zin for fout in self.fouten), laatste_deel(self.fouten[0].sleutel))


def laatste_deel(sleutel: str) -> str:
    """The question within its table: "telefoon" of "scholen[3].telefoon"."""
    return sleutel.rpartition(".")[2]


def deel(inhoud: Mapping[str, Any], onderwerp: Regioonderwerp) -> type_inhoud:
    """What a region says about one subject; the schools by their BRIN and vestiging."""
    if onderwerp is Regioonderwerp.SCHOLEN:
        return {schoolsleutel(school): school for school in inhoud["scholen"]}
    return {sleutel: inhoud[sleutel] for sleutel in onderwerp.sleutels}


def verschil(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> dict[Regioonderwerp, tuple[type_inhoud, type_inhoud]]:
    """(from, to) of every subject that differs; of the schools only those that differ, None where one is not there."""
    gevonden = {}
    for onderwerp in Regioonderwerp:
        van, naar = deel(oud, onderwerp), deel(nieuw, onderwerp)
        if onderwerp is Regioonderwerp.SCHOLEN:
            anders = [wie for wie in {**van, **naar} if van.get(wie) != naar.get(wie)]
            van, naar = {wie: van.get(wie) for wie in anders}, {wie: naar.get(wie) for wie in anders}
        if van != naar:
            gevonden[onderwerp] = (van, naar)
    return gevonden


def met_deel(inhoud: Mapping[str, Any], onderwerp: Regioonderwerp, nieuw: Mapping[str, Any]) -> type_inhoud:
    """The region with one subject said otherwise; of the schools those that are named, None takes one away."""
    if onderwerp is not Regioonderwerp.SCHOLEN:
        return {**inhoud, **nieuw}
    # In their old order, the new ones behind, so that nobody else changes place.
    scholen = {**deel(inhoud, onderwerp), **nieuw}
    return {**inhoud, "scholen": [school for school in scholen.values() if school is not None]}


def teruggezet(
    inhoud: Mapping[str, Any], onderwerp: Regioonderwerp, van: Mapping[str, Any], naar: Mapping[str, Any]
) -> type_inhoud:
    """The region with one subject as it was before a change `van` → `naar`.

    Of the samenwerkingsverbanden those that the change touched, as of the schools: each is of itself, and what was said
    of another since then stays.
    """
    if onderwerp is not Regioonderwerp.SWV:
        return met_deel(inhoud, onderwerp, van)
    oud, nieuw = van["swv"], naar["swv"]
    terug = {code: oud.get(code) for code in {**oud, **nieuw} if oud.get(code) != nieuw.get(code)}
    verbanden = {**inhoud["swv"], **terug}
    return {**inhoud, "swv": {code: tabel for code, tabel in verbanden.items() if tabel is not None}}


def nieuwe_fouten(oud: Iterable[Bestandsfout], nieuw: Iterable[Bestandsfout]) -> list[Bestandsfout]:
    """What is wrong by this change; what was wrong before is not the fault of who changes something else."""
    voorheen = Counter(_waar(fout) for fout in oud)
    fouten = []
    for fout in nieuw:
        if voorheen[_waar(fout)]:
            voorheen[_waar(fout)] -= 1
        else:
            fouten.append(fout)
    return fouten


def schoolsleutel(tabel: Mapping[str, Any]) -> str:
    """Which vestiging a school of the file is: "99XA-00"."""
    return f"{tabel.get('brin', '')}-{tabel.get('vestiging', '00')}"


def school_van(fout: Bestandsfout, inhoud: Mapping[str, Any]) -> type_inhoud | None:
    """The school of the region (in the form of its file) that something wrong is about; None when it is about none."""
    gevonden = match(r"scholen\[([0-9]+)\]", fout.sleutel)
    return inhoud["scholen"][int(gevonden[1]) - 1] if gevonden else None


def te_bewaren(waarde: Any) -> Any:
    """The same in JSON, that knows no dates; `uit_bewaard` is the way back."""
    if isinstance(waarde, dict):
        return {naam: te_bewaren(een) for naam, een in waarde.items()}
    if isinstance(waarde, list):
        return [te_bewaren(een) for een in waarde]
    return {"dag": waarde.isoformat()} if isinstance(waarde, date) else waarde


def uit_bewaard(waarde: Any) -> Any:
    """What `te_bewaren` was given."""
    if isinstance(waarde, dict):
        if waarde.keys() == {"dag"}:
            return date.fromisoformat(waarde["dag"])
        return {naam: uit_bewaard(een) for naam, een in waarde.items()}
    return [uit_bewaard(een) for een in waarde] if isinstance(waarde, list) else waarde


def _waar(fout: Bestandsfout) -> tuple[str, str]:
    return sub(r"\[[0-9]+\]", "", fout.sleutel), fout.zin
