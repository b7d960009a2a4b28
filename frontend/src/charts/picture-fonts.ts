/** The page's own typefaces, written into a picture: elsewhere they are not installed. */

const WEB_FONT = /url\("?([^")]+\.woff2)"?\)/

let written: Promise<string> | undefined

/** `@font-face` rules with the typefaces inside; empty for those that cannot be read. */
export function fontFaces(): Promise<string> {
  written ??= Promise.all(faces().map(embedded)).then((rules) => rules.join(''))
  return written
}

interface Face {
  family: string
  weight: string
  address: string
}

function faces(): Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const [, address] = WEB_FONT.exec(rule.style.getPropertyValue('src')) ?? []
      if (!address) return []
      return [
        {
          family: rule.style.getPropertyValue('font-family'),
          weight: rule.style.getPropertyValue('font-weight'),
          address: new URL(address, sheet.href ?? document.baseURI).href,
        },
      ]
    }),
  )
}

async function embedded({ family, weight, address }: Face): Promise<string> {
  try {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`
  } catch {
    // Without it the picture shows the reader's own typeface.
    return ''
  }
}
