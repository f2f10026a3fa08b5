/** Plots and tables as files, made where they are shown. */

const svgNamespace = 'http://www.w3.org/2000/svg'

/** What a drawing takes from the page's style, to be written into it. */
const taken = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
] as const

const inLines = (words: string, most: number): readonly string[] => {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A plot as a file of its own: its looks written into it, on a ground, with what it counts above it. */
export const svgOf = (drawn: SVGSVGElement, caption: readonly string[]): string => {
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const [before, after] = [
    [drawn, ...drawn.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ]
  for (const [at, element] of before.entries()) {
    const looks = getComputedStyle(element)
    for (const name of taken) after[at]!.setAttribute(name, looks.getPropertyValue(name))
    after[at]!.removeAttribute('class')
  }
  const { width, height } = drawn.viewBox.baseVal
  const lines = caption.flatMap(words => inLines(words, Math.floor(width / 7)))
  const above = lines.length * 18 + 16
  const page = getComputedStyle(document.body)
  const isRtl = drawn.getAttribute('direction') === 'rtl'
  const ground = document.createElementNS(svgNamespace, 'rect')
  for (const [name, value] of Object.entries({
    x: -16,
    y: -above,
    width: width + 32,
    height: height + above + 8,
  }))
    ground.setAttribute(name, String(value))
  ground.setAttribute('fill', page.backgroundColor)
  const words = lines.map((line, at) => {
    const text = document.createElementNS(svgNamespace, 'text')
    text.setAttribute('x', String(isRtl ? width : 0))
    text.setAttribute('y', String(at * 18 + 24 - above))
    text.setAttribute('fill', page.color)
    text.setAttribute('font-family', page.fontFamily)
    text.setAttribute('font-size', '13')
    text.textContent = line
    return text
  })
  copy.prepend(ground, ...words)
  copy.setAttribute('xmlns', svgNamespace)
  copy.setAttribute('viewBox', `-16 ${-above} ${width + 32} ${height + above + 8}`)
  copy.setAttribute('width', String(width + 32))
  copy.setAttribute('height', String(height + above + 8))
  return new XMLSerializer().serializeToString(copy)
}

/** What a spreadsheet would take for a formula, as in packages/api/src/views/csv.ts. */
const formula = /^([\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u

const field = (cell: string | number | null): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const tame = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n']/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}

/** A table as CSV (RFC 4180), as it is read on the screen; words that look like a formula get an apostrophe. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map(row => `${row.map(field).join(',')}\r\n`).join('')

/** Gives a file to whoever sits here. A CSV begins with a byte order mark, by which spreadsheets know UTF-8. */
export const saveFile = (name: string, type: 'image/svg+xml' | 'text/csv', text: string): void => {
  const address = URL.createObjectURL(
    new Blob([type === 'text/csv' ? `\uFEFF${text}` : text], { type: `${type};charset=utf-8` }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
