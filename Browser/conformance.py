# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every page must be: for axe, for the HTML standard, and by rules of our own."""

import re

import html5lib
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What axe leaves out: ids twice, references that lead nowhere, headings that skip a level.
OWN = """() => {
  const found = [];
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) found.push('id twice: ' + id);
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      for (const id of element.getAttribute(name).split(/\\s+/))
        if (!document.getElementById(id)) found.push(name + ' leads nowhere: ' + id);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (link.hash && !document.getElementById(link.hash.slice(1))) found.push('link leads nowhere: ' + link.hash);
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => +heading.tagName[1]);
  if (levels.filter(level => level === 1).length !== 1) found.push('not one h1');
  levels.forEach((level, place) => {
    if (level - (levels[place - 1] ?? 0) > 1) found.push('heading skips to h' + level);
  });
  return found;
}"""

# WCAG 2.5.8: 24 by 24, links within a sentence excepted.
SMALL = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || element.closest('[aria-hidden=true], .circle, .skip')) return false;
    if (getComputedStyle(element).display === 'inline') return false;
    return box.width < 24 || box.height < 24;
  }).map(element => element.outerHTML.slice(0, 90))"""


# Text that goes beyond the window or its own box, or that lies on other text of the same bar.
CUT = """() => {
  const shown = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !element.closest('.hidden-visually, .skip, [aria-hidden=true], svg, .scroll, .table thead, .table--said caption, option');
  const found = [], bar = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
    if (!text || !shown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    if (box.right > innerWidth + 1 || box.left < -1) found.push('beyond the window: ' + text.slice(0, 60));
    if (getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      found.push('clipped: ' + text.slice(0, 60));
    if (element.closest('.nav, .leave, .masthead')) bar.push([text, box]);
  }
  for (const [one, its] of bar) for (const [other, box] of bar)
    if (its.left < box.left && its.right > box.left + 1 && its.top < box.bottom - 1 && box.top < its.bottom - 1)
      found.push('lies on its neighbour: ' + one + ' / ' + other);
  return found;
}"""


def axe_findings(page):
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
    return [f"{item['id']} ({len(item['nodes'])}): {item['nodes'][0]['html'][:120]}" for item in found]


def own_findings(page):
    return page.evaluate(OWN)


def small_targets(page):
    return page.evaluate(SMALL)


def parse_errors(source):
    """Where the text of a page is not HTML by the standard's own parser."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(source)
    return [f"{code} at {place}" for place, code, _ in parser.errors]


def width(page):
    """How wide the page is at 320 CSS pixels; wider means reading in two directions (WCAG 1.4.10)."""
    return at_320(page, "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")


def cut_off(page):
    """What of the text can't be read at 320 CSS pixels."""
    return at_320(page, CUT)


def at_320(page, question):
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 700})
    found = page.evaluate(question)
    page.set_viewport_size(before)
    return found


def names_in(title, names):
    """Words of people's names that stand in a title bar."""
    return sorted(set(re.findall(r"\w+", title)) & names)
