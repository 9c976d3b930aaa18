// Een antwoord opent of sluit de vragen die erbij horen; zonder antwoord zijn ze dicht. Zonder dit script staan ze er allemaal; de tekst blijft altijd staan.
export function voorwaarden (pagina) {
  for (const blok of pagina.querySelectorAll('[data-ov-als]')) volg(pagina, blok)
}

function volg (pagina, blok) {
  const naam = blok.dataset.ovAls
  const waarden = blok.dataset.ovAlsWaarden.split(' ')
  // Wat iemand tikt is soms een rondje, soms een keuzelijst.
  const gekozen = () => pagina.querySelector(`[name="${naam}"]:checked, select[name="${naam}"]`)?.value ?? ''
  const baas = pagina.querySelector(`[name="${naam}"]`)
  pagina.addEventListener('change', (gebeurtenis) => {
    // Een vraag onder een vraag sluit ook als de vraag erboven sluit.
    if (gebeurtenis.target.name !== naam && !baas?.closest('[data-ov-als]')) return
    blok.toggleAttribute('data-ov-dicht', !waarden.includes(gekozen()) || Boolean(baas?.closest('[data-ov-dicht]')))
  })
}
