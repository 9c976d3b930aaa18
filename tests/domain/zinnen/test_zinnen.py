"""Is a sentence of the school about nobody until it is put in, and does it stay inside the school?"""

from __future__ import annotations

from datetime import date

import pytest

from overstap.domain.dossiers.enums import Staat
from overstap.domain.zinnen.actions import bewaar_zin, gooi_zin_weg, wijzig_zin
from overstap.domain.zinnen.queries import zin_for, zinnen_for
from overstap.domain.zinnen.rules import (
    LANGSTE_ZIN,
    MEESTE_PER_VELD,
    ZinGeweigerd,
    controleer_zin,
    maak_algemeen,
    netjes,
    plekken_met_zinnen,
    vul_in,
)
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from tests.wereld import AT, regio

VELD = "gedrag_contact"
NAMEN = [("Çağla", "van den Berg"), ("Bas", "El Amrani"), ("Noor", "Haddou")]


@pytest.mark.parametrize(
    ("geslacht", "wordt"),
    [
        ("vrouw", "Zij pakt haar boek en Noor helpt haar."),
        ("man", "Hij pakt zijn boek en Noor helpt hem."),
        ("onbekend", "Die pakt hun boek en Noor helpt hen."),
    ],
)
def test_an_invulplek_becomes_the_pupil(geslacht, wordt):
    zin = netjes(" [Hij] pakt {zijn} boek en <<roepnaam>> helpt « hem ». ")
    assert zin.count("[") == 4
    assert vul_in(zin, "Noor", geslacht) == wordt


def test_what_was_written_about_one_pupil_becomes_general():
    assert maak_algemeen("Bas is een basis voor Bas.", "Bas") == "[roepnaam] is een basis voor [roepnaam]."


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("", "geen tekst"),
        ("a" * (LANGSTE_ZIN + 1), "korter"),
        ("[naam] leest graag.", "[naam] kan Overstap niet invullen"),
        ("Werkt graag samen met Bas.", ": Bas."),
        ("De familie Berg helpt thuis.", ": Berg."),
        ("cagla leest graag.", ": cagla."),
        ("Zijn nummer is 999993653.", "burgerservicenummer"),
        ("Praat vaak met juf Sanne.", "naam van iemand anders"),
        ("Bel 06 12345678.", "telefoonnummer"),
    ],
)
def test_a_sentence_about_somebody_is_refused_in_words(tekst, zegt):
    with pytest.raises(ZinGeweigerd) as fout:
        controleer_zin(tekst, VELD, NAMEN, date(2026, 11, 22))
    assert zegt in fout.value.zin


@pytest.mark.parametrize(
    "tekst", ["[Hij] heeft het van huis uit.", "De bas gaat mee naar de les.", "Leest den hele dag."]
)
def test_an_ordinary_word_is_no_name(tekst):
    controleer_zin(tekst, VELD, NAMEN, date(2026, 11, 22))


def test_only_where_people_write_their_own_words_a_sentence_can_stand():
    velden = {veld.naam for _sectie, hier in plekken_met_zinnen() for veld in hier}
    assert {"gedrag_contact", "argumentatie", "opvallend", "thuissituatie-relatie", "diagnoses-relatie"} <= velden
    assert not velden & {"bijstelling_motivatie", "toetsbeeld", "achternaam"}
    for vreemd in ("achternaam", "bestaat_niet", ""):
        with pytest.raises(ZinGeweigerd):
            controleer_zin("Leest graag.", vreemd, NAMEN, date(2026, 11, 22))


@pytest.mark.django_db
def test_the_whole_school_has_a_sentence_and_no_other_school():
    wereld = regio()
    wereld.dossier_in(Staat.CONCEPT, school=wereld.a)
    with als(wereld.a.leerkracht) as by:
        zin_id = bewaar_zin(veld=VELD, tekst="[Roepnaam] helpt anderen.", by=by, at=AT)
        assert bewaar_zin(veld=VELD, tekst="[Roepnaam] helpt anderen. ", by=by, at=AT) == zin_id
        with pytest.raises(ZinGeweigerd, match="Deniz"):
            bewaar_zin(veld=VELD, tekst="Deniz helpt anderen.", by=by, at=AT)
    with als(wereld.a.ib) as by:
        wijzig_zin(zin_id=zin_id, tekst="[Hij] helpt.", by=by, at=AT)
        assert [zin.tekst for zin in zinnen_for(by)] == ["[Hij] helpt."]
        with pytest.raises(ZinGeweigerd, match="Deniz"):
            wijzig_zin(zin_id=zin_id, tekst="Deniz helpt.", by=by, at=AT)
    with als(wereld.b.leerkracht) as by:
        assert not zinnen_for(by).exists()
        with pytest.raises(NietGevonden):
            zin_for(by, zin_id)
        # The same name is nobody at another school.
        bewaar_zin(veld=VELD, tekst="Deniz helpt anderen.", by=by, at=AT)
    with als(wereld.a.administratie) as by, pytest.raises(GeenRecht):
        bewaar_zin(veld=VELD, tekst="[Hij] helpt.", by=by, at=AT)
    with als(wereld.a.leerkracht) as by:
        gooi_zin_weg(zin_id=zin_id, by=by, at=AT)
        for nummer in range(MEESTE_PER_VELD):
            bewaar_zin(veld=VELD, tekst=f"Zin {nummer}.", by=by, at=AT)
        with pytest.raises(ZinGeweigerd, match="al 50"):
            bewaar_zin(veld=VELD, tekst="Nog een.", by=by, at=AT)
