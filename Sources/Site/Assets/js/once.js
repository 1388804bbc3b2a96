// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A form is sent once: pressing again while it is on its way does nothing. The server knows the form's own id, too.
document.addEventListener('submit', event => {
  const form = event.target
  if (event.defaultPrevented) return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  window.setTimeout(() => delete form.dataset.sent, 8000)
})
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-sent]')) delete form.dataset.sent
})
