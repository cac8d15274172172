"""What a person does on a phone with WebKit."""

from __future__ import annotations

from typing import Any

from selenium.webdriver import Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

WAIT = 15
IN_CONTROL = "return navigator.serviceWorker.controller?.state === 'activated'"
SHOWN = ":not([hidden])"
ASYNC = """
const done = arguments[0];
(async () => { BODY })().then((value) => done({ value }), (error) => done({ error: `${error}` }));
"""


class Phone:
    """A browser on one address."""

    def __init__(self, driver: Remote, address: str) -> None:
        self.driver = driver
        self.address = address

    def open(self, path: str) -> None:
        """Open a page of the app and wait until its scripts have asked for the server."""
        self.driver.get(self.address + path)
        self.until(f'[data-ref="status-line.signal"] > [data-state]{SHOWN}:not([data-state="unknown"])')

    def visit(self, path: str) -> None:
        """Open a page for the first time and wait until the phone keeps the release."""
        self.open(path)
        WebDriverWait(self.driver, WAIT).until(lambda driver: driver.execute_script(IN_CONTROL))

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        """Give the words of an element without line breaks."""
        return " ".join(self.find(selector).text.split())

    def until(self, selector: str) -> WebElement:
        """Wait for an element that can be seen."""
        return WebDriverWait(self.driver, WAIT).until(
            lambda driver: next(
                (one for one in driver.find_elements(By.CSS_SELECTOR, selector) if one.is_displayed()), False
            )
        )

    def tap(self, selector: str) -> None:
        """Tap on what can be seen, after scrolling it free of the bars."""
        element = self.until(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def type(self, selector: str, words: str) -> None:
        self.until(selector).send_keys(words)

    def keep_pack(self, pack: str) -> None:
        """Fetch a pack on the open page "Trên máy này"."""
        self.tap(f'[data-key="{pack}"] [data-ref="pack-list.download"]')
        self.until(f'[data-key="{pack}"][data-stamped="kept"]')

    @property
    def signal(self) -> str:
        """Give the state that the status line shows."""
        shown = self.find(f'[data-ref="status-line.signal"] > [data-state]{SHOWN}')
        return shown.get_attribute("data-state") or ""

    def run(self, script: str) -> Any:
        """Run the body of an async function in the page and give what it returns."""
        answer = self.driver.execute_async_script(ASYNC.replace("BODY", script))
        assert "error" not in answer, answer["error"]
        return answer.get("value")
