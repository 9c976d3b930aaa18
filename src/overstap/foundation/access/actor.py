"""Who is acting now, and may this person do this?"""

from dataclasses import dataclass
from uuid import UUID

from overstap.foundation.access.rechten import PROGRAMMAS, RECHTEN, Recht, Rol


class GeenRecht(Exception):
    """Yours to see, not yours to do: becomes a 403 that says whom to ask."""

    def __init__(self, recht: Recht) -> None:
        super().__init__(recht.value)
        self.recht = recht


class NietGevonden(Exception):
    """Not there, or not yours: both become the same 404."""


@dataclass(frozen=True)
class Actor:
    """The person (or job) behind an act.

    `id` is the account of a colleague or the ouderaccount of a parent; `organisatie_id` the one
    organisation the colleague works for at this moment. A parent has none, a job has the
    organisation for which it runs. `groepen` are the groups whose pupils stand in the lists of a
    teacher; empty is the whole school. Of a program with a key, `id` is its koppeling and `bereik` what that one may.
    """

    rol: Rol
    id: UUID | None = None
    organisatie_id: UUID | None = None
    groepen: frozenset[str] = frozenset()
    bereik: frozenset[Recht] = frozenset()

    @property
    def is_programma(self) -> bool:
        """No person, so that nothing can be written down as done by one."""
        return self.rol in PROGRAMMAS

    @property
    def ouder_id(self) -> UUID | None:
        """The ouderaccount, when this actor is a parent."""
        return self.id if self.rol is Rol.OUDER else None

    @property
    def werkt_bij(self) -> UUID:
        """The organisation of a colleague; raises `NietGevonden` for who has none, such as a parent."""
        if self.organisatie_id is None:
            raise NietGevonden
        return self.organisatie_id

    @property
    def wie_id(self) -> UUID:
        """The account of a person or the koppeling of a program; raises `NietGevonden` for the system."""
        if self.id is None:
            raise NietGevonden
        return self.id

    @property
    def persoon_id(self) -> UUID:
        """The account of a person; raises `NietGevonden` for the system and for a program."""
        if self.id is None or self.is_programma:
            raise NietGevonden
        return self.id

    @property
    def rechten(self) -> frozenset[Recht]:
        """The rights of this actor's role; of a program with a key no more than that key opens."""
        rechten = RECHTEN[self.rol]
        return rechten & self.bereik if self.rol is Rol.KOPPELING else rechten

    def mag(self, recht: Recht) -> bool:
        """Does this actor's role carry this right?"""
        return recht in self.rechten

    def require(self, recht: Recht) -> None:
        """Raise `GeenRecht` unless this actor's role carries this right."""
        if not self.mag(recht):
            raise GeenRecht(recht)


SYSTEEM = Actor(rol=Rol.SYSTEEM)
