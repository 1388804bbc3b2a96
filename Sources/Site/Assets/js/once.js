// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A form is sent once: pressing again while it is on its way does nothing. The server knows the form's own id, too.
// A form in which somebody writes is not sent into the void: when the server can't be reached its [data-unreached]
// appears, and what was typed stays where it is.
document.addEventListener('submit', async event => {
  const form = event.target
  if (event.defaultPrevented || form.dataset.reached) return
  if (form.dataset.sent) return event.preventDefault()
  form.dataset.sent = 'yes'
  window.setTimeout(() => delete form.dataset.sent, 8000)
  const unreached = form.querySelector('[data-unreached]')
  if (!unreached) return
  event.preventDefault()
  unreached.hidden = true
  const asked = fetch('/health/live', { method: 'HEAD', cache: 'no-store' })
  if (await asked.then(answer => answer.ok, () => false)) {
    form.dataset.reached = 'yes'
    form.requestSubmit(event.submitter)
  } else {
    unreached.hidden = false
    delete form.dataset.sent
  }
})
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('[data-sent]')) {
    delete form.dataset.sent
    delete form.dataset.reached
  }
})
