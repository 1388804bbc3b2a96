// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A passkey: the device asks its owner and signs the page's question; the form carries what it signed. Without script,
// or where the browser knows no passkeys, the form stays away. A question that lay too long is asked for once more.
if (window.PublicKeyCredential) {
  const hex = bytes => Array.from(new Uint8Array(bytes ?? []), byte => byte.toString(16).padStart(2, '0')).join('')
  const words = text => new TextEncoder().encode(text)
  const known = id => ({ type: 'public-key', id: Uint8Array.from(id.match(/../g), pair => parseInt(pair, 16)) })
  const wanted = {
    use: ({ host }) => ({ rpId: host, userVerification: 'required' }),
    make: ({ host, handle, owner, known: all }) => ({
      rp: { id: host, name: 'Rondom' }, user: { id: words(handle), name: owner, displayName: owner },
      pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })), attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: all.split(' ').filter(Boolean).map(known)
    })
  }
  const answer = async (purpose, data) => {
    const publicKey = { ...wanted[purpose](data), challenge: words(data.question), timeout: 240000 }
    const { rawId, response } = await navigator.credentials[purpose === 'use' ? 'get' : 'create']({ publicKey })
    const statement = response.authenticatorData ?? response.getAuthenticatorData()
    const { clientDataJSON: request, signature, userHandle: handle } = response
    return Object.fromEntries(Object.entries({ id: rawId, request, statement, signature, handle }).map(([name, bytes]) => [name, hex(bytes)]))
  }
  for (const form of document.querySelectorAll('[data-passkey]')) {
    form.hidden = false
    form.closest('[data-passkey-part]')?.removeAttribute('hidden')
    form.addEventListener('submit', async event => {
      event.preventDefault()
      const failed = form.querySelector('[data-failed]')
      failed.hidden = true
      try {
        if (performance.now() > 200000) form.dataset.question = await fetch(window.location.href).then(page => page.text()).then(page => new DOMParser().parseFromString(page, 'text/html').querySelector('[data-passkey]').dataset.question)
        form.elements.answer.value = JSON.stringify(await answer(form.dataset.passkey, form.dataset))
        form.submit()
      } catch { failed.hidden = false }
    })
  }
}
