"""What is one message between two systems, apart from how it is spelled in a release?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO


@dataclass(frozen=True)
class Aanleverpunt:
    """Where a school can be asked for dossiers: its routeringskenmerk and the address of its system."""

    kenmerk: str
    url: str


@dataclass(frozen=True)
class Bericht:
    """One message by our names of its fields (the `velden` of an Uitgave).

    `soort` is the name of its element ("documentRequest"). `dossier` is an OSO file: its bytes, or what it is read from
    when it is big. Its `repr` shows
    nothing of what it says: a message holds a zoeksleutel, and an error message ends up in a log.
    """

    soort: str
    waarden: Mapping[str, str] = field(default_factory=dict, repr=False)
    punten: tuple[Aanleverpunt, ...] = field(default=(), repr=False)
    dossier: bytes | BinaryIO | None = field(default=None, repr=False)

    def __getitem__(self, veld: str) -> str:
        """The value of a field, empty when it is not there."""
        return self.waarden.get(veld, "")
