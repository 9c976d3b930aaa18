// Kopieert de twee fontbestanden (latin en latin-ext) en hun licentie naar frontend/dist/fonts.
import { copyFileSync, mkdirSync } from 'node:fs'

const bron = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/'
const doel = 'frontend/dist/fonts/'
mkdirSync(doel, { recursive: true })
for (const deel of ['latin', 'latin-ext']) {
  copyFileSync(`${bron}files/atkinson-hyperlegible-next-${deel}-wght-normal.woff2`, `${doel}ahn-${deel}.woff2`)
}
copyFileSync(`${bron}LICENSE`, `${doel}LICENSE-OFL.txt`)
