// Prints the Flesch reading ease of each page: `npm run readability`, or with a folder of pages as argument. Prose only: tables, code, headings and
// links' addresses do not count, and code inside a sentence counts as one word of one syllable.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flesch } from 'flesch'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { syllable } from 'syllable'

const CODE = 'code'

function prose(node) {
  switch (node.type) {
    case 'code':
    case 'html':
    case 'table':
    case 'heading':
      return ''
    case 'text':
      return node.value
    case 'inlineCode':
      return CODE
    case 'break':
      return ' '
    case 'paragraph':
      return node.children.map(prose).join('') + '.\n'
    default:
      return (node.children ?? []).map(prose).join('')
  }
}

function ease(text) {
  const sentences = text
    .split(/[.!?]+(?=\s|$)/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  return {
    words: words.length,
    perSentence: words.length / sentences.length,
    ease: flesch({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
    })
  }
}

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs')
for (const page of readdirSync(folder).filter((name) => name.endsWith('.md')).sort()) {
  const text = readFileSync(join(folder, page), 'utf8')
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const result = ease(prose(tree))
  console.log(
    [page.padEnd(28), result.ease.toFixed(0).padStart(4), `${result.perSentence.toFixed(1)} words a sentence`.padStart(24), `${result.words} words`.padStart(12)].join(' ')
  )
}
