// De balk van werk op de achtergrond: vraagt elke vijf seconden hoe ver het is, en laadt de bladzijde opnieuw als het
// klaar is. Zonder JavaScript ververst de bladzijde zichzelf.
const SECONDEN = 5

export function voortgang (document) {
  const vak = document.querySelector('[data-ov-voortgang]')
  if (!vak) return
  const balk = vak.querySelector('progress')
  const tekst = vak.querySelector('[role=status]')

  async function vraag () {
    try {
      const antwoord = await fetch(vak.dataset.ovVoortgang, { headers: { Accept: 'application/json' } })
      // Uitgelogd, of het bestand is weggegooid: de bladzijde zelf zegt wat er is.
      if (!antwoord.ok || antwoord.redirected) return location.reload()
      const stand = await antwoord.json()
      if (stand.klaar) return location.reload()
      if (stand.te_doen) {
        balk.max = stand.te_doen
        balk.value = stand.gedaan
      }
      if (tekst.textContent !== stand.tekst) tekst.textContent = stand.tekst
    } catch {
      // Even geen verbinding: de volgende keer weer.
    }
    setTimeout(vraag, SECONDEN * 1000)
  }
  setTimeout(vraag, SECONDEN * 1000)
}
