// Writes the pictures of the documentation: node .ci/pictures/draw.js. With --check it fails when a picture is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pictures } from './pictures.js'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../docs/images')
const check = process.argv.includes('--check')
const stale = []

mkdirSync(folder, { recursive: true })
for (const [name, svg] of Object.entries(pictures)) {
  const file = join(folder, `${name}.svg`)
  if (!check) {
    writeFileSync(file, svg)
  } else if (readFileSync(file, 'utf8') !== svg) {
    stale.push(file)
  }
}
if (stale.length > 0) {
  console.error(`Stale pictures, run node .ci/pictures/draw.js: ${stale.join(', ')}`)
  process.exit(1)
}
