"""Which parts does the application consist of, and how is each set?

One file for every machine; what differs comes from the environment (see `environment.py` and docs/beheer).
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import django_stubs_ext
from django.core.exceptions import ImproperlyConfigured

from overstap.config.environment import (
    DEMO,
    KOPIE_WEKEN,  # noqa: F401  the weeks of back-ups are a setting as they are
    PRODUCTION,
    PROJECT,
    VAR,
    database,
    emmer,
    entree,
    file,
    flag,
    hoofdsleutel_ernaast,
    key,
    secret,
)
from overstap.config.poorten import POORTEN
from overstap.web.components.talen import NEDERLANDS, TALEN

django_stubs_ext.monkeypatch()

OVERSTAP_DEMO = DEMO
OVERSTAP_PRODUCTIE = PRODUCTION
DEBUG = flag("OVERSTAP_DEBUG") and not PRODUCTION

SECRET_KEY = secret("OVERSTAP_SECRET_KEY")
# Wraps the key of every dossier; destroying it makes every dossier unreadable.
OVERSTAP_HOOFDSLEUTEL = key("OVERSTAP_HOOFDSLEUTEL")
OVERSTAP_HOOFDSLEUTEL_ERNAAST = hoofdsleutel_ernaast()
# Makes the keyed hash by which a BSN is looked up.
OVERSTAP_ZOEKSLEUTEL = key("OVERSTAP_ZOEKSLEUTEL")
# Where encrypted files lie: this bucket when there is one, and then the folder only holds what is on its way.
OVERSTAP_EMMER = emmer()
OVERSTAP_BIJLAGEN_MAP = Path(os.environ.get("OVERSTAP_BIJLAGEN_MAP") or VAR / "bijlagen")

# Hosts and addresses.
ALLOWED_HOSTS = os.environ.get("OVERSTAP_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1]").split(",")
if ALLOWED_HOSTS == [""]:
    raise ImproperlyConfigured(
        "OVERSTAP_HOSTS ontbreekt. Zet hier de hostnamen met komma's ertussen: overstap.regio.nl"
    )
OVERSTAP_ADRES = os.environ.get("OVERSTAP_ADRES", "" if PRODUCTION else "http://localhost:8000")
if PRODUCTION and not OVERSTAP_ADRES.startswith("https://"):
    raise ImproperlyConfigured("OVERSTAP_ADRES moet in productie met https:// beginnen: https://overstap.regio.nl")
HTTPS = OVERSTAP_ADRES.startswith("https://")

# Apps: our own concepts first (order of the domain, from high to low), then foundation, then others.
CONCEPTS = (
    "oefenscholen", "seintjes", "bewaren", "tellingen", "zorgroutes", "plaatsingen", "overdrachten", "inzages",
    "importen", "zinnen", "rapporten", "adviezen", "bijlagen", "mailkeuzes", "meekijken", "dossiers", "leerlingen",
    "koppelingen", "medewerkers", "schoollogins", "scholen", "gebruikers",
)  # fmt: skip
AUDIENCES = ("po", "vo", "ouders", "swv", "regio", "oso", "api", "hulp")
_WEB = PROJECT / "src" / "overstap" / "web"
INSTALLED_APPS = [
    "overstap.web.components",
    "overstap.web.algemeen",
    *(f"overstap.web.{audience}" for audience in AUDIENCES if (_WEB / audience / "__init__.py").exists()),
    *(f"overstap.domain.{concept}" for concept in CONCEPTS),
    "overstap.foundation.audit",
    "overstap.foundation.sleutels",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "overstap.web.components.csp.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "overstap.web.components.taalkeuze.Taalkeuze",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # Nobody of a school comes further with a password alone.
    "overstap.web.algemeen.tweede_stap.TweedeStap",
    # Last: it runs the view itself, as its actor. A page is closed unless it says for whom it is.
    "overstap.web.components.actor.ActorMiddleware",
]
ROOT_URLCONF = "overstap.config.urls"
WSGI_APPLICATION = "overstap.config.wsgi.application"

# Database: served as the runtime role, which owns nothing; `overstap migrate` alone comes as the owner.
_OWNER = "_EIGENAAR" if flag("OVERSTAP_ALS_EIGENAAR") else ""
DATABASES = {
    "default": database(f"DATABASE{_OWNER}_URL", pool=flag("OVERSTAP_POOL")),
    "sleutels": database(f"SLEUTELS{_OWNER}_URL", pool=flag("OVERSTAP_POOL")),
}
DATABASE_ROUTERS = ["overstap.foundation.postgres.router.SleutelsRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tussenopslag",
        # It counts wrong tries; with Django's 300 entries, many tries would push each other out uncounted.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "overstap.web.components.jinja.environment.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "overstap.web.components.context.schil",
                "overstap.web.hulp.context.hulp_hier",
                "overstap.web.ouders.hulp.hulp_hier",
            ],
        },
    },
    {  # Only what comes with Django and allauth.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
# Drawn as our own pages are: compiled, where Django's own way takes twice as long for each question of a form.
FORM_RENDERER = "django.forms.renderers.Jinja2"

# Language and time.
LANGUAGE_CODE = NEDERLANDS.code
LANGUAGES = [(taal.code, taal.naam) for taal in TALEN]
LANGUAGE_COOKIE_NAME = "taal"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# Assets: ./dev setup builds frontend/dist; collectstatic gives them hashed names.
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("OVERSTAP_STATIC") or VAR / "static")
STATICFILES_DIRS = [PROJECT / "frontend" / "dist"]
STORAGES = {
    # Attachments go through foundation.opslag, encrypted; nothing else is uploaded.
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {".vtt": "text/vtt"}  # the captions of clips, which it does not know by itself

# Who are you?
AUTH_USER_MODEL = "gebruikers.Account"
AUTHENTICATION_BACKENDS = ["overstap.web.algemeen.accounts.Accounts"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("naam", "email")},
    },
    {"NAME": "overstap.web.algemeen.wachtwoord.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "overstap.web.algemeen.wachtwoord.NietGelekt"},
]
# A list of leaked passwords on our own disk (see web/algemeen/wachtwoord.py); without one this is not asked.
OVERSTAP_GELEKTE_WACHTWOORDEN = file("OVERSTAP_GELEKTE_WACHTWOORDEN")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "overstap.web.algemeen.adapter.AccountAdapter"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/account/inloggen/"
ACCOUNT_SESSION_REMEMBER = False
# How many proxies of ours stand before us, so that tries are counted per visitor and not for everybody together.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("OVERSTAP_PROXYS", "1" if HTTPS else "0"))
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ADAPTER = "overstap.web.algemeen.adapter.MFAAdapter"
MFA_TOTP_ISSUER = "Overstap"
# The code of half a minute ago counts too: clocks differ, and typing takes time (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "overstap.web.components.appcode.Inloggen",
    "reauthenticate": "overstap.web.components.appcode.Bewijzen",
    "activate_totp": "overstap.web.components.appcode.Instellen",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# The login service of a school says who somebody is, and nothing else (ADR 43).
SOCIALACCOUNT_ADAPTER = "overstap.web.algemeen.schooladapter.SchoolloginAdapter"
OVERSTAP_ENTREE = entree()
OVERSTAP_INLOGDIENST_BINNEN = DEMO  # on this machine itself only where nobody is real

# Sessions and browser.
# What was just done may name a school or a part of a report: kept here until it is shown, never in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_ENGINE = "overstap.web.algemeen.sessies"
# After so long without a request everybody logs in again; the page warns before it (frontend/js/stilte.mjs).
OVERSTAP_STILTE = timedelta(minutes=30)
# Before something weighty the password is asked again, unless that was less than so long ago.
OVERSTAP_BEVESTIGD = timedelta(minutes=15)
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "overstap.web.components.fouten.csrf_fout"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [OVERSTAP_ADRES]
SECURE_SSL_REDIRECT = HTTPS
# Who watches a process asks the process itself, behind the proxy that speaks TLS.
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# Django checks the referrer of a form on https, so `no-referrer` would refuse our own forms.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# An upload is a child's file: it is encrypted as it comes in, and never touches the disk in the clear.
FILE_UPLOAD_HANDLERS = ["overstap.web.components.uploads.VersleuteldeUpload"]
# More files than a page takes, so that the page itself can say how many it takes.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
# One form with all its files: a ZIP of 500 MB and some room for the form itself.
OVERSTAP_GROOTSTE_UPLOAD = 510 * 1024 * 1024

# For machines and finders of holes; each of these pages is not there while its value is not.
OVERSTAP_METINGEN_SLEUTEL = os.environ.get("OVERSTAP_METINGEN_SLEUTEL", "")
OVERSTAP_BEVEILIGING_CONTACT = os.environ.get("OVERSTAP_BEVEILIGING_CONTACT", "")

# OSO over the line: with which environment, and which schools (docs/oso-draad.md); without it nothing is fetched.
OVERSTAP_OSO_AANSLUITING = file("OVERSTAP_OSO_AANSLUITING")

# The virus scanner: the socket of clamd. Where it is set, and always in production, nothing unscanned leaves.
OVERSTAP_CLAMD = os.environ.get("OVERSTAP_CLAMD", "")
if PRODUCTION and not OVERSTAP_CLAMD:
    raise ImproperlyConfigured("OVERSTAP_CLAMD ontbreekt. Zet hier de socket van clamd: /run/clamav/clamd.ctl")
OVERSTAP_SCANPLICHT = PRODUCTION or bool(OVERSTAP_CLAMD)

# Mail: on a development machine on the console until a server is named.
EMAIL_HOST = os.environ.get("OVERSTAP_SMTP_HOST", "")
if PRODUCTION and not EMAIL_HOST:  # On the console every invitation would stand in the log, address and link.
    raise ImproperlyConfigured("OVERSTAP_SMTP_HOST ontbreekt. Zet hier de mailserver: smtp.regio.nl")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
OVERSTAP_POSTBUS_MAP = VAR / "demo-post"
if OVERSTAP_DEMO:  # A demo never sends anything out; /demo/postbus/ shows the mails.
    EMAIL_BACKEND = "overstap.integrations.mail.DemoPostbus"
EMAIL_PORT = int(os.environ.get("OVERSTAP_SMTP_PORT", "587"))
EMAIL_USE_TLS = True
# Django waits for ever: one mail server that hangs would hold every thread of the worker, and all that is no mail too.
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = os.environ.get("OVERSTAP_AFZENDER", "Overstap <geen-antwoord@localhost>")
OVERSTAP_POORTEN = POORTEN

# Jobs: procrastinate finds tasks in `overstap.jobs` only.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["overstap.jobs"]

# Log: one line per event on stdout, ids only; Django's own request lines name a path, never a query string.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
    "root": {"handlers": ["stdout"], "level": os.environ.get("OVERSTAP_LOG", "INFO")},
    "loggers": {
        "django.server": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        "procrastinate.blueprints": {"level": "WARNING"},  # one line at every start, about nothing
    },
}
