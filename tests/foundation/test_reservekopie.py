"""Is everything back after a loss? A reservekopie put back in an empty server, compared row by row and byte by byte."""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID, uuid4

import psycopg
import pytest
from django.test import Client
from django.urls import reverse

from overstap.commands import main
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.gebruikers.models import Account
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import inhoud_for, laatste_versie_for, pdf_for
from overstap.foundation import opslag
from overstap.foundation.access import Rol
from overstap.foundation.postgres import inrichting
from overstap.foundation.postgres.cluster import Cluster
from overstap.foundation.reservekopie import Bewaarplek, ReservekopieFout, Soort, bestanden, maak
from overstap.foundation.reservekopie.telling import momentopname, tel
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import vernietig_sleutel
from tests.conftest import OpDatabases
from tests.database import PASSWORD, Databases
from tests.wereld import AT, Geval, regio

pytestmark = pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump ontbreekt op deze machine")
ZEGEL = b"z" * 32


@pytest.fixture
def plaats(tmp_path: Path, settings: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A server with a key pair, two places for reservekopieën and a store of its own."""
    een = SimpleNamespace(hoofd=tmp_path / "hoofd", sleutels=tmp_path / "kast", sleutel=tmp_path / "geheim")
    settings.OVERSTAP_BIJLAGEN_MAP = tmp_path / "bijlagen"
    monkeypatch.setenv("OVERSTAP_KOPIE_MAP", str(een.hoofd))
    monkeypatch.setenv("OVERSTAP_SLEUTELKOPIE_MAP", str(een.sleutels))
    return een


def test_everything_comes_back_in_an_empty_server(
    eigen_database: Databases,
    op_databases: OpDatabases,
    plaats: SimpleNamespace,
    settings: SimpleNamespace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    geval = regio().dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    _wijs(monkeypatch, eigen_database)
    assert main(["reservekopie", "sleutel", str(plaats.sleutel)]) == 0
    monkeypatch.setenv("OVERSTAP_KOPIE_ONTVANGER", capsys.readouterr().out.split()[0].partition("=")[2])
    assert main(["reservekopie", "maak"]) == 0
    assert main(["reservekopie", "controleer"]) == 0
    was, bytes_ = _alle_rijen(eigen_database), _bytes()
    assert len(was) > 60
    assert len(bytes_) >= 3
    _niets_leesbaar(plaats, geval)
    _kapot_wordt_gezien(plaats, bytes_)

    with _lege_server() as leeg:
        _wijs(monkeypatch, leeg)
        settings.OVERSTAP_BIJLAGEN_MAP = plaats.hoofd.with_name("leeg")
        terug = [
            "reservekopie",
            "zet-terug",
            "--sleutel",
            str(plaats.sleutel),
            "--hoofd",
            "nieuwste",
            "--sleutels",
            "nieuwste",
        ]
        assert main(terug) == 0
        assert "Het logboek is heel" in capsys.readouterr().out
        assert _alle_rijen(leeg) == was
        assert _bytes() == bytes_
        with op_databases(leeg):
            _leest_als_voorheen(geval)
            lijkt_erop = uuid4()
            opslag.bewaar(lijkt_erop, b"later")
            _vernietig_de_sleutel(geval)
        _niet_over_iets_heen(leeg, terug, was, capsys)
        assert lijkt_erop.hex not in _bytes()


def _wijs(monkeypatch: pytest.MonkeyPatch, databases: Databases) -> None:
    for naam, adres in databases.addresses.items():
        monkeypatch.setenv(naam, adres)


def _niet_over_iets_heen(
    leeg: Databases, terug: list[str], was: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Not unless told; and told, what stood there makes place for all of it, rights included."""
    with psycopg.connect(leeg.addresses["DATABASE_EIGENAAR_URL"], autocommit=True) as verbinding:
        verbinding.execute("create table van_daarna (id int)")
    capsys.readouterr()
    assert main(terug) == 1
    assert "niet leeg" in capsys.readouterr().err
    with psycopg.connect(leeg.addresses["DATABASE_URL"]):
        assert main([*terug, "--vervang"]) == 1
        assert "Stop eerst web en worker" in capsys.readouterr().err
    # The main database alone, beside a key store that lived on and has destroyed a key since.
    assert main([*terug[:-2], "--vervang"]) == 0
    assert "1 sleutels zijn vernietigd" in capsys.readouterr().out
    nu = _alle_rijen(leeg)
    assert set(nu) == set(was)
    assert {naam for naam in was if nu[naam] != was[naam]} == {"sleutels_sleutel"}
    # The role that serves people reads again, and only behind row-level security.
    with psycopg.connect(leeg.addresses["DATABASE_URL"]) as verbinding:
        assert verbinding.execute("select count(*) from dossiers_dossier").fetchone() == (0,)


def _kapot_wordt_gezien(plaats: SimpleNamespace, bytes_: dict[str, bytes]) -> None:
    """One changed byte, one file that is gone: each is found, and what was is put back."""
    nieuwste = Bewaarplek(plaats.hoofd).alle()[-1]
    een = next(iter(bytes_))
    for pad in (nieuwste / "database.age", nieuwste / "paklijst.json", plaats.hoofd / "bestanden" / een[:2] / een):
        goed = pad.read_bytes()
        pad.write_bytes(goed[:-9] + bytes([goed[-9] ^ 1]) + goed[-8:])
        assert main(["reservekopie", "controleer"]) == 1
        pad.write_bytes(goed)
    assert main(["reservekopie", "controleer"]) == 0
    assert main(["reservekopie", "controleer", "--uren=-1"]) == 1


def _niets_leesbaar(plaats: SimpleNamespace, geval: Geval) -> None:
    """No name, no number, no secret of the server in whatever was written, and nothing that PostgreSQL would read."""
    geheim = plaats.sleutel.read_text().split()[-1].encode()
    assert geheim.startswith(b"AGE-SECRET-KEY-")
    alles = [pad.read_bytes() for map_ in (plaats.hoofd, plaats.sleutels) for pad in map_.rglob("*") if pad.is_file()]
    hoofdsleutel = os.environ["OVERSTAP_HOOFDSLEUTEL"].encode()
    for woord in (geval.kind.achternaam.encode(), geval.kind.bsn.encode(), geheim, hoofdsleutel, b"PGDMP"):
        assert not [inhoud for inhoud in alles if woord in inhoud]


def _leest_als_voorheen(geval: Geval) -> None:
    """The report, its PDF and its page, through the application on what was put back."""
    with als(geval.school[Rol.LEERKRACHT]) as by:
        dossier = dossier_for(by, geval.dossier_id)
        slot = slot_for(by, dossier)
        assert geval.kind.achternaam in str(inhoud_for(by, dossier, slot).waarden)
        pdf = pdf_for(by, laatste_versie_for(by, dossier), Publiek.VO, slot)
        assert pdf
        assert pdf.startswith(b"%PDF")
        account = Account.objects.get(id=by.id)
    client = Client(SERVER_NAME="localhost")
    client.force_login(account)
    pagina = client.get(reverse("po:dossier", args=[geval.dossier_id]), follow=True)
    assert geval.kind.achternaam in pagina.content.decode()


def _vernietig_de_sleutel(geval: Geval) -> None:
    with als(geval.school[Rol.LEERKRACHT]) as by:
        vernietig_sleutel(dossier_for(by, geval.dossier_id).sleutel_id, at=AT)


@contextmanager
def _lege_server() -> Iterator[Databases]:
    """A server that has nothing but the two roles and the two empty databases."""
    cluster = Cluster(
        Path(os.environ["OVERSTAP_BIJLAGEN_MAP"]).parent / f"pg-{uuid4().hex[:6]}", options=("fsync=off",)
    )
    cluster.ensure_running()
    try:
        with psycopg.connect(cluster.superuser_url(), autocommit=True) as verbinding:
            for rol in (inrichting.OWNER, inrichting.RUNTIME):
                inrichting.make_role(verbinding, rol, PASSWORD)
            for naam in (inrichting.MAIN, inrichting.KEYS):
                inrichting.make_database(verbinding, naam)
        yield Databases(cluster, inrichting.MAIN, inrichting.KEYS)
    finally:
        cluster.stop()
        shutil.rmtree(cluster.folder, ignore_errors=True)


def _alle_rijen(databases: Databases) -> dict[str, list[str]]:
    """Every row of every table of both databases, as text: asked otherwise than the program counts them."""
    alles = {}
    for adres in (databases.addresses["DATABASE_EIGENAAR_URL"], databases.addresses["SLEUTELS_EIGENAAR_URL"]):
        with psycopg.connect(adres) as verbinding:
            namen = verbinding.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
            for (naam,) in namen:
                rijen = verbinding.execute(f'select to_jsonb(t)::text from public."{naam}" t').fetchall()
                alles[naam] = sorted(rij[0] for rij in rijen)
    return alles


def _bytes() -> dict[str, bytes]:
    return {bestand_id.hex: opslag.lees(bestand_id) for bestand_id in opslag.alle()}


def test_a_role_that_does_not_see_all_rows_makes_none(eigen_database: Databases, tmp_path: Path) -> None:
    plek = Bewaarplek(tmp_path)
    with pytest.raises(ReservekopieFout, match="ziet niet alle rijen"):
        _maak(eigen_database.addresses["DATABASE_URL"], plek)
    assert plek.alle() == []
    # An owner who is bound all the same is told so as well: nothing is left out in silence.
    eigenaar = eigen_database.addresses["DATABASE_EIGENAAR_URL"]
    with psycopg.connect(eigenaar, autocommit=True) as verbinding:
        verbinding.execute("alter table dossiers_dossier force row level security")
    with pytest.raises(ReservekopieFout, match="ziet niet alle rijen"):
        _maak(eigenaar, plek)
    assert list(tmp_path.glob("2*")) == []


def test_a_changed_row_and_a_missing_row_are_both_seen(eigen_database: Databases) -> None:
    regio()
    eigenaar = eigen_database.addresses["DATABASE_EIGENAAR_URL"]
    keren = []
    for daad in (
        "select 1",
        "update scholen_regio set naam = naam || '!'",
        "delete from auth_permission where id in (select min(id) from auth_permission)",
    ):
        with psycopg.connect(eigenaar, autocommit=True) as verbinding:
            verbinding.execute(daad)
        with momentopname(eigenaar) as (gezien, _moment):
            keren.append(tel(gezien))
    een, ander, minder = keren
    assert een["public.scholen_regio"].rijen == ander["public.scholen_regio"].rijen
    assert {naam for naam in een if een[naam] != ander[naam]} == {"public.scholen_regio"}
    assert {naam for naam in een if minder[naam].rijen != een[naam].rijen} == {"public.auth_permission"}


def _maak(adres: str, plek: Bewaarplek) -> None:
    maak(Soort.HOOFD, adres, plek, ontvanger="age1", zegelsleutel=ZEGEL, weken=4, at=AT)


def test_what_is_too_old_goes_with_its_files_and_the_newest_stays(tmp_path: Path, settings: SimpleNamespace) -> None:
    settings.OVERSTAP_BIJLAGEN_MAP = tmp_path / "bijlagen"
    plek = Bewaarplek(tmp_path / "plek")
    nu = datetime(2027, 6, 1, tzinfo=UTC)
    oud, blijft = uuid4(), uuid4()
    for bestand_id in (oud, blijft):
        opslag.bewaar(bestand_id, bestand_id.bytes)
    for dagen in (30, 28, 1):
        with plek.op_slot(), plek.nieuwe(nu - timedelta(days=dagen)) as map_:
            deel, aantal = bestanden.bewaar(plek.map, map_, None)
            (map_ / "paklijst.json").touch()
        assert (deel.sha256, aantal) == (hashlib.sha256(deel_van(plek)).hexdigest(), len(list(opslag.alle())))
        # Destroyed after the first: it stays as long as that one.
        opslag.verwijder(oud)
    assert plek.ruim_op(at=nu, weken=4) == 1
    assert [map_.name[:8] for map_ in plek.alle()] == ["20270504", "20270531"]
    assert bestanden.ruim_op(plek.map, plek.alle()) == 1
    assert {UUID(pad.name) for pad in (plek.map / "bestanden").glob("??/*")} == {blijft}
    assert plek.ruim_op(at=nu + timedelta(weeks=99), weken=4) == 1
    assert len(plek.alle()) == 1


def deel_van(plek: Bewaarplek) -> bytes:
    return (plek.alle()[-1] / "bestanden.txt").read_bytes()


def test_what_was_cut_off_is_no_reservekopie_and_two_do_not_work_at_once(tmp_path: Path) -> None:
    plek = Bewaarplek(tmp_path)
    (tmp_path / "20270101T000000Z.half").mkdir()
    with pytest.raises(ZeroDivisionError), plek.op_slot(), plek.nieuwe(AT) as map_:
        (map_ / str(1 // 0)).touch()
    assert (plek.alle(), list(tmp_path.glob("2*"))) == ([], [])
    with plek.op_slot(), pytest.raises(ReservekopieFout, match="al bezig"), Bewaarplek(tmp_path).op_slot():
        pass


def test_the_two_places_must_be_apart(plaats: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("OVERSTAP_SLEUTELKOPIE_MAP", str(plaats.hoofd / "kast"))
    monkeypatch.setenv("OVERSTAP_KOPIE_ONTVANGER", "age1")
    assert main(["reservekopie", "maak"]) == 1
    assert "los van elkaar" in capsys.readouterr().err
