"""Can a restored back-up of the main database show a dossier that was destroyed? A real dump, in an empty server."""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from overstap.domain.bewaren import actions
from overstap.domain.bewaren.enums import Leesbaar
from overstap.domain.bewaren.queries import kolommen_for, regels_for, vernietiging_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import laatste_versie_for, pdf_for
from overstap.foundation import opslag
from overstap.foundation.access import Rol
from overstap.foundation.postgres.cluster import Cluster, programs
from overstap.foundation.reservekopie import bestanden
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.jobs.taak import systeem_voor
from tests.database import Databases
from tests.s3 import s3_server
from tests.wereld import Geval, regio

LATER = datetime(2032, 8, 1, 9, tzinfo=UTC)


def test_a_restored_main_database_shows_nothing_of_what_was_destroyed(eigen_database: Databases) -> None:
    if not (programs() / "pg_dump").exists():
        pytest.skip("pg_dump ontbreekt bij deze PostgreSQL")
    geval = regio().dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    with _teruggezet(eigen_database) as terug:
        dossier, nummer, versie = _rijen(terug, geval)
        slot, plek = Slot(dossier["sleutel_id"]), f"nummer:{geval.dossier_id}"
        # With the key both the number and the report are there, so what fails below fails for the right reason.
        assert slot.ontsleutel(nummer["geheim"], plek).decode() == geval.kind.bsn
        rapport = zlib.decompress(slot.ontsleutel(versie["geheim"], f"versie:{versie['id']}"))
        assert geval.kind.achternaam in rapport.decode()
        bestanden = _vernietig(geval)

        with pytest.raises(SleutelVernietigd):
            Slot(dossier["sleutel_id"])
        assert bestanden
        for bestand_id in bestanden:
            with pytest.raises(opslag.NietBewaard):
                opslag.lees(bestand_id)
        _alleen_in_leesbare_kolommen(terug, geval)


def test_a_bucket_loses_what_was_destroyed_and_only_that(
    eigen_database: Databases, settings: Any, tmp_path: Path
) -> None:
    with s3_server() as s3:
        settings.OVERSTAP_EMMER = emmer = s3.emmer()
        blijft, weg = (regio_.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True) for regio_ in [regio()] * 2)
        alles = set(s3.namen(emmer))
        # A reservekopie of a bucket is that of a folder: it goes there and back by the same way.
        plek, kopie, nieuw = tmp_path / "plek", tmp_path / "kopie", s3.emmer()
        kopie.mkdir()
        assert bestanden.bewaar(plek, kopie, None)[1] == len(alles)
        assert bestanden.beschadigd(plek, kopie) == []
        vernietigd = {f"{een.hex[:2]}/{een.hex}" for een in _vernietig(weg)}
        assert len(vernietigd) >= 3
        assert set(s3.namen(emmer)) == alles - vernietigd
        with als(blijft.school[Rol.LEERKRACHT]) as by:
            dossier = dossier_for(by, blijft.dossier_id)
            assert pdf_for(by, laatste_versie_for(by, dossier), Publiek.VO, slot_for(by, dossier))
        settings.OVERSTAP_EMMER = nieuw
        opslag.bewaar(uuid4(), b"van iets anders")
        assert bestanden.zet_terug(plek, kopie) == len(alles)
        assert set(s3.namen(nieuw)) == alles


def _alleen_in_leesbare_kolommen(terug: psycopg.Cursor[dict[str, Any]], geval: Geval) -> None:
    """The pupil's name stands in the columns that our list calls readable; number and birth date nowhere."""
    leesbaar = {(k.tabel, k.naam) for k in kolommen_for(None) if k.leesbaar is Leesbaar.TEKST}
    kind, gevonden = geval.kind, set()
    terug.execute("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
    for tabel in [rij["relname"] for rij in terug.fetchall()]:
        terug.execute(f"select to_jsonb(t) as rij from {tabel} t")
        for rij in (een["rij"] for een in terug.fetchall()):
            gevonden |= {(tabel, naam) for naam, waarde in rij.items() if kind.achternaam in str(waarde)}
            assert kind.bsn not in str(rij), tabel
    assert gevonden
    assert gevonden <= leesbaar, gevonden - leesbaar


def _vernietig(geval: Geval) -> list[Any]:
    """By two people and the worker; returns the files that belonged to it."""
    with als(geval.school[Rol.ADMINISTRATIE_PO]) as by:
        lijst = actions.stel_vernietiging_voor(object_ids=[geval.dossier_id], by=by, at=LATER)
    with als(geval.school[Rol.DIRECTEUR]) as by:
        actions.vrijgeven(vernietiging_id=lijst, by=by, at=LATER)
        (regel,) = regels_for(by, vernietiging_for(by, lijst))
    for _keer in range(2):
        # Each job as the worker does it, and once more, as after a kill.
        for stap in (actions.haal_rijen_weg, actions.vernietig_bytes):
            with als(systeem_voor(geval.school.id)) as by:
                stap(regel_id=regel.rij.id, by=by, at=LATER)
    with als(geval.school[Rol.DIRECTEUR]) as by:
        (regel,) = regels_for(by, vernietiging_for(by, lijst))
        assert vernietiging_for(by, lijst).uitgevoerd_op == LATER
        return list(regel.rij.bestanden)


def _rijen(terug: psycopg.Cursor[dict[str, Any]], geval: Geval) -> list[dict[str, Any]]:
    vragen = (
        "dossiers_dossier where id",
        "dossiers_persoonsnummer where dossier_id",
        "rapporten_versie where dossier_id",
    )
    rijen = []
    for vraag in vragen:
        rij = terug.execute(f"select * from {vraag} = %s", [geval.dossier_id]).fetchone()
        assert rij is not None
        rijen.append(rij)
    return rijen


@contextmanager
def _teruggezet(van: Databases) -> Iterator[psycopg.Cursor[dict[str, Any]]]:
    """The main database as it is now, dumped and restored into a server that has nothing else."""
    with tempfile.TemporaryDirectory(prefix="overstap-terug-") as map_:
        Path(map_).chmod(0o755)
        kopie = Path(map_) / "kopie.sql"
        _draai("pg_dump", "--no-owner", "--no-acl", "-f", str(kopie), van.cluster.superuser_url(van.main))
        leeg = Cluster(Path(map_) / "pg", options=("fsync=off",))
        leeg.ensure_running()
        try:
            with psycopg.connect(leeg.superuser_url(), autocommit=True) as verbinding:
                verbinding.execute("create database terug")
            adres = leeg.superuser_url("terug")
            _draai("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(kopie), adres)
            with psycopg.connect(adres, autocommit=True, row_factory=psycopg.rows.dict_row) as verbinding:
                yield verbinding.cursor()
        finally:
            leeg.stop()


def _draai(programma: str, *opties: str) -> None:
    subprocess.run([str(programs() / programma), *opties], check=True, capture_output=True)
