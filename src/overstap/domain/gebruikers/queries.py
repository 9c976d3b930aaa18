"""With which code may a parent be inside now?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.gebruikers.models import Ouderaccount


def codemerk_for(actor: None, ouderaccount_id: UUID) -> str:
    """A mark of the newest code of a parent, empty when there is none; read before anybody is known.

    It tells one code from the next, and is of no use at the door. Past its term or withdrawn a code keeps its
    mark: the term says how long one may come in, and toegang says who may read.
    """
    del actor
    rij = Ouderaccount.objects.filter(id=ouderaccount_id).values_list("codehash", flat=True)
    return bytes(rij.first() or b"")[:8].hex()
