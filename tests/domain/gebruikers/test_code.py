"""When does a parent's code open, lock and open again?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.gebruikers.actions import CodeOnjuist, geef_code, open_met_code
from overstap.domain.gebruikers.rules import GELDIG, POGINGEN, leesbaar, normaliseer_code
from overstap.domain.inzages.actions import geef_nieuwe_code
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import regio

AT = datetime(2027, 1, 20, 12, tzinfo=UTC)
BY = Actor(rol=Rol.LEERKRACHT, id=uuid4(), organisatie_id=uuid4())

pytestmark = pytest.mark.django_db


def _mis(account: UUID, keren: int) -> None:
    for _ in range(keren):
        with pytest.raises(CodeOnjuist):
            open_met_code(ouderaccount_id=account, getypt="AAAA-AAAA", by=None, at=AT)


def test_a_code_opens_however_it_is_typed() -> None:
    account, code = geef_code(ouderaccount_id=None, by=BY, at=AT)
    assert open_met_code(ouderaccount_id=account, getypt=f" {leesbaar(code).lower()} ", by=None, at=AT) == account


def test_a_code_may_be_typed_on_the_keyboard_of_another_language() -> None:
    assert normaliseer_code("авск-٢٣٤۵") == "ABCK2345"


def test_five_wrong_tries_lock_also_for_the_right_code() -> None:
    account, code = geef_code(ouderaccount_id=None, by=BY, at=AT)
    _mis(account, POGINGEN)
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=account, getypt=code, by=None, at=AT)


def test_the_right_code_wipes_the_slate() -> None:
    account, code = geef_code(ouderaccount_id=None, by=BY, at=AT)
    for _ in range(3):
        _mis(account, POGINGEN - 1)
        assert open_met_code(ouderaccount_id=account, getypt=code, by=None, at=AT) == account


def test_a_code_ends_with_its_term() -> None:
    account, code = geef_code(ouderaccount_id=None, by=BY, at=AT)
    assert (
        open_met_code(ouderaccount_id=account, getypt=code, by=None, at=AT + GELDIG - timedelta(seconds=1)) == account
    )
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=account, getypt=code, by=None, at=AT + GELDIG)


def test_a_new_code_ends_the_old_one() -> None:
    wereld = regio()
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    ouder = geval.ouders[0]
    with als(wereld.a.leerkracht) as by:
        geef_nieuwe_code(dossier_id=geval.dossier_id, inzage_id=ouder.inzage_id, by=by, at=AT)
    with pytest.raises(CodeOnjuist):
        open_met_code(ouderaccount_id=ouder.ouder_id, getypt=ouder.code, by=None, at=AT)
