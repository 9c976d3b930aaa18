"""How far is the file of one transfer, and may it still leave us? What the vo school did with it stands beside this."""

from __future__ import annotations

from overstap.domain.overdrachten.enums import Overdrachtstand

_S = Overdrachtstand

# Another transfer to the same school takes the place of this one: also that is `INGETROKKEN` here.
STANDSTAPPEN: dict[Overdrachtstand, frozenset[Overdrachtstand]] = {
    _S.VERSTUURD: frozenset({_S.KLAARGEZET, _S.INGETROKKEN}),
    _S.KLAARGEZET: frozenset({_S.TEGENGEHOUDEN, _S.INGETROKKEN}),
    _S.TEGENGEHOUDEN: frozenset({_S.INGETROKKEN}),
    _S.INGETROKKEN: frozenset(),
}


def overdrachtstand(*, klaargezet: bool, tegengehouden: bool, ingetrokken: bool) -> Overdrachtstand:
    """The stand that follows from what happened."""
    if ingetrokken:
        return Overdrachtstand.INGETROKKEN
    if tegengehouden:
        return Overdrachtstand.TEGENGEHOUDEN
    return Overdrachtstand.KLAARGEZET if klaargezet else Overdrachtstand.VERSTUURD
