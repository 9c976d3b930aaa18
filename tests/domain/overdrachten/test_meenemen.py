"""Is one ZIP of many reports whole, handed over once, written down for each pupil, and gone afterwards?"""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten import actions
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.domain.overdrachten.models import Bundel
from overstap.domain.overdrachten.queries import bundels_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.queue import opvangen
from overstap.foundation.rls import als
from overstap.jobs.opruimen import ruim_uploads_op
from overstap.jobs.taak import voer_uit
from tests.wereld import AT, Wereld, logboek, regio

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld() -> Wereld:
    return regio()


def vraag(wie: Actor, soort: Bundelsoort, *van: Any) -> Any:
    """Ask for a bundel, and let the worker make it."""
    taken: list[tuple[str, dict[str, str]]] = []
    with opvangen(lambda naam, ids: taken.append((naam, ids))), als(wie) as by:
        bundel_id = actions.vraag_bundel(soort=soort, van=van, by=by, at=AT)
    ((naam, ids),) = taken
    voer_uit(naam, ids["organisatie_id"], {"bundel_id": ids["bundel_id"]}, AT)
    return bundel_id


def haal(wie: Actor, bundel_id: Any) -> zipfile.ZipFile:
    with als(wie) as by:
        lezer = actions.haal_bundel_op(bundel_id=bundel_id, by=by, at=AT)
    return zipfile.ZipFile(io.BytesIO(b"".join(lezer.stukken())))


def ligt_er(bestand_id: UUID) -> bool:
    """Is this one file still in the store? Other files come and go beside it."""
    return any(Path(settings.OVERSTAP_BIJLAGEN_MAP).rglob(bestand_id.hex))


def test_a_vo_school_takes_its_inbox_along_once(wereld: Wereld, django_capture_on_commit_callbacks: Any) -> None:
    eerste, tweede = (wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True) for _ in range(2))
    wie = wereld.vo.administratie
    bundel_id = vraag(wie, Bundelsoort.OSO, eerste.overdracht_id, tweede.overdracht_id)
    with als(wie) as by:
        bestand_id = bundels_for(by, AT).get().bestand_id
    assert bestand_id
    assert ligt_er(bestand_id)
    with django_capture_on_commit_callbacks(execute=True):
        pakket = haal(wie, bundel_id)
    assert pakket.testzip() is None
    namen = pakket.namelist()
    assert sorted(namen) == sorted(f"oso-{geval.overdracht_id.hex[:8]}.xml" for geval in (eerste, tweede))
    assert all(pakket.read(naam).startswith(b"<?xml") for naam in namen)
    for geval in (eerste, tweede):
        assert logboek(geval)[-2:] == ["overdracht.opgehaald", "overdracht.meegenomen"]
    with als(wie):
        gebeurtenis = AuditEvent.objects.filter(wat="overdracht.meegenomen").first()
        assert gebeurtenis
        assert gebeurtenis.object_id == wereld.vo.id
        assert set(gebeurtenis.gegevens) == {"vorm", "versie", "grond"}
    with als(wie) as by, pytest.raises(NietGevonden):
        actions.haal_bundel_op(bundel_id=bundel_id, by=by, at=AT)
    assert not ligt_er(bestand_id)


def test_documents_lie_in_a_folder_for_each_pupil_without_a_name(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    pakket = haal(wereld.vo.zorg, vraag(wereld.vo.zorg, Bundelsoort.DOCUMENTEN, geval.overdracht_id))
    assert pakket.namelist() == ["leerling-001/rapport.pdf", "inhoud.csv"]
    assert pakket.read("leerling-001/rapport.pdf").startswith(b"%PDF")
    lijst = pakket.read("inhoud.csv").decode("utf-8-sig")
    assert geval.kind.roepnaam in lijst
    assert "leerling-001" in lijst
    eigen = haal(wereld.a.directeur, vraag(wereld.a.directeur, Bundelsoort.DOCUMENTEN, geval.dossier_id))
    assert eigen.namelist() == pakket.namelist()
    las = haal(wereld.a.administratie, vraag(wereld.a.administratie, Bundelsoort.OSO, geval.dossier_id))
    assert las.namelist() == [f"oso-{geval.dossier_id.hex[:8]}.xml"]


def test_nobody_takes_what_is_not_theirs_or_was_taken_back_meanwhile(wereld: Wereld) -> None:
    geval, klaar = wereld.dossier_in(Staat.OVERGEDRAGEN), wereld.dossier_in(Staat.DEFINITIEF)
    wie = wereld.vo.administratie
    for vreemd in (klaar.dossier_id, geval.dossier_id):
        with als(wie) as by, pytest.raises(OverdrachtGeweigerd, match="nu niet meenemen"):
            actions.vraag_bundel(soort=Bundelsoort.OSO, van=[vreemd], by=by, at=AT)
    with als(wereld.b.directeur) as by, pytest.raises(OverdrachtGeweigerd, match="nu niet meenemen"):
        actions.vraag_bundel(soort=Bundelsoort.OSO, van=[geval.dossier_id], by=by, at=AT)
    with als(wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        actions.vraag_bundel(soort=Bundelsoort.OSO, van=[geval.dossier_id], by=by, at=AT)
    # The worker had not made the file of this pupil yet, and says how many are missing, not who.
    bundel_id = vraag(wie, Bundelsoort.OSO, geval.overdracht_id)
    with als(wie) as by:
        assert bundels_for(by, AT).get().bezwaar.startswith("Van 1 van de gekozen leerlingen")
    geval.trek_in(AT)
    with als(wie) as by, pytest.raises(OverdrachtGeweigerd, match="teruggetrokken"):
        actions.haal_bundel_op(bundel_id=bundel_id, by=by, at=AT)
    assert "overdracht.meegenomen" not in logboek(geval)


def test_what_was_held_back_after_it_was_made_does_not_leave_in_a_zip(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN, met_bestanden=True)
    wie = wereld.vo.administratie
    gemaakt = [vraag(wie, soort, geval.overdracht_id) for soort in Bundelsoort]
    with als(wereld.a.administratie) as by:
        assert actions.houd_tegen(dossier_id=geval.dossier_id, by=by, at=AT + timedelta(minutes=1))
    for bundel_id in gemaakt:
        with als(wie) as by, pytest.raises(OverdrachtGeweigerd, match="niet meer mee"):
            actions.haal_bundel_op(bundel_id=bundel_id, by=by, at=AT + timedelta(minutes=2))
    assert "overdracht.meegenomen" not in logboek(geval)


def test_after_a_day_it_is_gone(wereld: Wereld) -> None:
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    vraag(wereld.vo.administratie, Bundelsoort.OSO, geval.overdracht_id)
    ruim_uploads_op(AT + timedelta(hours=23))
    with als(wereld.vo.administratie):
        assert Bundel.objects.count() == 1
    ruim_uploads_op(AT + timedelta(hours=24))
    with als(wereld.vo.administratie):
        assert not Bundel.objects.exists()
