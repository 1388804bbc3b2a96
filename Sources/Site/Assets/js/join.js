// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// The code of a scanned card stands behind the # of the address, which no server sees: it goes into its field, and out
// of the address and the history.
const cardForm = document.querySelector('form[action="/join/cards"]')
const takeCode = () => {
  const code = decodeURIComponent(window.location.hash.slice(1))
  if (!/^[A-Za-z0-9-]{15,17}$/.test(code)) return
  cardForm.elements.code.value = code
  window.history.replaceState(null, '', window.location.pathname)
  cardForm.elements.pin.focus()
}
if (cardForm) {
  takeCode()
  window.addEventListener('hashchange', takeCode)
}
