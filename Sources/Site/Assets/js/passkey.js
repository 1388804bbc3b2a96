// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Asks the device for a passkey (purpose "use") or for a new one ("make"): its owner agrees, it signs the page's
// question, and what it signed comes back as hexadecimal digits. Fails when nobody agrees.
const askDevice = async (purpose, { host, question, handle, owner, known }) => {
  const hex = bytes => Array.from(new Uint8Array(bytes ?? []), byte => byte.toString(16).padStart(2, '0')).join('')
  const bytes = text => new TextEncoder().encode(text)
  const common = { challenge: bytes(question), timeout: 240000 }
  const use = () => ({ ...common, rpId: host, userVerification: 'required' })
  const make = () => ({
    ...common,
    rp: { id: host, name: 'Rondom' },
    user: { id: bytes(handle), name: owner, displayName: owner },
    pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    excludeCredentials: known.split(' ').filter(Boolean).map(id => (
      { type: 'public-key', id: Uint8Array.from(id.match(/../g), pair => parseInt(pair, 16)) }
    ))
  })
  const { rawId, response } = purpose === 'use'
    ? await navigator.credentials.get({ publicKey: use() })
    : await navigator.credentials.create({ publicKey: make() })
  const statement = response.authenticatorData ?? response.getAuthenticatorData()
  return JSON.stringify({
    id: hex(rawId), request: hex(response.clientDataJSON), statement: hex(statement),
    signature: hex(response.signature), handle: hex(response.userHandle)
  })
}
