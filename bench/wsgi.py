"""The application as gunicorn serves it, with the empty pages beside it and the clock of the invented region."""

from __future__ import annotations

from pathlib import Path

import time_machine
from django.conf import settings

from bench.omgeving import NU
from overstap.config.wsgi import application

time_machine.travel(NU, tick=True).start()
settings.ROOT_URLCONF = "bench.urls"
settings.TEMPLATES[0]["DIRS"] = [Path(__file__).parent / "jinja2"]

__all__ = ["application"]
