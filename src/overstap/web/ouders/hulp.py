"""What helps a parent on each page? Short texts, mostly the sentences of the pages themselves, in every language.

A button is named by its own text, so that it has the same words here as on its page, in each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from overstap.web.components.taalkeuze import voor_ouders

# Where among the sentences of an answer its button is named.
KIES = ""


@dataclass(frozen=True)
class Stuk:
    """One answer: the pages on which it helps, and the button or link to choose, if there is one; `KIES` says when."""

    naam: str
    kop: Any
    zinnen: tuple[Any, ...]
    schermen: tuple[str, ...]
    knop: Any = ""


STUKKEN = (
    Stuk(
        "binnen",
        _("Lees het rapport van uw kind"),
        (
            _("U kreeg een e-mail van de basisschool."),
            _("Daarin staat een link die alleen voor u is."),
            _("Open die link en typ uw code."),
            _("U kreeg de code van de school."),
            _("Hoofdletters en streepjes maken niet uit."),
            KIES,
            _("In e-mails staat niets over uw kind."),
        ),
        ("deur", "code", "uitloggen", "hulp"),
        _("Open het rapport"),
    ),
    Stuk(
        "code",
        _("Bent u de code kwijt?"),
        (
            KIES,
            _("Dan ziet de school uw vraag."),
            _("De code komt niet per e-mail."),
            _("De school geeft de code op een andere manier."),
            _("Bijvoorbeeld in een gesprek of met de post."),
            _("Hoort u na een paar dagen niets?"),
            _("Bel dan de basisschool van uw kind."),
        ),
        ("vraag_code", "vraag_code_link"),
        _("Vraag een nieuwe code"),
    ),
    Stuk(
        "lezen",
        _("Lees het rapport"),
        (
            _("Open een onderdeel om het te lezen."),
            _("De middelbare school leest dezelfde antwoorden."),
            _("U mag het rapport lezen en een kopie krijgen."),
            KIES,
            _("De kopie is in het Nederlands."),
        ),
        (
            "rapport", "verschil", "aanvullingen", "aanvulling", "kopie", "bijlage", "bijlage_bekijken", "stuk",
        ),
        _("Bewaar een kopie (pdf)"),
    ),
    Stuk(
        "fout",
        _("Klopt er iets niet?"),
        (
            KIES,
            _("Bijvoorbeeld een verkeerd adres. De school moet de fout verbeteren."),
            _("Schrijf ook op hoe het wel moet zijn."),
            _("Alleen de basisschool leest dit."),
            _("De school antwoordt binnen een maand."),
            _("Zo lang wordt het rapport niet definitief."),
        ),
        ("fout",),
        _("Meld een fout"),
    ),
    Stuk(
        "mening",
        _("Denkt u er anders over?"),
        (
            KIES,
            _("Schrijf uw mening op. Dit heet een zienswijze. De middelbare school leest uw mening ook."),
            _("Het mag ook in uw eigen taal."),
            _("Niemand kan uw tekst veranderen, u ook niet."),
            _("U mag later wel een nieuwe tekst sturen."),
            _("Doet u niets? Dan gaat het rapport gewoon mee."),
        ),
        ("mening", "verstuurd"),
        _("Geef uw mening"),
    ),
    Stuk(
        "tekenen",
        _("Teken dat u het las"),
        (
            KIES,
            _("Tekenen betekent niet dat u het ermee eens bent."),
            _("Tekenen hoeft niet."),
            _("Ook zonder uw naam gaat het rapport mee."),
        ),
        ("tekenen",),
        _("Teken nu"),
    ),
    Stuk(
        "aanmelden",
        _("Aanmelden bij een middelbare school"),
        (
            _("U krijgt van de basisschool een blad met een code."),
            _("Geef de code alleen aan een school waar u echt aanmeldt."),
            _("Die school kan dan het rapport lezen, als het klaar is."),
            _("Bent u de code kwijt, of heeft iemand anders hem?"),
            _("Vraag dan een nieuwe code aan de basisschool."),
        ),
        (),
    ),
    Stuk(
        "wie-keek",
        _("Wie mag dit lezen?"),
        (
            _("De mensen op de basisschool die aan het rapport werken."),
            _("De middelbare school, als het rapport is verstuurd."),
            _("We schrijven op wie het rapport opent."),
            KIES,
            _("U ziet functies en scholen, geen namen."),
        ),
        ("kijkers", "gegevens"),
        _("Bekijk wie het rapport opende"),
    ),
    Stuk(
        "extra-hulp",
        _("De school vraagt extra hulp aan"),
        (
            KIES,
            _("U leest wat er naar het samenwerkingsverband gaat."),
            _("Dat regelt extra hulp op scholen."),
            _("Het burgerservicenummer gaat niet mee."),
            _("U krijgt bericht als er een besluit is."),
        ),
        ("zorgaanmelding", "zorgmening"),
        _("Lees de aanvraag"),
    ),
    Stuk(
        "zestien",
        _("Uw kind beslist nu zelf"),
        (
            _("Vanaf 16 jaar beslist een leerling zelf over het rapport."),
            _("Vindt uw kind het goed dat u meeleest?"),
            _("Dan kan uw kind dat tegen de school zeggen."),
        ),
        (),
    ),
    Stuk(
        "lukt-niet",
        _("Lukt het niet?"),
        (
            _("Bel de basisschool van uw kind."),
            _("De school kan u een nieuwe code geven."),
            _("U mag het rapport ook op papier vragen."),
        ),
        (),
    ),
)  # fmt: skip


def hulp_hier(request: HttpRequest) -> dict[str, Any]:
    """Give the pages of parents the address of the help about this page."""
    if not voor_ouders(request):
        return {}
    match = request.resolver_match
    hier = next(_bij(match.url_name), None) if match and match.url_name else None
    return {"ouderhulp": f"{reverse('ouders:hulp')}{f'#{hier.naam}' if hier else ''}"}


def _bij(scherm: str) -> Iterator[Stuk]:
    return (stuk for stuk in STUKKEN if scherm in stuk.schermen)
