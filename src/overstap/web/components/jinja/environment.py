"""What can every template use?"""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from overstap.web.components.csp import JS_ENABLED


def url(name: str, **kwargs: Any) -> str:
    """Return the address of the view `name`."""
    return reverse(name, kwargs=kwargs)


def environment(**options: Any) -> Environment:
    """Return Jinja with escaping on, and an error on every name that does not exist."""
    made = Environment(**{**options, "autoescape": True, "undefined": StrictUndefined})
    made.globals.update(static=static, url=url, js_enabled=Markup(JS_ENABLED))
    return made
