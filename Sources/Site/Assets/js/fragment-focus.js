// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// Renews a list; who was on a link of it is on that link still, wherever it stands now.
const renewKeepingFocus = (list, fresh) => {
  const link = list.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  const changed = renew(list, fresh)
  if (link && !list.contains(document.activeElement)) {
    [...list.querySelectorAll('a')].find(found => found.getAttribute('href') === link)?.focus()
  }
  return changed
}
