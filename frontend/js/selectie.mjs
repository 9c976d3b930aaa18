// Rijen kiezen in een tabel: de actiebalk verschijnt met het aantal.
export function selectie (pagina) {
  for (const lijst of pagina.querySelectorAll('[data-ov-selectie]')) volg(pagina, lijst)
}

function volg (pagina, lijst) {
  const balk = pagina.getElementById(lijst.dataset.ovSelectie)
  const teller = balk?.querySelector('[data-ov-teller]')
  const alles = lijst.querySelector('[data-ov-alles]')
  const vakjes = () => [...lijst.querySelectorAll('[data-ov-kies]')]
  const ververs = () => {
    const alle = vakjes()
    const n = alle.filter((vak) => vak.checked).length
    if (balk) balk.dataset.aantal = n
    if (teller) teller.textContent = n === 1 ? balk.dataset.een : balk.dataset.meer.replace('{n}', n)
    if (alles) {
      alles.checked = n > 0 && n === alle.length
      alles.indeterminate = n > 0 && n < alle.length
    }
  }
  lijst.addEventListener('change', (gebeurtenis) => {
    if (gebeurtenis.target === alles) for (const vak of vakjes()) vak.checked = alles.checked
    ververs()
  })
  ververs()
}
