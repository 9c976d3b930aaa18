"""Which programs may act in the world of the access matrix, and with which keys?"""

from __future__ import annotations

from datetime import timedelta

from overstap.domain.koppelingen.actions import geef_sleutel, maak_koppeling, stuur_proef, trek_sleutel_in, zet_webhook
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.queries import koppeling_for, koppelingen_for, sleutels_for
from overstap.domain.koppelingen.rules import BEREIKEN
from overstap.domain.scholen.queries import organisatie_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld


def koppel(wereld: Wereld) -> dict[str, str]:
    """A program with all that its kind of organisation may give, by its column; the last ones open nothing (more)."""
    beheerders = {
        "po A": wereld.a.directeur,
        "po B": wereld.b.directeur,
        "vo": wereld.vo.toelating,
        "swv": wereld.swv[Rol.SWV_COMMISSIE],
        "regio": wereld.regio[Rol.REGIOCOORDINATOR],
    }
    sleutels = {kolom: sleutel_van(wie) for kolom, wie in beheerders.items()}
    sleutels["po A, smal"] = sleutel_van(wereld.a.directeur, Bereik.BESTANDEN_AANLEVEREN)
    sleutels["ingetrokken"] = sleutel_van(wereld.b.directeur, ingetrokken=True)
    _laat_berichten_sturen(wereld.a.directeur)
    return sleutels


def _laat_berichten_sturen(wie: Actor) -> None:
    with als(wie) as by:
        (koppeling,) = (een for een in koppelingen_for(by) if een.hoort)
        zet_webhook(koppeling_id=koppeling.id, adres="https://las.example/overstap", by=by, at=AT)
        stuur_proef(koppeling_id=koppeling.id, by=by, at=AT)


def sleutel_van(wie: Actor, *bereik: Bereik, ingetrokken: bool = False) -> str:
    """The key of a new koppeling, made by `wie`; without `bereik` it may all that can be given there."""
    with als(wie) as by:
        alles = BEREIKEN[organisatie_for(by).soort]
        koppeling_id = maak_koppeling(
            naam="Proef-LAS", bereik=bereik or alles, tot=AT.date() + timedelta(days=90), by=by, at=AT
        )
        sleutel = geef_sleutel(koppeling_id=koppeling_id, by=by, at=AT)
        if ingetrokken:
            (rij,) = sleutels_for(by, koppeling_for(by, koppeling_id))
            trek_sleutel_in(koppeling_id=koppeling_id, sleutel_id=rij.id, by=by, at=AT)
    return sleutel
