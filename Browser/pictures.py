# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Takes the picture of a circle that the README shows."""

from types import SimpleNamespace

from playwright.sync_api import sync_playwright

from everything import launch
from reader import Reader
from town import Town


def main():
    with Town() as town, sync_playwright() as playwright:
        stage = SimpleNamespace(town=town, browser=launch(playwright))
        with Reader(stage, "aylin", size={"width": 1200, "height": 980}, color_scheme="light") as aylin:
            aylin.page.screenshot(path="docs/picture.png")
        stage.browser.close()


if __name__ == "__main__":
    main()
