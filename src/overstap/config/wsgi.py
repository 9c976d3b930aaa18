"""The door for a web server."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

# Threads share connections; commands and tests need none.
os.environ.setdefault("OVERSTAP_POOL", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "overstap.config.settings")
application = get_wsgi_application()
