// Opnieuw inloggen in een venster op deze pagina, zodat wat getypt is blijft staan.
// Het formulier komt van de gewone inlogpagina: wachtwoord, tweede stap en keuze van de school werken zoals altijd.

export function inloggen (pagina, klaar, ander) {
  const venster = pagina.getElementById('inloggen')
  const hier = venster.querySelector('[data-ov-hier]')
  const wie = naam(pagina)

  async function haal () {
    try {
      const antwoord = await fetch(pagina.location.href)
      return lees(await antwoord.text())
    } catch {
      return null
    }
  }

  // Kijkt waar iemand nu is: op deze pagina (dan verder), op een inlogpagina (dan vragen), of elders (dan nog eens kijken).
  async function verwerk (nieuw) {
    const geheim = nieuw?.querySelector('.ov-mij__paneel p') && nieuw.querySelector('[name=csrfmiddlewaretoken]')
    if (geheim) {
      for (const veld of pagina.querySelectorAll('[name=csrfmiddlewaretoken]')) veld.value = geheim.value
      venster.close()
      return naam(nieuw) === wie ? klaar() : ander()
    }
    const delen = nieuw ? [...nieuw.querySelectorAll('main .govuk-error-summary, main form')].filter(zichtbaar) : []
    if (delen.length === 0) return false
    hier.replaceChildren(...delen.map((deel) => pagina.importNode(deel, true)))
    if (!venster.open) venster.showModal()
    hier.querySelector(`input:not([type=hidden]), button`)?.focus()
    return true
  }

  async function vraag () { await verwerk(await haal()) }

  venster.addEventListener('submit', async (gebeurtenis) => {
    if (!hier.contains(gebeurtenis.target)) return
    gebeurtenis.preventDefault()
    const body = new FormData(gebeurtenis.target, gebeurtenis.submitter)
    try {
      const antwoord = await fetch(gebeurtenis.target.action, { method: 'POST', body })
      const daar = new URL(antwoord.url).pathname
      const nieuw = lees(await antwoord.text())
      if (daar === pagina.location.pathname || nieuw.querySelector('main form input:not([type=hidden])')) await verwerk(nieuw)
      else await vraag()
    } catch { /* geen verbinding: het formulier staat er nog */ }
  })
  return { kijk: vraag, vraag, haal }
}

function lees (tekst) {
  return new DOMParser().parseFromString(tekst, 'text/html')
}

function zichtbaar (deel) {
  return !deel.matches('form') || deel.querySelector(`input:not([type=hidden]), button`) !== null
}

function naam (pagina) {
  return [...pagina.querySelectorAll('.ov-mij__paneel p, .ov-plek b')].map((deel) => deel.textContent.trim()).join()
}
