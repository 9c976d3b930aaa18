"""What must be true of care routes after every act: who sees which, and which copies lie open where?"""

from __future__ import annotations

from overstap.domain.bijlagen.enums import Ontvanger
from overstap.domain.zorgroutes.enums import Routestaat, Zaakbestandsoort
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wandeling.kijken import ids, niets_in, rijen
from tests.wandeling.wandelaar import Wandeling


def bij_school_en_ouders(w: Wandeling, *, ook_ongezien: bool) -> None:
    """As who is asking now: each route is where we remember it, a decision only once it came back, and no case."""
    gezien = dict(rijen("select id, staat from zorgroutes_zorgroute where dossier_id = %s", w.dossier_id))
    assert gezien.items() <= {een: route.staat for een, route in w.routes.items()}.items()
    mag = {een for een, route in w.routes.items() if ook_ongezien or route.ingelicht or route.bij_swv}
    assert set(gezien) <= mag
    assert not ook_ongezien or set(gezien) == mag
    if w.routes:
        terug = {een for een, route in w.routes.items() if route.staat is Routestaat.TERUGGEKOPPELD}
        assert ids("select route_id from zorgroutes_zorgbesluit where dossier_id = %s", w.dossier_id) <= terug
        assert niets_in("zorgroutes_zaak", "zorgroutes_zaakstuk", "zorgroutes_zaakbestand")


def bij_het_swv(w: Wandeling) -> None:
    """What was sent and not withdrawn; of the attachments no row, and open copies only of what is released now."""
    mag = {een for een, route in w.routes.items() if route.bij_swv}
    vrij = {een for een, aan in w.aan.items() if Ontvanger.SWV in aan}
    with als(w.wereld.swv[Rol.SWV_LOKET]):
        assert ids("select id from zorgroutes_zorgroute where dossier_id = %s", w.dossier_id) == mag
        assert bool(ids("select id from dossiers_dossier where id = %s", w.dossier_id)) == bool(mag)
        assert niets_in("bijlagen_bijlage", "rapporten_versie", "bijlagen_toestemming", "overdrachten_overdracht")
        if not w.routes:
            return
        eigen = list(w.routes)
        paren = rijen(_OPEN, eigen)
        kopieen = {bijlage for _soort, bijlage, _zaak in paren if bijlage}
        assert kopieen <= vrij, kopieen - vrij
        # An OSO file holds every copy of its case: there is one at most.
        oso = [zaak for soort, _bijlage, zaak in paren if soort == Zaakbestandsoort.OSO]
        assert len(oso) == len(set(oso))
        assert ids("select route_id from zorgroutes_zaak where route_id = any(%s)", eigen) >= mag


_OPEN = """
select soort, bijlage_id, zaak_id from zorgroutes_zaakbestand where zaak_id = any(%s) and tegengehouden_op is null
"""
