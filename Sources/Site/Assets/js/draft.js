// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// What somebody types is kept by itself a moment after they stop, at the address in data-draft; files are not.
for (const actions of document.querySelectorAll('[data-draft]')) {
  const form = actions.closest('form')
  const field = form.querySelector('textarea')
  const said = actions.querySelector('[data-draft-said]')
  let waiting
  const keep = async () => {
    const typed = new URLSearchParams({ token: form.elements.token.value, message: field.value, quiet: 'yes' })
    const kept = fetch(actions.dataset.draft, { method: 'POST', body: typed, redirect: 'error' })
    if (await kept.then(answer => answer.ok, () => false)) said.textContent = said.dataset.draftSaid
  }
  field.addEventListener('input', () => {
    said.textContent = ''
    window.clearTimeout(waiting)
    waiting = window.setTimeout(keep, 2000)
  })
  form.addEventListener('submit', () => window.clearTimeout(waiting))
}
