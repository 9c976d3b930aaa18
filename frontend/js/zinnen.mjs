// Een zin van de school komt waar de cursor stond. Zonder dit script zet de knop hem achter de tekst.
export function zinnen (pagina) {
  for (const vak of pagina.querySelectorAll('[data-ov-zinnen]')) volg(pagina, vak)
}

function volg (pagina, vak) {
  const veld = pagina.getElementById(vak.dataset.ovZinnen)
  let geweest = false
  veld?.addEventListener('focus', () => { geweest = true }, { once: true })
  vak.addEventListener('click', (klik) => {
    const knop = klik.target.closest('[data-ov-zin]')
    if (!knop || !veld) return
    klik.preventDefault()
    const zin = pagina.getElementById(knop.dataset.ovZin).textContent
    // Wie nog niet in het vak was, heeft daar geen plek gekozen.
    if (!geweest) veld.setSelectionRange(veld.value.length, veld.value.length)
    const voor = veld.value.slice(0, veld.selectionStart)
    const na = veld.value.slice(veld.selectionEnd)
    veld.setRangeText((/\S$/.test(voor) ? ' ' : '') + zin + (/^\S/.test(na) ? ' ' : ''), voor.length, veld.selectionEnd, 'end')
    veld.dispatchEvent(new Event('input', { bubbles: true }))
    veld.focus()
  })
}
