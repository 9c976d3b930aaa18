"""How does every page of a PDF say that it was made for practice, whoever made the document?

Whoever acts says it once (`oefenband`), around everything: a builder of a document cannot forget it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

BAND = "OEFENING: alles in dit document is verzonnen"
_aan: ContextVar[bool] = ContextVar("oefenband", default=False)


@contextmanager
def oefenband(*, aan: bool) -> Iterator[None]:
    """Put the band on every PDF that is made inside, or not."""
    merk = _aan.set(aan)
    try:
        yield
    finally:
        _aan.reset(merk)


def band() -> str:
    """What stands on every page of a PDF that is made now; usually nothing."""
    return BAND if _aan.get() else ""
