/** Search parameters are checked one by one: a wrong one falls back, and the page says so. */
import * as v from 'valibot'

type Checks = Record<string, v.GenericSchema<unknown, string>>
export type Search<C extends Checks> = { [name in keyof C]?: v.InferOutput<C[name]> | undefined }

/** What is right in `raw`, and the names of what is not. */
export function readSearch<C extends Checks>(checks: C, raw: Record<string, unknown>) {
  const value: Search<C> = {}
  const wrong: string[] = []
  for (const name in checks) {
    if (raw[name] === undefined) continue
    const result = v.safeParse(checks[name]!, raw[name])
    if (result.success) value[name] = result.output as Search<C>[typeof name]
    else {
      // Left out, the router would hand on what the address says.
      value[name] = undefined
      wrong.push(name)
    }
  }
  return { value, wrong }
}

/** For a route's `validateSearch`. */
export function searchOf<C extends Checks>(checks: C) {
  return (raw: Record<string, unknown>): Search<C> => {
    const { value, wrong } = readSearch(checks, raw)
    if (wrong.length) wrongParameters.add(wrong)
    return value
  }
}

let names: readonly string[] = []
const listeners = new Set<() => void>()

/** The router rewrites the address at once, so that what was wrong in it is remembered here. */
export const wrongParameters = {
  add(more: string[]) {
    const next = [...new Set([...names, ...more])]
    if (next.length === names.length) return
    names = next
    listeners.forEach((listener) => listener())
  },
  clear() {
    if (!names.length) return
    names = []
    listeners.forEach((listener) => listener())
  },
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  get: () => names,
}

/** `?a=b` both ways, plain text: addresses stay readable and JSON never shows in them. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

/** Shared by several screens. */
export const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/))
export const day = v.pipe(
  v.string(),
  v.isoDate(),
  // Valibot looks at the form only: 30 February has one.
  v.check((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false),
)
export const code = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{1,40}$/))
