import { Trans } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'

interface Authored {
  author: { side: 'donneur_ordre' | 'sous_traitant' | null; name: string | null }
  written_at: string | null
  comment?: string | null
}

/** Who wrote it and when, and what they said beside it. */
export function By({ version: { author, written_at: at, comment } }: { version: Authored }) {
  const format = useFormat()
  return (
    <>
      <span className="soft small by">
        {author.side ? <PartyMark side={author.side} size={12} /> : <Trans>Administration</Trans>} {author.name}
        {at ? <> · {format.instant(at, true)}</> : null}
      </span>
      {comment ? <q className="said small">{comment}</q> : null}
    </>
  )
}
