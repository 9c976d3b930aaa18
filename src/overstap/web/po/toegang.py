"""Who can read this report now, and who may later?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from overstap.domain.dossiers.enums import Reden
from overstap.domain.dossiers.queries import toegang_for
from overstap.domain.scholen.queries import medewerkers_for
from overstap.foundation.access import RECHTEN, Actor, Recht, Rol

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


def wie_ziet(actor: Actor, dossier: Dossier) -> list[dict[str, Any]]:
    """Lines for the macro `wie_ziet`: from the running toegang, with who gets in later and when."""
    toegang = list(toegang_for(actor, dossier))
    roepnaam = dossier.leerling.roepnaam
    anderen = [t for t in toegang if t.organisatie and t.organisatie_id != dossier.school_id]
    scholen = [t.organisatie.naam for t in anderen if t.organisatie and t.reden != Reden.ZORGROUTE]
    bij_swv = any(t.reden == Reden.ZORGROUTE for t in anderen)
    ouders = any(t.ouder_id for t in toegang)
    return [
        {"wie": _schrijvers(actor, dossier), "wat": _("kunnen lezen en schrijven"), "nu": True},
        {
            "wie": _("Ouders van %(naam)s") % {"naam": roepnaam},
            "wat": _("die u uitnodigde, kunnen lezen") if ouders else _("pas als u ze uitnodigt"),
            "nu": ouders,
        },
        *({"wie": naam, "wat": _("kan het rapport lezen"), "nu": True} for naam in scholen),
        *([] if scholen else [{"wie": _("De vo-school"), "wat": _("pas als u het rapport overdraagt"), "nu": False}]),
        {
            "wie": _("Het samenwerkingsverband"),
            "wat": _("ziet de zorgaanmelding, niet dit rapport") if bij_swv else _("ziet dit rapport niet"),
            "nu": bij_swv,
        },
    ]


def _schrijvers(actor: Actor, dossier: Dossier) -> str:
    """The colleagues who may write, oneself first."""
    mensen = [m for m in medewerkers_for(actor, dossier.school_id) if Recht.RAPPORT_INVULLEN in RECHTEN[Rol(m.rol)]]
    anderen = sorted({m.account.naam for m in mensen if m.account_id != actor.id})
    namen = [*([_("u")] if any(m.account_id == actor.id for m in mensen) else []), *anderen]
    tekst = (
        _("%(eerst)s en %(laatst)s") % {"eerst": ", ".join(namen[:-1]), "laatst": namen[-1]}
        if len(namen) > 1
        else "".join(namen)
    )
    return tekst[:1].upper() + tekst[1:]
