// Wat iemand typt, wordt vanzelf opgeslagen. Zonder dit script doet de knop het.
// Lukt het niet, dan blijft de tekst in de pagina staan en gaat hij later opnieuw. Niets gaat naar opslag in de browser.
import { inloggen } from './inloggen.mjs'

const NA_TYPEN = 1500
const NA_KIEZEN = 150
const LANGSTE_WACHT = 60_000

export function bewaren (pagina) {
  const form = pagina.querySelector('form[data-ov-bewaar]')
  if (form) new Bewaarder(pagina, form).luister()
}

class Bewaarder {
  constructor (pagina, form) {
    Object.assign(this, { pagina, form, vuil: false, bezig: false, gestopt: false, uit: false, herkanst: false, weg: false })
    Object.assign(this, { mislukt: 0, klok: 0, zonderAntwoord: [] })
    this.staat = pagina.getElementById('opslag')
    this.inloggen = inloggen(pagina, () => this.verder(), () => this.stop('ander'))
  }

  luister () {
    this.form.addEventListener('input', () => this.plan(NA_TYPEN))
    this.form.addEventListener('change', () => this.plan(NA_KIEZEN))
    this.form.addEventListener('ov-bewaar', () => this.plan(0))
    // Ook de knoppen in de balk onderaan versturen dit formulier.
    this.form.addEventListener('submit', (gebeurtenis) => this.verstuurd(gebeurtenis))
    window.addEventListener('online', () => { if (this.vuil) this.plan(0) })
    window.addEventListener('pageshow', () => { this.weg = false })
    window.addEventListener('pagehide', () => { if (this.vuil && !this.weg) this.bewaar({ keepalive: true }) })
    window.addEventListener('beforeunload', (gebeurtenis) => { if (this.vuil && this.lukteNiet && !this.weg) gebeurtenis.preventDefault() })
    this.pagina.querySelector('[data-ov-inloggen]').addEventListener('click', () => this.inloggen.vraag())
  }

  get lukteNiet () { return this.staat.dataset.staat === 'fout' }

  // Een knop gaat naar een andere pagina: pas als wat onderweg was er is, en nooit zonder verbinding of zonder inlog.
  verstuurd (gebeurtenis) {
    clearTimeout(this.klok)
    this.weg = !this.uit && !this.bezig && !this.mislukt && navigator.onLine
    if (this.weg) return
    gebeurtenis.preventDefault()
    if (this.uit) this.inloggen.vraag()
    else if (this.bezig) this.knop = gebeurtenis.submitter
    else this.plan(0)
  }

  plan (wacht) {
    this.vuil = true
    if (this.gestopt || this.uit) return
    clearTimeout(this.klok)
    this.klok = setTimeout(() => this.bewaar(), wacht)
    if (this.staat.dataset.staat === 'klaar') this.staat.dataset.staat = 'bezig'
  }

  async bewaar (extra = {}) {
    if (this.bezig) return this.plan(NA_TYPEN)
    this.bezig = true
    this.vuil = false
    const lichaam = new FormData(this.form)
    lichaam.set('knop', this.form.dataset.ovBewaar)
    let antwoord = null
    try {
      antwoord = await fetch(this.form.action, { method: 'POST', body: lichaam, ...extra })
    } catch {
      this.zonderAntwoord.push(getypt(lichaam))
    }
    await this.verwerk(antwoord)
    this.bezig = false
    const knop = this.knop
    this.knop = null
    if (knop) this.form.requestSubmit(knop)
  }

  async verwerk (antwoord) {
    if (antwoord?.ok) return this.gelukt(await antwoord.json())
    this.vuil = true
    if (!antwoord) this.straks('offline')
    else if (antwoord.status >= 500) this.straks('storing')
    else if (antwoord.status === 403) await this.uitgelogd()
    else if (antwoord.status === 409) await this.ingehaald(await antwoord.json())
    else this.stop('weg')
  }

  gelukt (uitkomst) {
    Object.assign(this, { mislukt: 0, herkanst: false, zonderAntwoord: [] })
    this.form.elements.revisie.value = uitkomst.revisie
    this.form.elements.begin.value = uitkomst.begin
    this.toon('')
    this.meld(this.vuil ? 'bezig' : 'klaar', uitkomst.tekst)
    for (const plek of this.form.querySelectorAll('[data-ov-opmerkingen]')) {
      const hier = uitkomst.opmerkingen.filter((opmerking) => opmerking.veld === plek.dataset.ovOpmerkingen)
      plek.replaceChildren(...hier.map((opmerking) => this.opmerking(opmerking)))
    }
  }

  opmerking ({ zin, reden }) {
    const regel = this.pagina.createElement('p')
    regel.className = 'ov-opmerking'
    const vet = this.pagina.createElement('b')
    vet.textContent = zin
    regel.append(vet, ` ${reden}`)
    return regel
  }

  straks (waarom) {
    this.meld('fout', this.staat.dataset[waarom])
    this.plan(Math.min(2000 * 2 ** this.mislukt++, LANGSTE_WACHT))
  }

  // Eerst stil kijken of alleen het geheim van het formulier oud was; anders vragen om in te loggen.
  async uitgelogd () {
    if (this.herkanst) return this.stop('weg')
    this.uit = true
    this.meld('fout', this.staat.dataset.uit)
    this.toon('uit')
    await this.inloggen.kijk()
  }

  verder () {
    Object.assign(this, { uit: false, herkanst: true })
    this.toon('')
    this.plan(0)
  }

  // Wie geen antwoord kreeg, weet niet of zijn eigen tekst is opgeslagen; die is dan geen tekst van een ander.
  async ingehaald (uitkomst) {
    const nu = this.zonderAntwoord.length ? await this.inloggen.haal() : null
    const form = nu?.querySelector('form[data-ov-bewaar]')
    if (form && this.zonderAntwoord.includes(getypt(new FormData(form)))) {
      this.zonderAntwoord = []
      for (const naam of ['revisie', 'begin']) this.form.elements[naam].value = form.elements[naam].value
      return this.plan(0)
    }
    this.gestopt = true
    this.meld('fout', uitkomst.tekst)
    if (uitkomst.vergelijk) this.toon('vergelijk')
  }

  stop (waarom) {
    this.gestopt = true
    this.toon('')
    this.meld('fout', this.staat.dataset[waarom])
  }

  meld (staat, tekst) {
    this.staat.dataset.staat = staat
    const regel = this.staat.querySelector('[data-ov-tekst]')
    if (regel.textContent !== tekst) regel.textContent = tekst
  }

  toon (naam) {
    for (const actie of this.pagina.querySelectorAll('[data-ov-bij]')) actie.hidden = actie.dataset.ovBij !== naam
  }
}

function getypt (lichaam) {
  const over = [...lichaam].filter(([naam]) => !['csrfmiddlewaretoken', 'revisie', 'begin', 'knop'].includes(naam))
  return new URLSearchParams(over.map(([naam, waarde]) => [naam, waarde.replaceAll('\r\n', '\n').trim()])).toString()
}
