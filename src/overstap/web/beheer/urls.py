"""Where do an operator's machines ask, and where does a finder of a hole read whom to tell?"""

from __future__ import annotations

from django.urls import path

from overstap.web.beheer.views import gezondheid, metingen, security_txt

app_name = "beheer"
# The names that monitoring and RFC 9116 know; so they stand at the root and not under a word of ours.
urlpatterns = [
    path("healthz", gezondheid.healthz, name="healthz"),
    path("readyz", gezondheid.readyz, name="readyz"),
    path("metrics", metingen.metrics, name="metrics"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
]
