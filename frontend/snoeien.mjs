// Haalt uit frontend/dist/app.css wat GOV.UK meelevert en wij nergens gebruiken: de klassen in ongebruikt.txt, en al wat
// zo begint. Wie er toch een nodig heeft, haalt de regel daar weg; een test bewaakt dat.
import { readFileSync, writeFileSync } from 'node:fs'

const css = 'frontend/dist/app.css'
const weg = readFileSync('frontend/ongebruikt.txt', 'utf8').split('\n').filter(Boolean)
const overbodig = new RegExp(`\\.(?:${weg.join('|')})`)
const MET_REGELS = /^@(?:media|supports|layer)\b/

function sluiting(tekst, open) {
  for (let diepte = 1, i = open + 1; ; i++) {
    diepte += { '{': 1, '}': -1 }[tekst[i]] ?? 0
    if (diepte === 0) return i
  }
}

function selectors(kop) {
  const delen = ['']
  let diepte = 0
  for (const teken of kop) {
    diepte += { '(': 1, ')': -1 }[teken] ?? 0
    if (teken === ',' && diepte === 0) delen.push('')
    else delen[delen.length - 1] += teken
  }
  // Wat een selector uitsluit, maakt hem niet overbodig.
  return delen.filter((deel) => !overbodig.test(deel.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '')))
}

function snoei(tekst) {
  let uit = ''
  for (let i = 0; i < tekst.length; ) {
    const open = tekst.indexOf('{', i)
    if (open < 0) return uit + tekst.slice(i)
    const dicht = sluiting(tekst, open)
    const kop = tekst.slice(i, open)
    const inhoud = tekst.slice(open + 1, dicht)
    if (MET_REGELS.test(kop)) {
      const rest = snoei(inhoud)
      uit += rest && `${kop}{${rest}}`
    } else if (kop.includes('@')) {
      uit += tekst.slice(i, dicht + 1)
    } else {
      const over = selectors(kop)
      uit += over.length ? `${over.join(',')}{${inhoud}}` : ''
    }
    i = dicht + 1
  }
  return uit
}

writeFileSync(css, snoei(readFileSync(css, 'utf8')))
