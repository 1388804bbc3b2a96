// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A form that a device fills in. Without script, or where the browser knows no passkeys, it stays away.
const passkeyForms = window.PublicKeyCredential ? document.querySelectorAll('[data-passkey]') : []

// A question that lay too long is asked anew, from the same page.
const renewQuestion = async form => {
  if (performance.now() < (form.dataset.until ?? 200000)) return
  form.dataset.until = performance.now() + 200000
  const page = await fetch(window.location.href).then(answer => answer.text())
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-passkey]')
  form.dataset.question = fresh.dataset.question
}

for (const form of passkeyForms) {
  form.hidden = false
  form.closest('[data-passkey-part]')?.removeAttribute('hidden')
  const failed = form.querySelector('[data-failed]')
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failed.hidden = true
    try {
      await renewQuestion(form)
      form.elements.answer.value = await askDevice(form.dataset.passkey, form.dataset)
      form.submit()
    } catch {
      failed.hidden = false
    }
  })
}
