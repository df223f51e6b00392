// Copies the documents of the repository into pages/, in their folders, for VitePress. READMEs become the index of their folder, and links to files that
// are no pages lead to the repository.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const root = join(import.meta.dirname, '../..')
const pages = join(import.meta.dirname, 'pages')
const repository = 'https://github.com/camelontraport/camel-ontraport'
const published = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/*.md', 'examples/*/README.md']

const list = (...patterns) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)

const files = list(...published)
const images = list('docs/images/*.svg')
const isPage = new Set(files)

const onSite = (file) => file.replace(/README\.md$/, 'index.md')

function target(file, link) {
  const [path, anchor] = link.split('#')
  if (path === '' || /^[a-z]+:/.test(path) || path.endsWith('.svg')) {
    return link
  }
  const named = posix.normalize(posix.join(posix.dirname(file), path))
  if (isPage.has(named)) {
    return onSite(path) + (anchor ? `#${anchor}` : '')
  }
  if (!existsSync(join(root, named))) {
    throw new Error(`${file} links to ${link}, which does not exist`)
  }
  return `${repository}/${statSync(join(root, named)).isDirectory() ? 'tree' : 'blob'}/main/${named}`
}

/** Links of prose only: what is between fences stays as it is. */
function links(file, text) {
  return text
    .split(/^(```[\s\S]*?^```)/m)
    .map((part, i) => (i % 2 ? part : part.replace(/\]\(([^)\s]+)\)/g, (all, link) => `](${target(file, link)})`)))
    .join('')
}

rmSync(pages, { recursive: true, force: true })
for (const file of files) {
  const copy = join(pages, onSite(file))
  mkdirSync(dirname(copy), { recursive: true })
  writeFileSync(copy, links(file, readFileSync(join(root, file), 'utf8')))
}
for (const image of images) {
  cpSync(join(root, image), join(pages, image))
}
