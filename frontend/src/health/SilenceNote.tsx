import { Plural, Trans } from '@lingui/react/macro'
import type { SourceFreshness } from '../api/types'
import { useFormat } from '../format/use-format'

/** Whether the source lives as usual, in a sentence; nothing of one that does. */
export function SilenceNote({ silence }: { silence: SourceFreshness['silence'] }) {
  const format = useFormat()
  if (silence.state === 'learning') return <Trans>Rythme en cours d’apprentissage : deux semaines.</Trans>
  if (silence.state !== 'silent' || silence.since === null) return null
  const since = format.instant(silence.since)
  return (
    <>
      <Trans>Silencieuse depuis le {since}.</Trans>{' '}
      {silence.expected ? (
        <Plural value={silence.expected} one="D’habitude, une livraison serait venue." other="D’habitude, # livraisons seraient venues." />
      ) : null}
    </>
  )
}
