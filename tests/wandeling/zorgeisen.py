"""What must be true of care routes after every act: who sees which, and which copies lie open where?"""

from __future__ import annotations

from overstap.domain.bijlagen.enums import Ontvanger
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.rapporten.models import Versie
from overstap.domain.zorgroutes.enums import Routestaat, Zaakbestandsoort
from overstap.domain.zorgroutes.models import Zaak, Zaakbestand, Zorgbesluit, Zorgroute
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from tests.wandeling.wandelaar import Wandeling


def bij_school_en_ouders(w: Wandeling, *, ook_ongezien: bool) -> None:
    """As who is asking now: each route is where we remember it, a decision only once it came back, and no case."""
    gezien = dict(Zorgroute.objects.filter(dossier_id=w.dossier_id).values_list("id", "staat"))
    assert gezien.items() <= {een: route.staat for een, route in w.routes.items()}.items()
    mag = {een for een, route in w.routes.items() if ook_ongezien or route.ingelicht or route.bij_swv}
    assert set(gezien) <= mag
    assert not ook_ongezien or set(gezien) == mag
    if w.routes:
        terug = {een for een, route in w.routes.items() if route.staat is Routestaat.TERUGGEKOPPELD}
        assert set(Zorgbesluit.objects.filter(dossier_id=w.dossier_id).values_list("route_id", flat=True)) <= terug
        assert not Zaak.objects.exists()


def bij_het_swv(w: Wandeling) -> None:
    """What was sent and not withdrawn; of the attachments no row, and open copies only of what is released now."""
    mag = {een for een, route in w.routes.items() if route.bij_swv}
    vrij = {een for een, aan in w.aan.items() if Ontvanger.SWV in aan}
    with als(w.wereld.swv[Rol.SWV_LOKET]):
        assert set(Zorgroute.objects.filter(dossier_id=w.dossier_id).values_list("id", flat=True)) == mag
        assert Dossier.objects.filter(id=w.dossier_id).exists() == bool(mag)
        for model in (Bijlage, Versie, Toestemming, Overdracht):
            assert not model.objects.exists(), model.__name__
        if not w.routes:
            return
        open_ = Zaakbestand.objects.filter(zaak_id__in=list(w.routes), tegengehouden_op=None)
        paren = list(open_.values_list("soort", "bijlage_id", "zaak_id"))
        kopieen = {bijlage for _soort, bijlage, _zaak in paren if bijlage}
        assert kopieen <= vrij, kopieen - vrij
        # An OSO file holds every copy of its case, and so lies there only with what may be there.
        oso = [zaak for soort, _bijlage, zaak in paren if soort == Zaakbestandsoort.OSO]
        assert len(oso) == len(set(oso))
        assert set(Zaak.objects.filter(route_id__in=list(w.routes)).values_list("route_id", flat=True)) >= mag
