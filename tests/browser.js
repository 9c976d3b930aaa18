// What browser.py asks of an open page; evaluated as one object.
(() => {
  // Can a person see that this has the focus, and does nothing lie over it?
  const bekijk = (e) => {
    // GOV.UK draws the ring of a tick on its label.
    const opLabel = e.matches('.govuk-checkboxes__input, .govuk-radios__input')
    const s = opLabel ? getComputedStyle(e.labels[0], '::before') : getComputedStyle(e)
    const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
    const r = e.getBoundingClientRect()
    const binnen = (x, grens) => Math.min(Math.max(x, 1), grens - 1)
    const boven = document.elementFromPoint(binnen(r.x + r.width / 2, innerWidth), binnen(r.y + r.height / 2, innerHeight))
    const vanLabel = [...(e.labels ?? [])].some((label) => label.contains(boven))
    return {
      html: e.outerHTML.slice(0, 120),
      zichtbaar: document.activeElement === e && (ring || s.boxShadow !== 'none'),
      vrij: !boven || e.contains(boven) || boven.contains(e) || vanLabel
    }
  }

  // What Tab stops at; of radios with one name it stops at the chosen one, or at the first.
  const halten = () => {
    const vakken = [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex]')]
      .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }))
    const groep = (e) => vakken.filter((v) => v.type === 'radio' && v.name === e.name && v.form === e.form)
    return vakken.filter((e) => e.type !== 'radio' || e === (groep(e).find((v) => v.checked) ?? groep(e)[0]))
  }

  return {
    opzij: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

    steektUit: () => [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ov-schuif'))
      .map((e) => e.outerHTML.slice(0, 100)),

    regels: (gevonden) => gevonden.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0].html.slice(0, 200)}`),

    kleineDoelen: () => [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
      .filter((e) => {
        const r = e.getBoundingClientRect()
        if (!r.width || !r.height || e.closest('.govuk-visually-hidden') || e.matches('.govuk-skip-link')) return false
        if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') return false
        if (e.matches('input[type=checkbox], input[type=radio]')) return false
        return r.height < 23.5 || r.width < 23.5
      })
      .map((e) => e.outerHTML.slice(0, 120)),

    // Begins a walk with Tab; gives how many stops there are, to know when to look whether it came round.
    begin: () => {
      // From the top, wherever the focus was: where a focused element is taken away, Tab goes on.
      const top = document.body.insertAdjacentElement('afterbegin', document.createElement('span'))
      top.tabIndex = -1
      top.focus()
      top.remove()
      scrollTo(0, 0)
      const tocht = window.ovTocht = { stops: [], rond: false }
      const weg = () => !document.activeElement || document.activeElement === document.body
      // When the key goes down again the stop stands as a person sees it: with its ring, and scrolled into view.
      let begonnen = false
      const kijk = () => {
        if (window.ovTocht !== tocht) return
        tocht.rond ||= begonnen && weg()
        if (begonnen && !tocht.rond) tocht.stops.push(bekijk(document.activeElement))
        begonnen = true
      }
      tocht.isRond = () => tocht.rond || weg()
      window.addEventListener('keydown', kijk, true)
      return halten().length
    },

    // Whether the focus left the page after its last stop.
    rond: () => window.ovTocht.isRond(),

    stops: () => window.ovTocht.stops,

    // Every stop without its key: a Tab was pressed before, so the ring shows as it does on a walk.
    // What went away meanwhile is no stop any more: an open menu closes when the focus is elsewhere.
    langs: () => halten().flatMap((e) => {
      e.focus()
      return e.checkVisibility() ? [bekijk(e)] : []
    })
  }
})()
