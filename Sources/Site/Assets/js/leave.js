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

// The session ends with it; the answer is not waited for. Escape, pressed twice within a second and a half, does the same.
for (const form of document.querySelectorAll('form[data-leave]')) {
  let pressed = -Infinity
  const go = event => {
    event.preventDefault()
    const ending = new URLSearchParams(new FormData(form))
    ending.set('quiet', 'yes')
    navigator.sendBeacon(form.action, ending)
    left.setItem('left', form.dataset.leave)
    leave(form.dataset.leave)
  }
  form.addEventListener('submit', go)
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.repeat) return
    if (event.timeStamp - pressed < 1500) go(event)
    pressed = event.timeStamp
  })
}

// A page that the browser kept for the way back is asked for again: it may no longer be theirs to read.
window.addEventListener('pageshow', event => {
  if (event.persisted) window.location.reload()
})
