"""Can whoever looks along at a school write anything, or read a word of content? Not in the suite: `./dev aanval`.

The crawler goes everywhere as a helper whose leave runs. Afterwards every table is as it was, but for what says who
looked; and no answer held a number, a parent, a text or a word about support of any pupil.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
import time_machine
from django.http import HttpResponse
from psycopg import sql

from overstap.domain.meekijken.actions import sta_meekijken_toe
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.web.algemeen.sessies import SessionStore
from overstap.web.components.meekijken import MEEKIJKEN_SLEUTEL
from tests.aanval.alles import MET_OUDERS, binnen
from tests.aanval.kruiper import Kruiper
from tests.access_matrix.verzoek import Proef, adressen
from tests.access_matrix.wereld import VolleWereld, bouw
from tests.conftest import OpDatabases
from tests.database import Databases
from tests.wereld import AT

# What a look leaves behind: who looked, and what counts how often somebody asks. The others are behind pages for
# everybody, where nobody is anybody: an account is asked for, a parent asks for a code, a guest tries one.
MAG_VERANDEREN = {
    "audit_auditevent", "tussenopslag", "medewerkers_accountvraag", "inzages_codeverzoek", "gebruikers_gastcode",
    "procrastinate_jobs", "procrastinate_events",
}  # fmt: skip


@dataclass
class Meekijkend(Kruiper):
    """A crawler that also reads whether an answer holds one of these words."""

    geheimen: frozenset[str] = frozenset()
    gelekt: dict[str, str] = field(default_factory=dict)

    def stuur(self, wijze: str, adres: str, velden: Any = None, **soort: Any) -> HttpResponse:
        antwoord = super().stuur(wijze, adres, velden, **soort)
        inhoud = (b"".join(antwoord) if antwoord.streaming else antwoord.content).decode("utf-8", "replace")
        for geheim in self.geheimen:
            if geheim in inhoud:
                self.gelekt.setdefault(geheim, f"{wijze} {adres[:200]}")
        return antwoord


def test_who_looks_along_writes_nothing_and_reads_no_content(
    sjabloon: Databases, op_databases: OpDatabases, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.disable(logging.CRITICAL)
    with sjabloon.clone() as databases, op_databases(databases), time_machine.travel(AT, tick=False):
        wereld = bouw()
        proef = Proef(wereld, {})
        plekken = [proef.adres(naam, MET_OUDERS[n % len(MET_OUDERS)]) for n, naam in enumerate(adressen())]
        helper = wereld.regio.regio[Rol.REGIOCOORDINATOR]
        with als(wereld.regio.a.directeur) as by:
            leave = sta_meekijken_toe(helper_id=helper.persoon_id, minuten=60, by=by, at=AT)
        sessie = SessionStore(binnen(proef, helper))
        sessie[MEEKIJKEN_SLEUTEL] = str(leave)
        sessie.save()
        voor = dict(tabellen(databases))
        kruiper = Meekijkend("meekijker", sessie.session_key, proef.afhandeling, geheimen=frozenset(geheimen(wereld)))
        kruiper.loop(["/", *plekken])
        na = dict(tabellen(databases))
        assert "U kijkt mee bij" in kruiper.stuur("GET", "/po/").content.decode()
    with capsys.disabled():
        print("meekijker", dict(kruiper.geteld), kruiper.fouten, kruiper.gelekt, sep="\n  ")  # noqa: T201  # the figures
    assert not kruiper.fouten
    assert not kruiper.gelekt
    assert {naam for naam in voor if voor[naam] != na[naam]} <= MAG_VERANDEREN
    assert set(na["audit_auditevent"]) - set(voor["audit_auditevent"])


def geheimen(wereld: VolleWereld) -> Iterator[str]:
    """Words that stand in the content of somebody's dossier and in no list."""
    yield from ("yslexie", "Zorgroute:", "Mening van ouder", "Fout volgens ouder", "Brief van ouder", "@ouders.example")
    for zaak in (*wereld.zaken.values(), wereld.van_b, wereld.van_gast):
        yield zaak.kind.bsn
        yield from (ouder.naam for ouder in zaak.ouders)


def tabellen(databases: Databases) -> Iterator[tuple[str, frozenset[int]]]:
    """What every table of both databases holds, each row as one number."""
    for adres in databases.addresses.values():
        with psycopg.connect(adres, autocommit=True) as verbinding:
            namen = verbinding.execute(
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            )
            for (naam,) in namen.fetchall():
                rijen = sql.SQL("select hashtextextended(t::text, 0) from {} t").format(sql.Identifier(naam))
                yield naam, frozenset(rij[0] for rij in verbinding.execute(rijen))
