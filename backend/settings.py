"""Every setting, read once from the environment and refused in plain words when wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_SECRET = "for-development-only"


class WrongSetting(Exception):
    """A setting cannot be used; the message names it and says what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of one running app; docs/settings.md describes each."""

    environment: str
    home: Path
    database_url: str
    files_url: str
    keys: Path
    secret_key: str
    password_salt: str
    address: str
    proxies: int
    rate_limits: str
    first_commune: str
    host: str
    port: int
    log_level: str
    dist: Path

    def for_flask(self) -> dict[str, Any]:
        """Give the settings under the names that Flask and its extensions read."""
        return {
            "SECRET_KEY": self.secret_key,
            "SECURITY_PASSWORD_SALT": self.password_salt,
            "RATELIMIT_STORAGE_URI": self.rate_limits,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            # As many connections as a process has threads. Errors are logged, what people typed is not.
            "SQLALCHEMY_ENGINE_OPTIONS": {"pool_size": 32, "hide_parameters": True},
            "MAX_CONTENT_LENGTH": 256 * 1024,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.environment == "production",
            # The prefix makes browsers refuse the cookie from other hosts and without https.
            "SESSION_COOKIE_NAME": "__Host-tiepsuc" if self.environment == "production" else "tiepsuc",
            "API_TITLE": "Tiếp Sức",
            "API_VERSION": "v1",
            "OPENAPI_VERSION": "3.1.0",
            "OPENAPI_URL_PREFIX": "/api/v1",
            "OPENAPI_JSON_PATH": "openapi.json",
            "COMPRESS_MIMETYPES": [
                "text/html",
                "text/javascript",
                "application/json",
                "application/problem+json",
                "application/manifest+json",
            ],
            "COMPRESS_ALGORITHM": ["br", "gzip"],
            "COMPRESS_BR_LEVEL": 5,
            "BABEL_DEFAULT_LOCALE": "vi",
            "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
        }


def read(environ: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables. Raises WrongSetting, which names the variable."""
    environment = _one_of(environ, "TIEPSUC_ENV", ("development", "production"))
    home = Path(environ.get("TIEPSUC_HOME") or ROOT / "var").resolve()
    settings = Settings(
        environment=environment,
        home=home,
        database_url=_database_url(environ.get("DATABASE_URL") or f"sqlite:///{home / 'tiepsuc.sqlite3'}"),
        files_url=_files_url(environ.get("TIEPSUC_FILES") or (home / "files").as_uri()),
        keys=Path(environ.get("TIEPSUC_KEYS") or home / "keys").resolve(),
        secret_key=environ.get("SECRET_KEY") or DEVELOPMENT_SECRET,
        password_salt=environ.get("SECURITY_PASSWORD_SALT") or DEVELOPMENT_SECRET,
        address=_address(environ.get("TIEPSUC_ADDRESS") or ""),
        proxies=_proxies(environ.get("TIEPSUC_PROXIES") or "0"),
        rate_limits=_rate_limits(environ.get("RATELIMIT_STORAGE") or "memory://"),
        first_commune=environ.get("TIEPSUC_FIRST_COMMUNE") or "17728",
        host=environ.get("HOST") or "127.0.0.1",
        port=_port(environ.get("PORT") or "8000"),
        log_level=_one_of(environ, "LOG_LEVEL", ("info", "debug", "warning", "error")),
        dist=Path(environ.get("TIEPSUC_DIST") or ROOT / "static" / "dist").resolve(),
    )
    if environment == "development" and settings.address.startswith("https://"):
        raise WrongSetting("TIEPSUC_ADDRESS is https: set TIEPSUC_ENV=production, with secrets of its own.")
    if environment == "production":
        _check_secret("SECRET_KEY", settings.secret_key)
        _check_secret("SECURITY_PASSWORD_SALT", settings.password_salt)
    return settings


def _check_secret(name: str, value: str) -> None:
    if len(value.removeprefix(DEVELOPMENT_SECRET)) < 32:
        raise WrongSetting(f"{name} must be set to at least 32 random characters in production.")


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    value = (environ.get(name) or allowed[0]).lower()
    if value not in allowed:
        raise WrongSetting(f"{name} is {value!r}; it must be one of: {', '.join(allowed)}.")
    return value


def _port(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise WrongSetting(f"PORT is {value!r}; it must be a number from 1 to 65535.")
    return int(value)


def _database_url(value: str) -> str:
    if value.startswith(("postgresql://", "postgres://")):
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", value)
    if value.startswith(("sqlite:///", "postgresql+psycopg://")):
        return value
    raise WrongSetting("DATABASE_URL must begin with sqlite:/// or postgresql://.")


def _files_url(value: str) -> str:
    if value.startswith(("file:///", "s3://")):
        return value
    raise WrongSetting("TIEPSUC_FILES must begin with file:/// or s3://.")


def _address(value: str) -> str:
    if value and not re.fullmatch(r"https?://[^/?#\s]+/?", value):
        raise WrongSetting(f"TIEPSUC_ADDRESS is {value!r}; it must be like https://tiepsuc.example.")
    return value.rstrip("/")


def _proxies(value: str) -> int:
    if not value.isdecimal() or int(value) > 5:
        raise WrongSetting(f"TIEPSUC_PROXIES is {value!r}; it must be a number from 0 to 5.")
    return int(value)


def _rate_limits(value: str) -> str:
    if value.startswith(("memory://", "redis://", "rediss://")):
        return value
    raise WrongSetting("RATELIMIT_STORAGE must begin with memory:// or redis://.")
