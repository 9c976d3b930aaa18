// Wie een half uur niets doet, is uitgelogd. Dit script waarschuwt daarvoor, en laat typen meetellen als iets doen.
// Na het einde laadt de pagina opnieuw (dan staat er de deur), behalve als er iets getypt is dat nergens is opgeslagen.
// Tabbladen vertellen elkaar dat er iets gebeurde; niets gaat naar opslag in de browser.
import { inloggen } from './inloggen.mjs'

// De server telt per minuut, dus kan hij een minuut eerder klaar zijn dan deze klok.
const VOORAF = 3 * 60_000
const NA_AFLOOP = 5_000
const LEVENSTEKEN = 5 * 60_000
const KIJK = 5_000

export function stilte (pagina) {
  const venster = pagina.getElementById('stilte')
  if (!venster) return
  const lengte = Number(venster.dataset.ovStilte) * 1000
  const kanaal = new BroadcastChannel('overstap-stilte')
  // Een pagina die zichzelf opslaat, vraagt zelf om in te loggen (bewaren.mjs).
  const vanzelf = pagina.querySelector('form[data-ov-bewaar]')
  const opnieuw = pagina.getElementById('inloggen') && !vanzelf ? inloggen(pagina, verder, () => pagina.location.reload()) : null
  let laatst = Date.now()
  let geteld = laatst
  let uit = false
  kanaal.onmessage = verder
  kanaal.postMessage('hier')

  function verder () {
    laatst = Date.now()
    uit = false
    if (venster.open) venster.close()
  }

  async function meld () {
    geteld = Date.now()
    try {
      const antwoord = await fetch(venster.dataset.ovWakker)
      if (!antwoord.ok) return einde()
    } catch { return }
    verder()
    kanaal.postMessage('hier')
  }

  function gedaan () {
    if (!uit && !venster.open && Date.now() - geteld > LEVENSTEKEN) meld()
  }

  function kijk () {
    const over = laatst + lengte - Date.now()
    if (uit) return
    if (over < -NA_AFLOOP) einde()
    else if (over < VOORAF && !venster.open) venster.showModal()
  }

  function einde () {
    uit = true
    if (!staatIets(pagina)) return pagina.location.reload()
    if (venster.open && (vanzelf || opnieuw)) venster.close()
    if (vanzelf) return vanzelf.dispatchEvent(new Event('ov-bewaar'))
    if (opnieuw) return opnieuw.vraag()
    for (const deel of venster.querySelectorAll('[data-ov-stil]')) deel.hidden = deel.dataset.ovStil !== 'uit'
    if (!venster.open) venster.showModal()
  }

  for (const soort of ['keydown', 'pointerdown', 'input']) pagina.addEventListener(soort, gedaan, { passive: true })
  venster.addEventListener('close', () => { if (!uit && venster.returnValue === 'verder') meld() })
  setInterval(kijk, KIJK)
}

// Iets wat iemand typte of koos en dat alleen op dit scherm staat.
function staatIets (pagina) {
  const opslag = pagina.getElementById('opslag')
  if (opslag) return opslag.dataset.staat !== 'klaar'
  return [...pagina.querySelectorAll('main input:not([type=hidden]), main textarea, main option')].some((veld) =>
    veld.matches('option') ? veld.selected !== veld.defaultSelected && veld.defaultSelected
      : veld.matches('[type=checkbox], [type=radio]') ? veld.checked !== veld.defaultChecked : veld.value !== veld.defaultValue)
}
