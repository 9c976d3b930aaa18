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

  // What decides whether letters stand out: their colour and size, and everything that lies behind them.
  const achter = (e) => {
    const lagen = []
    for (let laag = e; laag; laag = laag.parentElement) {
      const s = getComputedStyle(laag)
      // What lies over something else gets its ground from there: only axe can say which.
      if (s.position === 'absolute' || s.position === 'fixed' || s.position === 'sticky') return ''
      lagen.push([s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode].join())
    }
    return lagen.filter((laag, i) => laag !== lagen[i - 1]).join(' > ')
  }
  const kleur = (e) => {
    const s = getComputedStyle(e)
    const grond = achter(e)
    return grond && [s.color, s.fontSize, s.fontWeight, s.textShadow, s.webkitTextFillColor, grond].join(' | ')
  }
  const metLetters = () => [...document.body.querySelectorAll('*')].filter((e) =>
    (e.matches('input, select, textarea') || [...e.childNodes].some((k) => k.nodeType === 3 && k.data.trim())) &&
    e.checkVisibility())

  return {
    // What axe finds wrong, and the colours it measured here for the first time: contrast costs more than all the rest,
    // and is the same wherever the same letters stand on the same ground.
    axe: async (opties, gemeten) => {
      const bekend = new Set(gemeten)
      const kleuren = metLetters().map((e) => [e, kleur(e)]).filter(([, k]) => !bekend.has(k))
      const regels = (r) => r.violations.map((v) => `${v.id}: ${v.help} — ${v.nodes[0].html.slice(0, 200)}`)
      const gevonden = regels(await axe.run({ ...opties, rules: { 'color-contrast': { enabled: false } } }))
      if (kleuren.length) {
        const alleen = { ...opties, preload: false, runOnly: { type: 'rule', values: ['color-contrast'] } }
        gevonden.push(...regels(await axe.run({ include: kleuren.map(([e]) => e) }, alleen)))
      }
      return [gevonden, [...new Set(kleuren.map(([, k]) => k))].filter(Boolean)]
    },

    opzij: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

    steektUit: () => [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ov-schuif'))
      .map((e) => e.outerHTML.slice(0, 100)),

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
