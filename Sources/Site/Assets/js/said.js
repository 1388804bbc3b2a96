// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// What an act said once leaves the address, so that it isn't said again when the page is loaded or kept.
{
  const address = new URL(location.href)
  for (const name of ['kept', 'done', 'added', 'thanks']) address.searchParams.delete(name)
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}
