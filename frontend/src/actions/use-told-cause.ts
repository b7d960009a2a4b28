import { useQuery } from '@tanstack/react-query'
import { itemQuery } from '../relay/queries'
import { useRelayWords } from '../relay/words'
import type { originOf } from './whose'

const ID = /^[0-9a-f-]{36}$/

/** The cause that a team told of the words that an action comes from, empty without one; undefined while it is read. */
export function useToldCause(contractId: string, origin: ReturnType<typeof originOf>): string | undefined {
  const words = useRelayWords()
  const id = origin.kind === 'verbatim' && origin.id && ID.test(origin.id) ? origin.id : null
  // Words that were relayed to no team of one's own have no cause to be read here.
  const item = useQuery({ ...itemQuery(contractId, id ?? ''), enabled: id !== null, retry: false })
  if (id === null || item.isError) return ''
  if (!item.data) return undefined
  const told = item.data.steps.findLast((one) => one.cause !== null)
  return told?.cause ? [words.cause(told.cause), told.text].filter(Boolean).join(' : ') : ''
}
