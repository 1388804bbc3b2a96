# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody who walks through the site in one of the ways, and looks at every page on it."""

import contextlib
import re

from conformance import axe_findings, cut_off, own_findings, small_targets, width
from reader import Reader, kind_of

# How fast somebody types on a telephone who does not do so often, reads, and finds the next button, in seconds.
SIGN, WORD, BUTTON = 0.4, 60 / 180, 1.5

# Where the focus is: there, in the same group of radio buttons, before, or behind.
PLACE = """target => {
  const now = document.activeElement;
  if (now === target) return 'there';
  if (now.type === 'radio' && target.type === 'radio' && now.name === target.name) return 'group';
  return now.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'behind';
}"""


# Of what a page is made; one made of the same was looked at before.
BLOCKS = """() => [...new Set([...document.body.querySelectorAll('*')].map(element =>
  element.tagName + '.' + element.className + (element.type ?? '')))].sort().join(' ')"""


class Walker(Reader):
    """A reader who goes one way: with the mouse or a finger, or with keys alone; who counts steps and seconds."""

    def __init__(self, stage, way, person=None, **settings):
        self.stage, self.way, self.checks = stage, way, stage.checks
        self.steps, self.seconds = 0, 0
        super().__init__(stage, person, size=way.size, language=way.language, java_script_enabled=way.script, **settings)

    def __exit__(self, problem, *_):
        if not problem:
            # The browser itself mentions that a form came back, or that there is nothing.
            self.stage.faults += [f"in the console: {error}" for error in self.errors if "status of 40" not in error]
        super().__exit__(problem, *_)

    def word(self, dutch, english=None):
        return self.way.word(dutch, english if english is not None else dutch)

    # MARK: Finding

    def link(self, dutch, english=None):
        return self.page.get_by_role("link", name=re.compile("^" + re.escape(self.word(dutch, english)))).first

    def button(self, dutch, english=None):
        return self.page.locator("main").get_by_role("button", name=self.word(dutch, english)).first

    def field(self, name):
        return self.page.locator(f'[name="{name}"]:not([type=hidden])').first

    def choice(self, name, label):
        """One answer of a question, by the name of its field and what stands beside it."""
        return self.page.locator(f'.choice:has([name="{name}"])', has_text=label).locator("input").first

    def says(self, dutch, english=None):
        return self.word(dutch, english) in self.page.inner_text("main")

    # MARK: Doing

    def come(self, address):
        """Opens an address and looks at the page."""
        self.open(address)
        self.look()

    def follow(self, target):
        """Presses a link or a button that leads to another page, and looks at it: one step."""
        with self.page.expect_navigation():
            self.press(target)
        self.look()

    def press(self, target):
        self.steps += 1
        self.seconds += BUTTON
        if self.way.keys:
            self.reach(target)
            self.page.keyboard.press("Enter")
        else:
            target.click()

    def type(self, name, text):
        field = self.field(name) if isinstance(name, str) else name
        self.seconds += len(text) * SIGN + BUTTON
        if not self.way.keys:
            return field.fill(text)
        self.reach(field)
        if field.get_attribute("type") == "date":
            return self.type_day(field, text)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def type_day(self, field, text):
        """Types the parts of a day one after another, in the order in which this browser shows them."""
        year, month, day = text.split("-")
        for parts in (month + day + year, day + month + year, year + month + day):
            self.page.keyboard.type(parts)
            if field.input_value() == text:
                return
            self.page.keyboard.press("Shift+Tab")
            self.reach(field)

    def choose(self, target):
        if not self.way.keys:
            return target.check()
        self.reach(target)
        if not target.is_checked():
            self.page.keyboard.press("Space")

    def pick(self, name, label):
        """One of a list that folds out, by what it says."""
        field = self.field(name)
        if not self.way.keys:
            return field.select_option(label=label)
        self.reach(field)
        self.page.keyboard.type(label)

    def reach(self, target):
        """Goes with Tab, forwards or back, until the focus is there; it must show."""
        target.wait_for()
        handle = target.element_handle()
        for _ in range(250):
            place = self.page.evaluate(PLACE, handle)
            if place == "there":
                return self.stage.faults.extend(unseen(self.page, self.address))
            self.page.keyboard.press({"group": "ArrowDown", "before": "Tab", "behind": "Shift+Tab"}[place])
        raise AssertionError(f"{target} can't be reached with keys at {self.address}")

    def send(self, text):
        """Writes a message, and waits until it stands there."""
        self.type("message", text)
        self.press(self.page.locator(".composer button[type=submit]").first)
        self.page.locator(".message--own", has_text=text).wait_for(timeout=20_000)
        self.look()

    # MARK: Counting

    @contextlib.contextmanager
    def within(self, most, what):
        """Fails when what is done in it takes more steps than that."""
        before = self.steps
        yield
        took = self.steps - before
        self.checks.that(took <= most, f"{self.way.name}: {what} in {took} {'step' if took == 1 else 'steps'}", f"{most} at most")

    def read(self):
        """Takes the time of reading the whole page."""
        self.seconds += len(self.page.inner_text("main").split()) * WORD

    # MARK: Looking

    def look(self):
        """Looks at the page as it is now; what is wrong with it is told at the end of the journey."""
        self.stage.table.saw(self.way)
        errors = self.page.locator(".errors").count()
        what = (self.way.name, kind_of(self.address), self.page.evaluate(BLOCKS))
        if what in self.stage.seen:
            return
        self.stage.seen.add(what)
        self.stage.faults += [f"{fault} [{kind_of(self.address)}, {self.way.name}]" for fault in self._faults(errors)]

    def _faults(self, errors):
        faults = []
        if self.page.locator("html").get_attribute("lang") != self.way.language[:2]:
            faults.append("in the wrong language")
        page = self.page if self.way.script else self.stage.eye.see(self.page, self.base)
        # What must be mended stands above the title, under a heading of its own.
        own = [fault for fault in own_findings(page) if not (fault == "heading skips to h2" and errors)]
        faults += [f"axe: {finding}" for finding in axe_findings(page)] + own
        faults += [f"small: {target}" for target in small_targets(page)]
        found = width(page)
        return faults + ([f"{found} wide at 320"] if found != 320 else []) + [f"cut off at 320: {part}" for part in cut_off(page)]


class Eye:
    """Looks at pages of readers without script: axe needs some. It shows the same page with its own script left out."""

    def __init__(self, browser):
        self.browser = browser
        self.page = None

    def see(self, page, base):
        if not self.page:
            self.page = self.browser.new_context().new_page()
            # Styles are for pages of the same site alone.
            self.page.goto(base + "/accessibility")
        self.page.set_viewport_size(page.viewport_size)
        self.page.set_content(re.sub(r"<script.*?</script>", "", page.content(), flags=re.DOTALL), wait_until="load")
        return self.page


def unseen(page, address):
    """What is wrong with how the focus shows."""
    focus = page.evaluate(FOCUS)
    if not focus:
        return [f"the focus went away [{address}]"]
    return [f"{fault}: {focus['name']} [{kind_of(address)}]" for fault in ("covered", "unseen") if focus[fault]]


# Whether the focus shows, and what of it lies under something else or outside the window.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const inside = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  };
  // Of a high field the line that is written in must be free; the rest may go on below.
  const middle = Math.min(Math.max(box.left, 0) + box.width / 2, innerWidth - 1);
  const rows = box.height > 120 ? [box.top + 2] : [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2];
  const points = rows.filter(y => y > 0 && y < innerHeight);
  return {
    name: (element.getAttribute('aria-label') || element.innerText || element.id || element.name || element.tagName).trim().slice(0, 40),
    unseen: style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2,
    covered: !points.length || points.some(y => !inside(middle, y)),
  };
}"""
