/** What is being written stays in this browser until it is sent: an expired session, a reload or a second tab lose nothing. */
import { useSyncExternalStore } from 'react'
import type { Annotation } from '../api/types'

export interface Draft {
  kind: Annotation['kind']
  starts_on: string
  ends_on: string
  text: string
  /** Sent with the note, so that two tabs sending the same draft make one note. */
  key: string
}

const listeners = new Set<() => void>()
const told = () => listeners.forEach((listener) => listener())

export const draftPlace = (personId: string, contractId: string, indicator: string) =>
  `copil.annotation.${personId}.${contractId}.${indicator}`

/** A browser may refuse storage (private windows): the draft then lives as long as the page. */
const spare = new Map<string, string>()

function read(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return spare.get(place) ?? null
  }
}

export function writeDraft(place: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(place, JSON.stringify(draft))
    else localStorage.removeItem(place)
  } catch {
    if (draft) spare.set(place, JSON.stringify(draft))
    else spare.delete(place)
  }
  told()
}

export function parseDraft(stored: string | null): Draft | null {
  if (stored === null) return null
  try {
    const draft = JSON.parse(stored) as Partial<Draft>
    const whole = [draft.kind, draft.starts_on, draft.ends_on, draft.text, draft.key].every((one) => typeof one === 'string')
    return whole ? (draft as Draft) : null
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab wrote.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** The draft as any tab left it, or null. */
export function useDraft(place: string): Draft | null {
  return parseDraft(useSyncExternalStore(subscribe, () => read(place)))
}
