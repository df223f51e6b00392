// A few shapes as SVG text. Colours are classes, so that one picture serves light and dark.

const STYLE = `
    .card { fill: #ffffff; stroke: #d0d7de }
    text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
    .small { font-size: 12px; fill: #59636e }
    .strong { font-weight: 600 }
    .mid { text-anchor: middle }
    .end { text-anchor: end }
    .box { fill: #f6f8fa; stroke: #8c959f; stroke-width: 1.2 }
    .ours { fill: #ddf4ff; stroke: #0969da; stroke-width: 1.5 }
    .good { fill: #dafbe1; stroke: #1a7f37; stroke-width: 1.5 }
    .bad { fill: #ffebe9; stroke: #cf222e; stroke-width: 1.5 }
    .wait { fill: #fff8c5; stroke: #9a6700; stroke-width: 1.5 }
    .line { fill: none; stroke: #59636e; stroke-width: 1.5 }
    .dash { stroke-dasharray: 5 4 }
    .head { fill: #59636e }
    @media (prefers-color-scheme: dark) {
      .card { fill: #0d1117; stroke: #3d444d }
      text { fill: #f0f6fc }
      .small { fill: #9198a1 }
      .box { fill: #151b23; stroke: #656c76 }
      .ours { fill: #0c2d4d; stroke: #4493f8 }
      .good { fill: #12361f; stroke: #3fb950 }
      .bad { fill: #48171c; stroke: #f85149 }
      .wait { fill: #3a2d08; stroke: #d29922 }
      .line { stroke: #9198a1 }
      .head { fill: #9198a1 }
    }`

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const text = (x, y, content, classes = '') =>
  `<text x="${x}" y="${y}"${classes && ` class="${classes}"`}>${escape(content)}</text>`

/** A box with lines of text in its middle; the first one is strong, the others are small. */
export function box(x, y, width, height, kind, ...lines) {
  const step = 18
  const first = y + height / 2 - ((lines.length - 1) * step) / 2 + 5
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${kind}"/>`,
    ...lines.map((line, i) => text(x + width / 2, first + i * step, line, i === 0 ? 'mid strong' : 'mid small'))
  ].join('\n  ')
}

export const rect = (x, y, width, height, kind) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" class="${kind}"/>`

/** A line through points, with a head at its end. */
export const arrow = (points, classes = '') =>
  `<polyline points="${points.map((point) => point.join(',')).join(' ')}" class="line ${classes}" marker-end="url(#head)"/>`

export const line = (points, classes = '') =>
  `<polyline points="${points.map((point) => point.join(',')).join(' ')}" class="line ${classes}"/>`

export const dot = (x, y, kind) => `<circle cx="${x}" cy="${y}" r="7" class="${kind}"/>`

export const picture = (width, height, title, shapes) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>${escape(title)}</title>
  <style>${STYLE}
  </style>
  <defs>
    <marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
      <path d="M0 0 L10 5 L0 10 z" class="head"/>
    </marker>
  </defs>
  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" class="card"/>
  ${shapes.flat(Infinity).join('\n  ')}
</svg>
`
