import { Trans, useLingui } from '@lingui/react/macro'
import type { Trial } from '../api/types'
import { useFormat } from '../format/use-format'
import { useWords } from '../indicators/words'
import { useSourceWords } from '../sources/words'
import { Cell, Heads } from '../ui/Cell'
import { CopyValue } from '../ui/CopyValue'
import { ScrollRegion } from '../ui/ScrollRegion'
import { TicketResult } from './TicketResult'

/** What would become of the body, in words: its fate, what it tells, what it would count for, how to send it. */
export function TrialResult({ trial }: { trial: Trial }) {
  const { t } = useLingui()
  const format = useFormat()
  const fates = useSourceWords()
  const words = useWords()
  const heads = { at: t`Compte à`, ticket: t`Ticket`, event: t`Évènement` }
  return (
    <section className="panel trial">
      <div className="panel-head">
        <h2>
          <Trans>Ce qu’il en adviendrait</Trans>
        </h2>
        <span className="soft small">{format.instant(trial.tried_at)}</span>
      </div>
      <p className={trial.verdict === 'accepted' ? 'notice' : 'notice warning'}>
        <span>
          <strong>{fates.fate(trial.verdict)}</strong>
          {trial.reason ? <> {fates.reason(trial.reason)}</> : null}
          {trial.conflict ? (
            <>
              {' '}
              <Trans>Même clé, autre contenu : elle serait gardée, sans effet.</Trans>
            </>
          ) : null}
        </span>
      </p>
      {trial.awaiting_secret ? (
        <p className="soft">
          <Trans>Le secret de l’outil n’est pas encore connu : l’exemple est signé avec un autre, et une vraie livraison attendrait.</Trans>
        </p>
      ) : null}
      {trial.verdict === 'accepted' && !trial.events.length ? (
        <p>
          <Trans>Ce genre d’évènement est accepté et ne compte pour rien.</Trans>
        </p>
      ) : null}
      {trial.events.length ? (
        <ScrollRegion label={t`Évènements lus`}>
          <table className="ledger cards">
            <Heads labels={Object.values(heads)} />
            <tbody>
              {trial.events.map((one, index) => (
                <tr key={index}>
                  <th scope="row">
                    {format.instant(one.effective_at)}
                    {one.skewed ? (
                      <span className="soft small under">
                        <Trans>Horloge de l’outil en avance : l’heure de réception fait foi.</Trans>
                      </span>
                    ) : null}
                  </th>
                  <Cell label={heads.ticket}>{one.ticket_id}</Cell>
                  <Cell label={heads.event}>
                    {words.event(String(one.event['kind']))}
                    <span className="soft small under">
                      <code>{details(one.event)}</code>
                    </span>
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      {trial.tickets.map((ticket) => (
        <TicketResult key={ticket.ticket_id} ticket={ticket} />
      ))}
      <h3>
        <Trans>En-têtes que l’outil enverrait</Trans>
      </h3>
      <pre className="trial-text">
        <code>
          {Object.entries(trial.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        </code>
      </pre>
      <p className="soft small">
        <Trans>Une signature n’est montrée qu’en partie : qui essaie un exemple ne peut pas l’envoyer au nom de l’outil.</Trans>
      </p>
      <h3>
        <Trans>L’envoyer vraiment, avec le secret</Trans>
      </h3>
      <p className="soft small">
        <Trans>Enregistrez le corps dans sample.json et le secret dans la variable SECRET. La livraison sera alors gardée et comptée.</Trans>
      </p>
      <CopyValue value={trial.command} block />
    </section>
  )
}

/** What an event tells beside its kind; what it does not tell is left out. */
const details = (event: Record<string, unknown>) =>
  Object.entries(event)
    .filter(([name, value]) => name !== 'kind' && value !== null && value !== '' && !(Array.isArray(value) && !value.length))
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ')
