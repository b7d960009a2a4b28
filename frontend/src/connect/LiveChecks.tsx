import { Trans } from '@lingui/react/macro'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import { useFormat } from '../format/use-format'
import { outOfScopeQuery } from '../scope/queries'
import { scopeReason } from '../scope/words'
import { Answer } from '../ui/Answer'
import { Mark } from '../ui/Verdict'
import { CHECKS, checksOf, type Check, type Result } from './checks'

/** A refused delivery changes no figure, so that the contract's watermark does not move: this page asks by itself. */
const EVERY_MS = 3000

const NAMES: Record<Check, MessageDescriptor> = {
  reached: msg`La livraison est arrivée`,
  signature: msg`La signature est bonne`,
  clock: msg`L’horloge de l’outil est à l’heure`,
  parsed: msg`Le contenu a pu être lu`,
  counted: msg`Le ticket est compté`,
}

const RESULTS: Record<Result, MessageDescriptor> = {
  yes: msg`oui`,
  no: msg`non`,
  waits: msg`en attente`,
  skewed: msg`en avance : l’heure de réception fait foi`,
  ignored: msg`non : bien reçu, mais cet évènement ne concerne aucun indicateur`,
  known: msg`déjà reçu auparavant : compté une seule fois`,
  outside: msg`non : hors du périmètre`,
}

const TONES: Record<Result, 'met' | 'near' | 'missed' | 'none'> = { yes: 'met', no: 'missed', waits: 'none', skewed: 'near', ignored: 'near', known: 'near', outside: 'near' }

/** One line a check, read from the newest delivery. */
export function LiveChecks({ contractId, sourceId }: { contractId: string; sourceId: string }) {
  const { i18n } = useLingui()
  const format = useFormat()
  const newest = useQuery({
    ...api.queryOptions('get', '/api/kpi/v1/sources/{source_id}/deliveries', { params: { path: { source_id: sourceId }, query: { limit: 20 } } }),
    refetchInterval: EVERY_MS,
  })
  // What became of a held delivery says more than that it was held.
  const items = newest.data?.items ?? []
  const delivery = items.find((one) => !one.verified_verdict) ?? items[0] ?? null
  const ticket = delivery?.ticket_id ?? null
  const out = useQuery({ ...outOfScopeQuery(contractId, sourceId, { ticket: ticket ?? '-' }, 1), enabled: ticket !== null, refetchInterval: EVERY_MS })
  const left = (ticket && out.data?.items[0]) || null
  return (
    <Answer query={newest} height={220}>
      {() => {
        const results = checksOf(delivery, left !== null)
        return (
          <>
            <div role="status">
              <ul className="plain checks">
                {CHECKS.map((check) => (
                  <li key={check} data-result={results[check]}>
                    <Mark tone={TONES[results[check]]} /> <Trans>
                      {i18n._(NAMES[check])} : {i18n._(RESULTS[results[check]])}
                    </Trans>
                  </li>
                ))}
              </ul>
            </div>
            {left ? (
              <p className="notice warning">
                <Trans>
                  Ticket {left.ticket_id} : {scopeReason(i18n, left.reason) ?? left.reason}. Il ne compte dans aucun indicateur de ce contrat.
                </Trans>
              </p>
            ) : null}
            {delivery ? (
              <p className="soft small">
                <Trans>Dernière livraison : {format.instant(delivery.received_at)}.</Trans> {delivery.event_type ? <code>{delivery.event_type}</code> : null}{' '}
                {delivery.reason}
              </p>
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}
