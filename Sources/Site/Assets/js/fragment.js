// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Makes a list equal to a fresh one and leaves alone what did not change, so that focus and what is open stay.
const renew = (list, fresh) => {
  let at = list.firstElementChild
  for (const item of [...fresh.children]) {
    const next = at?.nextElementSibling ?? null
    if (at?.isEqualNode(item)) at = next
    else if (at?.id && at.id === item.id) { at.replaceWith(item); at = next }
    else list.insertBefore(item, at)
  }
  while (at) { const next = at.nextElementSibling; at.remove(); at = next }
}

// Says the text of data-live-said politely; the same text twice is said twice, for it is emptied in between.
const say = said => {
  if (!said) return
  said.textContent = ''
  window.setTimeout(() => (said.textContent = said.dataset.liveSaid), 100)
}
