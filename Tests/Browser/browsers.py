"""The two browsers in which pages are tried: Chromium by Playwright, Firefox by Marionette.

Playwright has only a build of Firefox of its own; Debian's is driven by what it brings with it.
"""

import base64
import contextlib
import subprocess
import time

WIDTHS = {1280: 900, 400: 800}


class Chromium:
    """Chromium, driven by Playwright."""

    def __init__(self, playwright, _):
        self.browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        self.page, self.said = self.browser.new_page(), []
        for event in ("console", "pageerror", "requestfailed"):
            self.page.on(event, lambda what: self.said.append(str(what)))

    def open(self, file, width):
        self.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        self.page.goto(file.resolve().as_uri())

    def run(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def shot(self, path):
        self.page.screenshot(path=path)

    def close(self):
        self.browser.close()


class Firefox:
    """Firefox, driven by Marionette: Playwright has only a build of its own."""

    def __init__(self, _, folder):
        from marionette_driver.marionette import Marionette

        self.said = []
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--no-remote",
             "-remote-allow-system-access", "--profile", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = Marionette(host="127.0.0.1", port=2828)
        until = time.monotonic() + 300
        while True:
            try:
                self.client.start_session()
                break
            except Exception:  # it is not listening yet
                if time.monotonic() > until:
                    raise
                time.sleep(1)
        self.client.timeout.script = 600

    def open(self, file, width):
        self.client.set_window_rect(width=width, height=WIDTHS[width])
        self.client.navigate(file.resolve().as_uri())

    def run(self, script, argument=None):
        return self.client.execute_script(
            f"return ({script})(arguments[0])", script_args=[argument], sandbox=None)

    def shot(self, path):
        path.write_bytes(base64.b64decode(self.client.screenshot(full=False)))

    def complaints(self):
        """What the browser said of pages since it was asked last."""
        with self.client.using_context("chrome"):
            return self.client.execute_script(
                """const all = Services.console.getMessageArray()
                     .map((one) => one.QueryInterface ? [one.message, one.sourceName || ""] : []);
                   Services.console.reset();
                   return all.filter(([words, from]) => (from + words).includes("file:///"))
                     .map(([words]) => words);""")

    def close(self):
        with contextlib.suppress(Exception):
            self.client.quit(in_app=True)
        self.process.terminate()
        self.process.wait()
