"""What can every template use?"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import json_script
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup

from overstap.web.components.csp import JS_ENABLED
from overstap.web.components.jinja import filters, tekens
from overstap.web.components.taalkeuze import taal


def environment(**options: Any) -> Environment:
    """Return Jinja with escaping on, Dutch texts translatable, and an error on every name that does not exist."""
    made = Environment(
        **{
            **options,
            "autoescape": True,
            "undefined": StrictUndefined,
            "trim_blocks": True,
            "lstrip_blocks": True,
            "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"],
        }
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)  # type: ignore[attr-defined]  # the i18n extension adds it
    made.globals.update(static=static, url=url, govuk=govuk, json_script=json_script, js_enabled=Markup(JS_ENABLED))
    made.globals.update(taal=taal)
    made.globals.update(teken_ladder=tekens.ladder, teken_blokjes=tekens.blokjes)
    made.filters.update(filters.FILTERS)
    return made


def url(name: str, **kwargs: Any) -> str:
    """Return the address of the view `name`."""
    return reverse(name, kwargs=kwargs)


def govuk(onderdeel: str, **params: Any) -> Markup:
    """Render one GOV.UK component: `govuk('error-summary', titleText=…, errorList=[…])`.

    The names of the parameters are those of GOV.UK Frontend's own documentation. They run in an
    environment of their own, because these macros ask for parameters that were not given.
    """
    macro = getattr(_govuk_module(onderdeel), "govuk" + onderdeel.title().replace("-", ""))
    return Markup(macro(params))  # the macro escapes its own parameters


@cache
def _govuk_module(onderdeel: str) -> TemplateModule:
    return _govuk_environment().get_template(f"govuk_frontend_jinja/components/{onderdeel}/macro.html").module


@cache
def _govuk_environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(
        loader=loader, autoescape=True, undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True
    )
