import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { paths } from '../api/schema'
import type { RelayDelay } from '../api/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'

type All = paths['/api/feedback/v1/contracts/{contract_id}/relay/delays']['get']['responses'][200]['content']['application/json']

/** How long each side lets the other wait: what still waits counts for as long as it has, and is then said to be at least that. */
export function Delays({ delays }: { delays: All }) {
  const { t } = useLingui()
  if (!delays.items && !delays.praise) {
    return (
      <p className="soft">
        <Trans>Rien n’a été relayé ce mois-ci.</Trans>
      </p>
    )
  }
  return (
    <>
      <dl className="relay-delays">
        <Reading name={t`Prendre en compte`} delay={delays.acknowledge} />
        <Reading name={t`Répondre`} delay={delays.reply} />
        <Reading name={t`Donner son avis sur la réponse`} delay={delays.decision} />
      </dl>
      <p className="soft small">
        <Trans>Temps écoulé, nuits et week-ends compris, des retours relayés dans le mois.</Trans>{' '}
        <Plural value={delays.late} _0="Aucun n’est en retard." one="Un est en retard." other="# sont en retard." />{' '}
        {delays.praise ? (
          <>
            <Plural value={delays.praise} one="Une félicitation," other="# félicitations," /> <Plural value={delays.passed_on} _0="aucune encore transmise." one="une transmise." other="# transmises." />
          </>
        ) : null}
      </p>
    </>
  )
}

function Reading({ name, delay }: { name: string; delay: RelayDelay }) {
  return (
    <div>
      <dt>
        {name} <PartyMark side={delay.side} />
      </dt>
      <dd className="relay-median">
        <Value seconds={delay.median_s} atLeast={delay.median_at_least} />
      </dd>
      <dd className="soft small">
        {delay.waits ? (
          <>
            <Trans>En médiane ; neuvième décile :</Trans> <Value seconds={delay.p90_s} atLeast={delay.p90_at_least} />.{' '}
            <Plural value={delay.waits} one="Une attente," other="# attentes," /> <Plural value={delay.open} _0="aucune en cours." one="une en cours." other="# en cours." />
          </>
        ) : (
          <Trans>Aucune attente.</Trans>
        )}
      </dd>
    </div>
  )
}

function Value({ seconds, atLeast }: { seconds: number | null; atLeast: boolean }) {
  const format = useFormat()
  if (seconds === null) return '–'
  return atLeast ? <Trans>au moins {format.duration(seconds)}</Trans> : format.duration(seconds)
}
