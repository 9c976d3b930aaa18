"""Who may do what: roles, rights and the actor, in plain Python without Django."""

from overstap.foundation.access.actor import SYSTEEM, Actor, GeenRecht, NietGevonden
from overstap.foundation.access.rechten import PROGRAMMAS, RECHTEN, Recht, Rol

__all__ = ["PROGRAMMAS", "RECHTEN", "SYSTEEM", "Actor", "GeenRecht", "NietGevonden", "Recht", "Rol"]
