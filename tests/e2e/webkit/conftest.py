"""WebKitGTK, driven by its own driver on a screen in memory; each session has an empty profile."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from selenium.webdriver import Remote
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.e2e.server import Server
from tests.e2e.webkit.phone import Phone

WIDTH, HEIGHT = 420, 860


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Give a screen in memory."""
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    xvfb = subprocess.Popen(
        [_program("Xvfb"), "-displayfd", "1", *screen], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert xvfb.stdout is not None
    yield ":" + xvfb.stdout.readline().decode().strip()
    xvfb.terminate()
    xvfb.wait()
    xvfb.stdout.close()


@pytest.fixture
def phone(display: str, server: Server) -> Iterator[Phone]:
    """Give a phone with WebKit that has nothing on it."""
    environment = {**os.environ, "DISPLAY": display, "NO_AT_BRIDGE": "1"}
    service = Service(_program("WebKitWebDriver"), env=environment)
    service.start()
    connection = RemoteConnection(client_config=ClientConfig(service.service_url))
    driver = Remote(connection, options=Options())
    driver.set_script_timeout(20)
    driver.set_page_load_timeout(30)
    driver.set_window_rect(0, 0, WIDTH, HEIGHT)
    yield Phone(driver, server.address)
    driver.quit()
    service.stop()


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed; .ci/browsers installs it")
    return found
