"""Which words may a field hold, and how does a Dutch reader see them?

An enumeration base that Django fields accept, without importing Django:
``CharField(choices=Adviessoort.choices)``.
"""

from __future__ import annotations

from enum import EnumMeta, StrEnum
from typing import Self, cast


class ChoiceType(EnumMeta):
    """Gives every Choice the two lists that a form or a model field asks for."""

    @property
    def choices(cls) -> list[tuple[str, str]]:
        """All (stored value, Dutch label) pairs, in the order of declaration."""
        return [(member.value, member.label) for member in cls._members()]

    @property
    def max_length(cls) -> int:
        """Characters of the longest stored value, for the width of a column."""
        return max(len(member.value) for member in cls._members())

    def _members(cls) -> list[Choice]:
        return cast("list[Choice]", list(cls))


class Choice(StrEnum, metaclass=ChoiceType):
    """A closed list of words: ``NAME = "stored_value", "Dutch label"``.

    ``Soort("stored_value")`` finds the member and raises ``ValueError`` for any other
    word. A subclass with more columns defines its own ``__new__``, sets ``_value_``
    and ``label`` there, and gives every column a default, because the type checker
    reads that look-up as a call of ``__new__``.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class SentenceChoice(Choice):
    """A closed list of words with a Dutch sentence for each: ``NAME = "stored_value", "Dutch label", "Sentence."``."""

    zin: str

    def __new__(cls, value: str, label: str = "", zin: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.zin = label, zin
        return member
