"""Which browser do the tests drive, and how is it kept from calling home?"""

from __future__ import annotations

CHROMIUM = "/usr/bin/chromium-headless-shell"
# No sandbox: Chromium refuses to make one as root. The rest keeps it from calling home.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # axe runs once on each page: code is made ready simply and at once, and little is thrown away. A tenth of its time.
    "--js-flags=--always-sparkplug --min-semi-space-size=64",
]
