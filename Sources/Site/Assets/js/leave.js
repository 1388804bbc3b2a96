// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Leaving quickly empties the page at once, and takes this page out of the way back.
for (const link of document.querySelectorAll('[data-leave]')) {
  link.addEventListener('click', event => {
    event.preventDefault()
    document.title = ''
    document.body.replaceChildren()
    window.location.replace(link.href)
  })
}

// A page that the browser kept for the way back is asked for again: it may no longer be theirs to read.
window.addEventListener('pageshow', event => {
  if (event.persisted) window.location.reload()
})
