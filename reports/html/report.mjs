// The fine buttons of the report: play exactly the seconds, ±5 s, and a few keys. Without it the page still reads and plays.
;(() => {
  const root = document.documentElement
  root.classList.add('script')
  for (const hidden of document.querySelectorAll('button[hidden]')) hidden.hidden = false

  let playing = null

  function stop() {
    if (!playing) return
    const { audio, button, watch } = playing
    playing = null
    audio.removeEventListener('timeupdate', watch)
    audio.pause()
    button.classList.remove('playing')
    button.setAttribute('aria-pressed', 'false')
  }

  function play(button) {
    const same = playing?.button === button
    stop()
    if (same) return
    const audio = document.getElementById(button.dataset.clip)
    const to = Number(button.dataset.to)
    const watch = () => {
      if (audio.currentTime >= to) stop()
    }
    playing = { audio, button, watch }
    button.classList.add('playing')
    button.setAttribute('aria-pressed', 'true')
    audio.currentTime = Number(button.dataset.from)
    audio.addEventListener('timeupdate', watch)
    audio.addEventListener('ended', stop, { once: true })
    audio.play().catch(stop)
  }

  for (const button of document.querySelectorAll('button.sound')) {
    button.setAttribute('aria-pressed', 'false')
    button.addEventListener('click', () => play(button))
  }

  function openAround(element) {
    for (let at = element?.parentElement; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true
  }
  function followHash() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const fold = target?.querySelector(':scope > details')
    if (fold) fold.open = true
    openAround(target)
    target?.scrollIntoView()
  }
  addEventListener('hashchange', followHash)
  if (location.hash) followHash()

  let opened = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')]
    for (const fold of opened) fold.open = true
  })
  addEventListener('afterprint', () => {
    for (const fold of opened) fold.open = false
  })

  const keys = document.getElementById('keys')
  document.getElementById('keys-open').addEventListener('click', () => keys.showModal())

  const items = () => [...document.querySelectorAll('[data-item]')].filter((item) => item.getClientRects().length > 0)
  const current = () => document.activeElement?.closest('[data-item]') ?? null

  function step(by) {
    const list = items()
    const here = current()
    const at = here ? list.indexOf(here) + by : list.findIndex((item) => item.getBoundingClientRect().top > 0)
    const item = list[Math.min(list.length - 1, Math.max(0, at))]
    if (!item) return
    item.focus({ preventScroll: true })
    item.scrollIntoView({ block: 'start' })
  }

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return
    if (!document.getElementById('keys-on').checked) return
    if (event.target.closest('input, textarea, select, audio, [contenteditable]')) return
    if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else if (event.key === 'p') {
      const button = playing?.button ?? (current() ?? items()[0])?.querySelector('button.sound')
      if (button) play(button)
    } else if (event.key === '?') keys.showModal()
    else return
    event.preventDefault()
  })
})()
