// De toets "/" gaat naar het zoekveld; uit te zetten op /sneltoetsen/ (WCAG 2.1.4). Esc sluit het menu bij de naam.
const TYPEN = 'input, textarea, select, [contenteditable]'

export function sneltoetsen (pagina) {
  zoeken(pagina)
  onderdelen(pagina)
  menu(pagina)
}

function zoeken (pagina) {
  const veld = pagina.querySelector('[data-ov-zoek]')
  if (!veld || pagina.documentElement.dataset.ovSneltoetsen === 'uit') return
  pagina.addEventListener('keydown', (toets) => {
    if (toets.key !== '/' || toets.ctrlKey || toets.metaKey || toets.altKey) return
    if (toets.target.closest(TYPEN)) return
    toets.preventDefault()
    veld.focus()
  })
}

// In een onderdeel: Ctrl+S slaat op, Ctrl+Enter is klaar, Alt+PageUp en Alt+PageDown gaan naar een ander onderdeel.
function onderdelen (pagina) {
  const form = pagina.querySelector('form[data-ov-bewaar]')
  if (!form) return
  const druk = (waarde) => pagina.querySelector(`[form="formulier"][value="${waarde}"]`)?.click()
  pagina.addEventListener('keydown', (toets) => {
    const ctrl = toets.ctrlKey || toets.metaKey
    if (ctrl && toets.key === 's') form.dispatchEvent(new CustomEvent('ov-bewaar'))
    else if (ctrl && toets.key === 'Enter') druk('klaar')
    else if (toets.altKey && toets.key === 'PageUp') druk('vorige')
    else if (toets.altKey && toets.key === 'PageDown') druk('volgende')
    else return
    toets.preventDefault()
  })
}

function menu (pagina) {
  const mij = pagina.querySelector('.ov-mij')
  if (!mij) return
  const sluit = () => { mij.open = false }
  pagina.addEventListener('click', (klik) => { if (!mij.contains(klik.target)) sluit() })
  mij.addEventListener('focusout', (weg) => { if (weg.relatedTarget && !mij.contains(weg.relatedTarget)) sluit() })
  mij.addEventListener('keydown', (toets) => {
    if (toets.key !== 'Escape' || !mij.open) return
    sluit()
    mij.querySelector('summary').focus()
  })
}
