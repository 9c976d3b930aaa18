// What browser.py asks of an open page; evaluated as one object.
({
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

  begin: () => {
    document.activeElement?.blur()
    scrollTo(0, 0)
  },

  stop: () => {
    const e = document.activeElement
    if (!e || e === document.body) return null
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
      zichtbaar: ring || s.boxShadow !== 'none',
      vrij: !boven || e.contains(boven) || boven.contains(e) || vanLabel
    }
  }
})
