// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Makes a list equal to a fresh one and leaves alone what did not change, so that focus and what is open stay; tells
// whether anything did. A section of a list is renewed row by row.
const renew = (list, fresh) => {
  const items = [...fresh.children]
  const ids = new Set(items.map(item => item.id))
  let changed = false
  // What is gone goes first, so that what comes after it stays where it is.
  for (const old of [...list.children]) {
    if (old.id && !ids.has(old.id)) { old.remove(); changed = true }
  }
  let at = list.firstElementChild
  for (const item of items) {
    const next = at?.nextElementSibling ?? null
    if (at?.isEqualNode(item)) { at = next; continue }
    changed = true
    if (at?.id && at.id === item.id) { replace(at, item); at = next } else list.insertBefore(item, at)
  }
  while (at) { const next = at.nextElementSibling; at.remove(); [at, changed] = [next, true] }
  return changed
}

const replace = (old, item) => {
  const rows = old.querySelector('ul[id]')
  const fresh = rows && item.querySelector(`ul[id="${rows.id}"]`)
  if (fresh) renew(rows, fresh)
  else old.replaceWith(item)
}

// Says the text of data-live-said politely; the same text twice is said twice, for it is emptied in between.
const say = said => {
  if (!said) return
  said.textContent = ''
  window.setTimeout(() => (said.textContent = said.dataset.liveSaid), 100)
}
