// Kopieert naar frontend/dist wat niet gebouwd wordt: twee fontbestanden (latin en latin-ext) en de licenties van anderen.
import { copyFileSync, mkdirSync } from 'node:fs'

const font = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/'
const dist = 'frontend/dist/'
mkdirSync(`${dist}fonts/`, { recursive: true })
for (const deel of ['latin', 'latin-ext']) {
  copyFileSync(`${font}files/atkinson-hyperlegible-next-${deel}-wght-normal.woff2`, `${dist}fonts/ahn-${deel}.woff2`)
}
copyFileSync(`${font}LICENSE`, `${dist}fonts/LICENSE-OFL.txt`)
copyFileSync('frontend/licenties/LICENSE-GOVUK-FRONTEND.txt', `${dist}LICENSE-GOVUK-FRONTEND.txt`)
