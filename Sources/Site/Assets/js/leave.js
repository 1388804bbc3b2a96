// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Leaving quickly empties the page at once, and takes this page out of the way back. Pages before it stay in the way
// back, so whoever comes to one of those that way is sent on again; coming here by a link or an address is welcome.
const leave = to => {
  document.title = ''
  document.body.replaceChildren()
  window.location.replace(to)
}
const left = window.sessionStorage
if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') left.removeItem('left')
else if (left.getItem('left')) leave(left.getItem('left'))

for (const link of document.querySelectorAll('[data-leave]')) {
  link.addEventListener('click', event => {
    event.preventDefault()
    left.setItem('left', link.href)
    leave(link.href)
  })
}

// A page that the browser kept for the way back is asked for again: it may no longer be theirs to read.
window.addEventListener('pageshow', event => {
  if (event.persisted) window.location.reload()
})
