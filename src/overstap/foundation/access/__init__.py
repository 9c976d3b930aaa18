"""Who may do what: roles, rights and the actor, in plain Python without Django."""

from overstap.foundation.access.actor import SYSTEEM, Actor, GeenRecht, NietGevonden
from overstap.foundation.access.rechten import ALLEEN_LEZEN, PROGRAMMAS, RECHTEN, VOORBIJGANGERS, Recht, Rol

__all__ = [
    "ALLEEN_LEZEN", "PROGRAMMAS", "RECHTEN", "SYSTEEM", "VOORBIJGANGERS", "Actor", "GeenRecht", "NietGevonden", "Recht",
    "Rol",
]  # fmt: skip
