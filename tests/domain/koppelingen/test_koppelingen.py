"""Does a key open what it may, as long as it may, and is it nowhere to be read?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.koppelingen.actions import (
    beeindig_koppeling,
    geef_sleutel,
    maak_koppeling,
    trek_sleutel_in,
)
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.models import Toegangssleutel
from overstap.domain.koppelingen.queries import achter_sleutel_for, als_actor_for, koppeling_for, sleutels_for
from overstap.domain.koppelingen.rules import (
    BEREIKEN,
    KOPPELINGEN_HOOGSTENS,
    RECHT_VAN,
    KoppelingGeweigerd,
    Sleuteldelen,
    lees_sleutel,
    schrijf_sleutel,
    vingerafdruk,
)
from overstap.foundation.access import RECHTEN, Actor, GeenRecht, NietGevonden, Recht, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Wereld, regio

TOT = VANDAAG + timedelta(days=30)


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    return regio()


def koppel(wie: Actor, *bereik: Bereik, tot: date = TOT) -> str:
    with als(wie) as by:
        koppeling_id = maak_koppeling(naam="LAS", bereik=bereik or (Bereik.DOSSIERS_LEZEN,), tot=tot, by=by, at=AT)
        return geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)


def open_met(sleutel: str, at: datetime = AT) -> Actor:
    delen = lees_sleutel(sleutel)
    assert delen is not None
    with als(Actor(Rol.SYSTEEM, None, delen.organisatie_id)) as systeem:
        return als_actor_for(systeem, achter_sleutel_for(systeem, delen, at).koppeling)


def test_a_key_opens_what_was_chosen_until_the_end_of_its_last_day(opnieuw: None, streek: Wereld) -> None:
    sleutel = koppel(streek.a.directeur)
    actor = open_met(sleutel, AT + timedelta(days=30))
    assert (actor.rol, actor.organisatie_id, actor.rechten) == (
        Rol.KOPPELING, streek.a.id, {Recht.WERKVOORRAAD_BEKIJKEN},
    )  # fmt: skip
    with pytest.raises(GeenRecht):
        actor.require(Recht.BESTAND_AANLEVEREN)
    with pytest.raises(NietGevonden):
        _ = actor.persoon_id
    with pytest.raises(NietGevonden):
        open_met(sleutel, AT + timedelta(days=31))


def test_two_keys_work_at_once_and_each_can_be_withdrawn(opnieuw: None, streek: Wereld) -> None:
    oud = koppel(streek.a.directeur)
    koppeling_id = open_met(oud).wie_id
    with als(streek.a.directeur) as by:
        nieuw = geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)
        with pytest.raises(KoppelingGeweigerd, match="twee sleutels"):
            geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)
        assert open_met(oud) == open_met(nieuw)
        eerste = lees_sleutel(oud)
        assert eerste is not None
        trek_sleutel_in(koppeling_id=koppeling_id, sleutel_id=eerste.sleutel_id, by=by, at=AT)
    with pytest.raises(NietGevonden):
        open_met(oud)
    assert open_met(nieuw)
    with als(streek.a.directeur) as by:
        beeindig_koppeling(koppeling_id=koppeling_id, by=by, at=AT)
    with pytest.raises(NietGevonden):
        open_met(nieuw)


def test_nobody_reads_a_key_or_opens_with_half_of_it(opnieuw: None, streek: Wereld) -> None:
    sleutel = koppel(streek.a.directeur)
    delen = lees_sleutel(sleutel)
    assert delen is not None
    with als(streek.a.directeur) as by:
        (rij,) = sleutels_for(by, koppeling_for(by, open_met(sleutel).wie_id))
        assert bytes(rij.hash) == vingerafdruk(delen)
        assert delen.geheim not in bytes(rij.hash)
    for anders in (
        delen._replace(geheim=bytes(32)),
        delen._replace(organisatie_id=streek.b.id),
        delen._replace(sleutel_id=streek.a.id),
    ):
        with pytest.raises(NietGevonden):
            open_met(schrijf_sleutel(anders))


def test_another_organisation_neither_sees_nor_ends_it(opnieuw: None, streek: Wereld) -> None:
    sleutel = koppel(streek.a.directeur)
    koppeling_id = open_met(sleutel).wie_id
    with als(streek.b.directeur) as by, pytest.raises(NietGevonden):
        beeindig_koppeling(koppeling_id=koppeling_id, by=by, at=AT)
    with als(streek.b.directeur):
        assert not Toegangssleutel.objects.exists()
    with als(streek.a.administratie) as by, pytest.raises(GeenRecht):
        geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)
    # Nor does the program itself.
    with als(open_met(sleutel)) as by, pytest.raises(GeenRecht):
        geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)


@pytest.mark.parametrize(
    ("bereik", "tot", "zin"),
    [
        ((), TOT, "Kies wat"),
        ((Bereik.ZAKEN_LEZEN,), TOT, "Kies wat"),
        ((Bereik.DOSSIERS_LEZEN,), VANDAAG - timedelta(days=1), "laatste dag"),
        ((Bereik.DOSSIERS_LEZEN,), VANDAAG + timedelta(days=367), "laatste dag"),
    ],
)
def test_a_koppeling_that_cannot_be_says_why(
    opnieuw: None, streek: Wereld, bereik: tuple[Bereik, ...], tot: date, zin: str
) -> None:
    with als(streek.a.directeur) as by, pytest.raises(KoppelingGeweigerd, match=zin):
        maak_koppeling(naam="LAS", bereik=bereik, tot=tot, by=by, at=AT)


def test_there_are_no_more_than_a_person_overlooks(opnieuw: None, streek: Wereld) -> None:
    with als(streek.a.directeur) as by:
        for _ in range(KOPPELINGEN_HOOGSTENS):
            maak_koppeling(naam="LAS", bereik=(Bereik.DOSSIERS_LEZEN,), tot=TOT, by=by, at=AT)
        with pytest.raises(KoppelingGeweigerd, match="Beëindig"):
            maak_koppeling(naam="LAS", bereik=(Bereik.DOSSIERS_LEZEN,), tot=TOT, by=by, at=AT)


def test_no_program_may_do_what_is_a_persons_duty() -> None:
    """Every right that a scope opens is one of the few that a program may have; acts of a person are none of them."""
    assert set(RECHT_VAN) == set(Bereik)
    assert {RECHT_VAN[een] for een in Bereik} == RECHTEN[Rol.KOPPELING]
    assert sorted(een for alle in BEREIKEN.values() for een in alle) == sorted(Bereik)
    van_een_mens = {
        Recht.ADVIES_VASTLEGGEN, Recht.RAPPORT_DEFINITIEF_MAKEN, Recht.DOSSIER_OVERDRAGEN, Recht.BIJLAGE_VRIJGEVEN,
        Recht.BESLUIT_NEMEN, Recht.ZORGBESLUIT_NEMEN, Recht.ZORGAANMELDING_BEHANDELEN, Recht.IMPORT_UITVOEREN,
        Recht.MEDEWERKERS_BEHEREN, Recht.NUMMER_ONTHULLEN, Recht.CORRECTIE_BESLUITEN, Recht.RAPPORT_INVULLEN,
    }  # fmt: skip
    assert not RECHTEN[Rol.KOPPELING] & van_een_mens
    # Without anything chosen a key opens nothing.
    assert Actor(Rol.KOPPELING).rechten == frozenset()


@given(st.uuids(), st.uuids(), st.binary(min_size=32, max_size=32))
def test_a_key_reads_back_as_it_was_written(organisatie, sleutel, geheim) -> None:
    delen = Sleuteldelen(organisatie, sleutel, geheim)
    assert lees_sleutel(schrijf_sleutel(delen)) == delen


@given(st.text())
def test_no_other_text_is_a_key(tekst: str) -> None:
    assert lees_sleutel(tekst) is None
    assert lees_sleutel(f"overstap_{tekst}") is None
