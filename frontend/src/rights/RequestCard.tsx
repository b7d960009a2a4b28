import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { PersonRequest } from '../api/types'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Acts } from './Acts'
import { daysUntil, urgencyOf } from './days'
import type { Side } from './queries'
import { useRightsWords } from './words'

interface RequestCardProps {
  contractId: string
  request: PersonRequest
  side: Side | null
  manages: boolean
}

/** One request: how long is left, what is expected of whom, and what was done. */
export function RequestCard({ contractId, request, side, manages }: RequestCardProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useRightsWords()
  const today = useToday()
  const urgency = urgencyOf(request, today)
  const left = daysUntil(today, request.due_on)
  const passed = -left
  const charge = words.side(request.in_charge)
  const identified = request.identified_by.map(words.reference).join(', ').toLowerCase()
  return (
    <article className="card rights-card">
      <h3>
        {words.kind(request.kind)}
        {request.case_reference ? <span className="soft"> · {request.case_reference}</span> : null}
      </h3>
      <dl className="facts">
        <div>
          <dt>
            <Trans>État</Trans>
          </dt>
          <dd>
            {words.state(request.state)}
            {request.erasure ? <span className="under soft small">{words.erasure(request.erasure)}</span> : null}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Reçue le</Trans>
          </dt>
          <dd>{format.day(request.received_on, 'full')}</dd>
        </div>
        <div>
          <dt>{request.extended ? <Trans>Échéance prolongée</Trans> : <Trans>Échéance</Trans>}</dt>
          <dd>
            {format.day(request.due_on, 'full')}
            {urgency === 'late' ? (
              <strong className="under rights-late">
                <Plural value={passed} one="en retard d’un jour" other="en retard de # jours" />
              </strong>
            ) : urgency === 'over' ? null : (
              <span className={urgency === 'soon' ? 'under rights-soon' : 'under soft small'}>
                <Plural value={left} _0="dernier jour" one="reste un jour" other="restent # jours" />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Retrouvée par</Trans>
          </dt>
          <dd>{identified}</dd>
        </div>
      </dl>
      {urgency === 'over' ? null : (
        <p>
          {side === request.in_charge ? (
            <Trans>C’est à vous de répondre à la personne ; l’autre partie aide à retrouver ses données.</Trans>
          ) : (
            <Trans>Répond : le {charge}. À vous de lui transmettre ce que vous savez de la personne hors de Copil.</Trans>
          )}
        </p>
      )}
      {request.erased ? (
        <p className="small">
          <Trans>
            Effacé : {format.integer(request.erased['contents'] ?? 0)} contenus bruts de {format.integer(request.erased['tickets'] ?? 0)} tickets,{' '}
            {format.integer(request.erased['answers'] ?? 0)} réponses. Les chiffres n’ont pas changé.
          </Trans>
        </p>
      ) : null}
      {manages && side === request.in_charge && urgency !== 'over' ? <Acts contractId={contractId} request={request} late={urgency === 'late'} /> : null}
      <details className="small">
        <summary>
          <Trans>Ce qui a été fait</Trans>
        </summary>
        <ol className="plain">
          {request.steps.map((one) => (
            <li key={one.at + one.step}>
              <time dateTime={one.at}>{format.instant(one.at, true)}</time> — {words.step(one.step)}
              {one.side ? t` (${words.side(one.side)})` : null}
              {one.reason ? <span lang=""> : {one.reason}</span> : null}
            </li>
          ))}
        </ol>
        <p className="soft">
          <Trans>Pseudonymes de la personne dans ce contrat :</Trans>{' '}
          {request.pseudonyms.map((one) => (
            <code key={one}>{one.slice(0, 12)} </code>
          ))}
        </p>
      </details>
    </article>
  )
}
