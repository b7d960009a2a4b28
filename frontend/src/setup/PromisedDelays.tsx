import { Trans } from '@lingui/react/macro'
import type { Terms } from '../api/types'
import { useFormat } from '../format/use-format'
import { useOwners } from './owners'

/** What priorities are promised, and whose time counts, as lines of a list; as usual nothing is said. */
export function PromisedDelays({ sla, clocks }: Partial<Pick<Terms, 'sla' | 'clocks'>>) {
  const format = useFormat()
  const owners = useOwners()
  const said = (seconds: number | null | undefined) => (seconds ? format.duration(seconds) : '–')
  return (
    <>
      {(sla?.priorities ?? []).map((one) => (
        <li key={one.names.join()}>
          <Trans>
            Priorité {one.names.join(', ')} : première réponse en {said(one.first_response_target_seconds)}, résolution en{' '}
            {said(one.resolution_target_seconds)}
          </Trans>
          {one.schedule ? <Trans>, comptées dans l’horaire « {one.schedule} ».</Trans> : <Trans>, comptées jour et nuit.</Trans>}
        </li>
      ))}
      {clocks ? (
        <li>
          <Trans>
            Attente du client : {owners.time(clocks.pending)} ; suspens : {owners.time(clocks.hold)}
          </Trans>
          {Object.entries(clocks.hold_reasons ?? {}).map(([reason, owner]) => (
            <Trans key={reason}> ; « {reason} » : {owners.time(owner)}</Trans>
          ))}
          .
        </li>
      ) : null}
      {clocks?.resolution_stops?.length ? (
        <li>
          <Trans>La résolution promise ne compte pas : {owners.times(clocks.resolution_stops)}.</Trans>
        </li>
      ) : null}
      {clocks?.first_response_stops?.length ? (
        <li>
          <Trans>La première réponse promise ne compte pas : {owners.times(clocks.first_response_stops)}.</Trans>
        </li>
      ) : null}
      {clocks?.time_leaves_out?.length ? (
        <li>
          <Trans>Le délai de résolution contractuel ne compte pas : {owners.times(clocks.time_leaves_out)}.</Trans>
        </li>
      ) : null}
    </>
  )
}
