import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { RelayTeam } from '../api/types'
import { rememberSecret, secretOf } from '../connect/secrets'
import { useFormat } from '../format/use-format'
import { ConfirmButton } from '../ui/ConfirmButton'
import { CopyValue } from '../ui/CopyValue'
import { Mark } from '../ui/Verdict'
import { HookForm } from './HookForm'
import { Messages } from './Messages'
import { useHookWrites, type Hook } from './queries'
import { Verify } from './Verify'
import { HOOK_TONES, useOutgoingWords } from './words'

interface HookCardProps {
  contractId: string
  hook: Hook
  teams: readonly RelayTeam[]
  manages: boolean
}

/** One tool: where it is, what it is told, how it goes; and for the provider's managers what can be done. */
export function HookCard({ contractId, hook, teams, manages }: HookCardProps) {
  const format = useFormat()
  const words = useOutgoingWords()
  const writes = useHookWrites(contractId, hook.id)
  const [told, setTold] = useState(() => secretOf(hook.id))
  const acts = manages && hook.state !== 'removed'
  const names = hook.teams?.map((one) => teams.find((team) => team.id === one)?.name ?? '–')
  const renew = () =>
    writes.renew.mutate(undefined, {
      onSuccess: (drawn) => {
        rememberSecret(hook.id, drawn)
        setTold(drawn)
      },
    })
  return (
    <section className="panel outgoing-hook" aria-labelledby={`hook-${hook.id}`}>
      <div className="panel-head">
        <h2 id={`hook-${hook.id}`}>{hook.name}</h2>
        <span className={`pill tone-${HOOK_TONES[hook.state]}`}>
          <Mark tone={HOOK_TONES[hook.state]} />
          {words.state(hook.state)}
        </span>
      </div>
      {hook.off_reason ? (
        <p className="notice warning">
          <span>
            {words.off(hook.off_reason)} {hook.changed_at ? <Trans>Arrêté le {format.instant(hook.changed_at)}.</Trans> : null}
          </span>
        </p>
      ) : hook.failing_since && hook.state !== 'removed' ? (
        <p className="notice warning">
          <span>
            <Trans>Rien n’est accepté depuis le {format.instant(hook.failing_since)}. Après cinq jours, l’envoi s’arrête.</Trans>
          </span>
        </p>
      ) : null}
      <dl className="outgoing-facts">
        <div>
          <dt>{hook.url ? <Trans>Adresse</Trans> : <Trans>Hôte</Trans>}</dt>
          <dd className="outgoing-url">{hook.url ?? hook.host}</dd>
        </div>
        <div>
          <dt>
            <Trans>Envoyé</Trans>
          </dt>
          <dd>{hook.events.map(words.event).join(' · ')}</dd>
        </div>
        <div>
          <dt>
            <Trans>Équipes</Trans>
          </dt>
          <dd>{names ? names.join(', ') : <Trans>Toutes</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>En attente</Trans>
          </dt>
          <dd>
            <Plural value={hook.waiting} _0="aucun message" one="un message" other="# messages" />
          </dd>
        </div>
      </dl>
      <p className="soft small">
        <Trans>
          Ajouté le {format.instant(hook.created_at)} par {hook.created_name ?? '–'}.
        </Trans>{' '}
        {hook.state === 'removed' && hook.changed_at ? (
          <Trans>
            Retiré le {format.instant(hook.changed_at)} par {hook.changed_name ?? '–'}.
          </Trans>
        ) : null}
      </p>
      {acts && told ? (
        <div className="notice no-print">
          <div>
            <p>
              <Trans>Le secret, montré une seule fois : il ne pourra plus être lu ici.</Trans>
            </p>
            <CopyValue value={told} block />
          </div>
        </div>
      ) : null}
      {acts ? (
        <>
          <div className="outgoing-acts no-print">
            <button type="button" className="button" disabled={writes.trial.isPending} onClick={() => writes.trial.mutate()}>
              <Trans>Envoyer un essai</Trans>
            </button>
            {hook.state === 'active' ? (
              <button type="button" className="button-quiet" disabled={writes.state.isPending} onClick={() => writes.state.mutate('paused')}>
                <Trans>Suspendre</Trans>
              </button>
            ) : (
              <button type="button" className="button-quiet" disabled={writes.state.isPending} onClick={() => writes.state.mutate('active')}>
                <Trans>Reprendre l’envoi</Trans>
              </button>
            )}
            <ConfirmButton
              className="button-quiet"
              label={<Trans>Renouveler le secret</Trans>}
              question={<Trans>Un nouveau secret sera montré une fois. Pendant 24 heures, l’ancien et le nouveau signent tous deux, le temps de le remplacer dans l’outil.</Trans>}
              confirm={<Trans>Renouveler</Trans>}
              act={renew}
              busy={writes.renew.isPending}
              failed={writes.renew.isError}
            />
            <ConfirmButton
              className="button-quiet"
              label={<Trans>Retirer</Trans>}
              question={<Trans>Retirer « {hook.name} » ? L’adresse et le secret sont oubliés, plus rien n’est envoyé ; son existence reste inscrite pour les deux parties.</Trans>}
              confirm={<Trans>Retirer l’outil</Trans>}
              act={() => writes.remove.mutate()}
              busy={writes.remove.isPending}
              failed={writes.remove.isError}
            />
          </div>
          {hook.previous_secret_until ? (
            <p className="soft small">
              <Trans>L’ancien secret signe encore, jusqu’au {format.instant(hook.previous_secret_until)}.</Trans>
            </p>
          ) : null}
          <details>
            <summary>
              <Trans>Modifier</Trans>
            </summary>
            <HookForm key={hook.changed_at} hook={hook} teams={teams} busy={writes.change.isPending} error={writes.change.error} save={(wanted) => writes.change.mutate(wanted)} />
          </details>
          <Verify />
        </>
      ) : null}
      <h3>
        <Trans>Derniers messages</Trans>
      </h3>
      <Messages contractId={contractId} hook={hook} writes={acts ? writes : null} />
    </section>
  )
}
