// Checks that every link of the built site, with its anchor, and every picture leads somewhere on the site. Links to other hosts are not tried.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const site = join(import.meta.dirname, 'dist')
const pages = readdirSync(site, { recursive: true })
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => join(site, name))

const html = new Map(pages.map((file) => [file, readFileSync(file, 'utf8')]))
const ids = new Map([...html].map(([file, text]) => [file, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1]))]))
const unescape = (text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'")

function fileOf(page, path) {
  const file = path === '' ? page : path.startsWith('/') ? join(site, path) : join(dirname(page), path)
  const candidates = [file, `${file}.html`, join(file, 'index.html')]
  return candidates.find((name) => ids.has(name)) ?? candidates.find((name) => existsSync(name))
}

const broken = []
let count = 0
for (const [page, text] of html) {
  for (const [, , link] of text.matchAll(/\s(href|src)="([^"]*)"/g)) {
    if (/^([a-z]+:|\/\/)/.test(link)) {
      continue
    }
    count++
    const [path, anchor] = decodeURI(unescape(link)).split('#')
    const file = fileOf(page, path)
    if (!file || (anchor && ids.has(file) && !ids.get(file).has(anchor))) {
      broken.push(`${relative(site, page)} -> ${link}`)
    }
  }
}
if (broken.length > 0) {
  console.error(`Links that lead nowhere:\n${[...new Set(broken)].join('\n')}`)
  process.exit(1)
}
console.log(`${pages.length} pages, ${count} links: all lead somewhere`)
