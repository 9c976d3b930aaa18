// De toets "/" gaat naar het zoekveld; uit te zetten op /sneltoetsen/ (WCAG 2.1.4). Esc sluit het menu bij de naam.
const TYPEN = 'input, textarea, select, [contenteditable]'

export function sneltoetsen (pagina) {
  zoeken(pagina)
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
