// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// A list that stays up to date. The stream at data-live says only that something changed; what changed is asked
// for the ordinary way at data-fragment, with everything that guards a page. When the stream is refused or the
// fragment can't be had, the hidden [data-live-stopped] appears, with a link to load the page again.
for (const list of document.querySelectorAll('[data-live]')) {
  const stopped = document.querySelector('[data-live-stopped]')
  const said = document.querySelector('[data-live-said]')
  const source = new EventSource(list.dataset.live)
  let [asking, again, lost] = [false, false, false]

  const stop = () => { source.close(); if (stopped) stopped.hidden = false }

  const refresh = async () => {
    if (asking) return (again = true)
    asking = true
    const answer = await fetch(list.dataset.fragment, { headers: { accept: 'text/html' }, redirect: 'error' })
    if (!answer.ok) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(list.id)
    if (!fresh) throw new Error('no fragment')
    const count = list.childElementCount
    const changed = renewKeepingFocus(list, fresh)
    // A talk says what is new in it; a board says that anything changed.
    if (list.childElementCount > count || (changed && 'liveChanges' in list.dataset)) say(said)
    asking = false
    if (again) { again = false; await refresh() }
  }

  source.addEventListener('changed', () => refresh().catch(stop))
  source.addEventListener('ended', stop)
  source.onerror = () => { lost = true; if (source.readyState === EventSource.CLOSED) stop() }
  // Back after the line was down: what was written in between is asked for.
  source.onopen = () => {
    if (lost) refresh().catch(stop)
    lost = false
  }
  window.addEventListener('pagehide', () => source.close())
}
