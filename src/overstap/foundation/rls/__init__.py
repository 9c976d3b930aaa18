"""The second lock: PostgreSQL row-level security, set per transaction from the actor."""

from overstap.foundation.rls.context import als, eenmaal, huidige_actor

__all__ = ["als", "eenmaal", "huidige_actor"]
