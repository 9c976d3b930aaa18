"""Was each kind of page that a journey meets also held against axe at both widths? Asked after a whole run.

A journey looks at most pages as its person sees them, at one width. This says that no page is left out by that.
"""

from __future__ import annotations

import re

import pytest

IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{19}-[0-9]{3}")
# The addresses of pages that were held against axe at both widths, and of those that a journey met.
GEKEURD: set[str] = set()
ONTMOET: set[str] = set()


def soort(url: str) -> str:
    """The address of a page without server, question and ids: every dossier has the same kind of page."""
    return IDS.sub("…", re.sub(r"^https?://[^/]+|[?#].*$", "", url))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a worker of xdist saw."""
    gezien = getattr(node, "workeroutput", {}).get("bladzijden", ((), ()))
    GEKEURD.update(gezien[0])
    ONTMOET.update(gezien[1])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a whole run, in which nothing else was wrong, fail for a page that was looked at in one width only."""
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["bladzijden"] = (sorted(GEKEURD), sorted(ONTMOET))
        return
    alles = config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword
    if alles and session.exitstatus == 0 and (alleen_smal := ONTMOET - GEKEURD):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        schrijf = config.get_terminal_writer().line
        schrijf("\nNiet op beide maten gekeurd, wel op reis ontmoet:", red=True)
        for bladzijde in sorted(alleen_smal):
            schrijf(f"  {bladzijde}", red=True)
        schrijf("Voeg ze toe aan een test_beelden, of aan ALLEEN_OP_REIS in e2e/bezoeker.py.")
