import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Rebuild } from '../api/types'
import { useFormat } from '../format/use-format'

/** How far a rebuild is, then what it found, in words. */
export function RebuildState({ rebuild }: { rebuild: Rebuild }) {
  const { t } = useLingui()
  const format = useFormat()
  if (rebuild.state === 'waiting') return <Trans>attend son tour</Trans>
  if (rebuild.state === 'failed') return <Trans>abandonné : rien n’a été changé</Trans>
  if (rebuild.state === 'running') {
    const done = format.integer(rebuild.tickets_done)
    const total = format.integer(rebuild.tickets_total)
    return (
      <span className="rebuild-progress">
        {rebuild.phase === 'folding' ? (
          <>
            <Trans>
              {done} tickets sur {total}
            </Trans>
            <progress aria-label={t`Tickets recomptés`} value={rebuild.tickets_done} max={Math.max(1, rebuild.tickets_total)} />
          </>
        ) : rebuild.phase === 'reading' || rebuild.phase === 'waiting' ? (
          <Plural value={rebuild.deliveries} _0="relecture des livraisons" one="en cours : # livraison relue" other="en cours : # livraisons relues" />
        ) : rebuild.phase === 'comparing' ? (
          <Trans>comparaison des sommes</Trans>
        ) : (
          <Trans>remplacement de ce qui diffère</Trans>
        )}
      </span>
    )
  }
  const tickets = Math.max(rebuild.changed_tickets, rebuild.differing_tickets ?? 0)
  const sums = rebuild.differing_days ?? 0
  return (
    <span>
      {rebuild.identical ? (
        <strong>
          <Trans>identique</Trans>
        </strong>
      ) : (
        <strong>
          {tickets ? <Plural value={tickets} one="# ticket différait" other="# tickets différaient" /> : null}
          {tickets && sums ? ', ' : null}
          {sums ? <Plural value={sums} one="# somme différait" other="# sommes différaient" /> : null}
        </strong>
      )}{' '}
      <span className="soft small">
        {rebuild.identical ? null : rebuild.mode === 'verify' ? <Trans>rien n’a été changé ;</Trans> : <Trans>c’est remplacé ;</Trans>}{' '}
        <Plural value={rebuild.tickets_total} one="# ticket" other="# tickets" />, <Plural value={rebuild.deliveries} one="# livraison relue" other="# livraisons relues" />
      </span>
    </span>
  )
}
