/** Colour arithmetic for the test of tokens: contrast of WCAG 2, distance in OKLab, simulated sight (Machado 2009, full severity). */

export type Colour = readonly [red: number, green: number, blue: number]
export type Sight = 'normal' | 'deutan' | 'protan'

/** `#rrggbb` in linear light, each part from 0 to 1. */
export function parseHex(hex: string): Colour {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b

export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const SIGHTS: Record<Exclude<Sight, 'normal'>, readonly Colour[]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

const within = (value: number) => Math.min(1, Math.max(0, value))

const product = (rows: readonly Colour[], [r, g, b]: Colour) =>
  rows.map(([x, y, z]) => x * r + y * g + z * b) as unknown as Colour

export function simulate(colour: Colour, sight: Sight): Colour {
  return sight === 'normal' ? colour : (product(SIGHTS[sight], colour).map(within) as unknown as Colour)
}

const TO_LMS: readonly Colour[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const TO_LAB: readonly Colour[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]

const oklab = (colour: Colour) => product(TO_LAB, product(TO_LMS, colour).map(Math.cbrt) as unknown as Colour)

/** Distance in OKLab, × 100; about 2 is just noticeable. */
export function distance(a: Colour, b: Colour): number {
  const [x, y] = [oklab(a), oklab(b)]
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}
