import type { Thread } from '../api/types'

/** `KIND:ID` of an address; what is nothing known is a free subject. */
export function aboutOf(text: string | undefined): { kind: Thread['about']['kind']; id?: string } {
  const [, kind, id] = /^(figure|verbatim|action):([\x21-\x7e]{1,200})$/.exec(text ?? '') ?? []
  return kind && id ? { kind: kind as 'figure', id } : { kind: 'free' }
}
