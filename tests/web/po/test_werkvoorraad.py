"""Does the werkvoorraad show every pupil with the right next step, with the same queries for any number?"""

from __future__ import annotations

from tests.web.po.klas import gelezen, neem_over


def test_every_pupil_stands_in_the_list_with_a_next_step(klas, ingelogd):
    neem_over(klas, gelezen(0))
    pagina = ingelogd(klas.als_marije).get("/po/")
    assert pagina.status_code == 200, pagina
    tekst = pagina.content.decode()
    assert "<b>Noor</b> Haddou" in tekst
    assert "Vul verder in" in tekst
    assert "Bij u" in tekst
