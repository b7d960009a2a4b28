import { fontFaces } from './picture-fonts'

/** The drawing as a file of its own: styles written into it, title above, source below, on light paper. */

const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const
const SVG = 'http://www.w3.org/2000/svg'
const PAD = 20
const HEAD = 46
const LINE = 17

export interface SvgFile {
  text: string
  width: number
  height: number
}

/** Computed styles as attributes, which a strict Content-Security-Policy and every drawing program accept. */
function inline(element: Element): void {
  const style = getComputedStyle(element)
  for (const property of INLINED) {
    const value = style.getPropertyValue(property)
    // A pattern is named by an address; the computed one would carry the page's.
    if (value && !value.startsWith('url(')) element.setAttribute(property, value.replaceAll('"', "'"))
  }
  element.removeAttribute('class')
  for (const child of element.children) inline(child)
}

function write(place: SVGElement, text: string, y: number, className: string): void {
  const line = document.createElementNS(SVG, 'text')
  line.setAttribute('x', String(PAD))
  line.setAttribute('y', String(y))
  line.setAttribute('class', className)
  line.textContent = text
  place.append(line)
}

export async function toSvgText(shown: SVGSVGElement, title: string, source: readonly string[]): Promise<SvgFile> {
  const fonts = await fontFaces()
  const inner = { width: shown.clientWidth, height: shown.clientHeight }
  const width = inner.width + 2 * PAD
  const height = HEAD + inner.height + PAD + source.length * LINE + PAD / 2
  const file = document.createElementNS(SVG, 'svg')
  file.setAttribute('xmlns', SVG)
  file.setAttribute('width', String(width))
  file.setAttribute('height', String(height))
  file.setAttribute('viewBox', `0 0 ${width} ${height}`)
  file.setAttribute('role', 'img')
  const name = document.createElementNS(SVG, 'title')
  name.textContent = title
  const paper = document.createElementNS(SVG, 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('class', 'chart-paper')
  const drawing = document.createElementNS(SVG, 'g')
  drawing.setAttribute('transform', `translate(${PAD} ${HEAD})`)
  const copy = shown.cloneNode(true) as SVGSVGElement
  copy.querySelectorAll('[data-export="no"]').forEach((element) => element.remove())
  drawing.append(...copy.childNodes)
  file.append(name, paper, drawing)
  write(file, title, PAD + 10, 'chart-title')
  source.forEach((text, index) => write(file, text, HEAD + inner.height + PAD + index * LINE, 'chart-text'))
  asLightPaper(file)
  const style = document.createElementNS(SVG, 'style')
  style.textContent = fonts
  file.prepend(style)
  return { text: new XMLSerializer().serializeToString(file), width, height }
}

/** Computes the styles with the page in its light theme; the browser paints nothing in between. */
function asLightPaper(file: SVGSVGElement): void {
  const root = document.documentElement
  const theme = root.dataset['theme']
  const host = document.createElement('div')
  host.style.cssText = 'position:absolute;left:-99999px;top:0'
  host.className = 'chart-picture'
  host.append(file)
  document.body.append(host)
  root.dataset['theme'] = 'light'
  try {
    for (const child of file.children) inline(child)
  } finally {
    if (theme === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = theme
    host.remove()
  }
}

/** Wide enough to be read on a slide. */
const PNG_WIDTH = 1920

export async function toPng({ text, width, height }: SvgFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const scale = Math.max(2, PNG_WIDTH / width)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
