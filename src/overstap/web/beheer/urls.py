"""Where do machines ask: those of an operator, a browser for two colours, and who looks for whom to tell of a hole?"""

from __future__ import annotations

from django.urls import path

from overstap.web.beheer.views import gezondheid, kleuren, metingen, security_txt

app_name = "beheer"
# The names that monitoring and RFC 9116 know; so they stand at the root and not under a word of ours.
urlpatterns = [
    path("healthz", gezondheid.healthz, name="healthz"),
    path("readyz", gezondheid.readyz, name="readyz"),
    path("metrics", metingen.metrics, name="metrics"),
    path("kleuren/<slug:kleuren>.css", kleuren.regiokleuren, name="regiokleuren"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
]
