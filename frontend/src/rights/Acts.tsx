import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ApiError } from '../api/problems'
import type { PersonRequest } from '../api/types'
import { fileName, save } from '../exports/save'
import { ConfirmButton } from '../ui/ConfirmButton'
import { Field } from '../ui/Field'
import { exported, findings, requestsQuery, take, type Step } from './queries'

interface ActsProps {
  contractId: string
  request: PersonRequest
  late: boolean
}

/** What the party in charge can do next. */
export function Acts({ contractId, request, late }: ActsProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'extend' | 'refuse' | null>(null)
  const [reason, setReason] = useState('')
  const renew = () => queries.invalidateQueries(requestsQuery(contractId))
  const step = useMutation({
    mutationFn: ({ what, why }: { what: Step; why?: string }) => take(contractId, request.id, what, why),
    onSuccess: async () => {
      setAsking(null)
      setReason('')
      await renew()
    },
  })
  const found = useMutation({ mutationFn: () => findings(contractId, request.id) })
  const take_out = useMutation({
    mutationFn: async () => save(await exported(contractId, request.id), fileName([t`Export`, request.case_reference ?? request.id], 'json')),
    onSuccess: renew,
  })
  const erasing = request.erasure !== null
  const busy = step.isPending || found.isPending || take_out.isPending
  const error = step.error ?? found.error ?? take_out.error
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (asking) step.mutate({ what: asking, why: reason.trim() })
  }
  return (
    <div className="no-print">
      <div className="rights-acts">
        {request.state === 'received' ? (
          <button type="button" className="button-quiet" disabled={busy} onClick={() => step.mutate({ what: 'start' })}>
            <Trans>Prendre en charge</Trans>
          </button>
        ) : null}
        {request.erasure === 'done' ? null : (
          <button type="button" className="button-quiet" disabled={busy} onClick={() => found.mutate()}>
            {found.isPending ? <Trans>Recherche…</Trans> : <Trans>Chercher ce que Copil garde</Trans>}
          </button>
        )}
        {request.erasure === 'done' ? null : (
          <button type="button" className="button-quiet" disabled={busy} onClick={() => take_out.mutate()}>
            {take_out.isPending ? <Trans>Préparation du fichier…</Trans> : <Trans>Exporter (JSON)</Trans>}
          </button>
        )}
        {request.kind === 'erasure' && !erasing ? (
          <ConfirmButton
            className="button-quiet"
            label={<Trans>Effacer</Trans>}
            question={<Trans>Effacer les contenus bruts, les mots des réponses et les pseudonymes de cette personne ? Rien ne permet d’y revenir. Les faits sans nom et les chiffres restent.</Trans>}
            confirm={<Trans>Effacer définitivement</Trans>}
            busy={busy}
            act={() => step.mutate({ what: 'erase' })}
          />
        ) : null}
        {request.kind === 'access' || request.erasure === 'done' ? (
          <button type="button" className="button" disabled={busy} onClick={() => step.mutate({ what: 'answer' })}>
            <Trans>La personne a reçu sa réponse</Trans>
          </button>
        ) : null}
        {request.extended || late ? null : (
          <button type="button" className="button-quiet" aria-expanded={asking === 'extend'} disabled={busy} onClick={() => setAsking(asking === 'extend' ? null : 'extend')}>
            <Trans>Prolonger</Trans>
          </button>
        )}
        {erasing ? null : (
          <button type="button" className="button-quiet" aria-expanded={asking === 'refuse'} disabled={busy} onClick={() => setAsking(asking === 'refuse' ? null : 'refuse')}>
            <Trans>Refuser</Trans>
          </button>
        )}
      </div>
      {asking ? (
        <form className="rights-form" onSubmit={submit}>
          <Field label={asking === 'extend' ? t`Motif de la prolongation, à dire à la personne` : t`Motif du refus, à dire à la personne`} hint={<Trans>Sans nom : les deux parties le lisent.</Trans>}>
            <textarea required rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <div>
            <button className="button" disabled={busy || !reason.trim()}>
              {asking === 'extend' ? <Trans>Prolonger de deux mois</Trans> : <Trans>Refuser la demande</Trans>}
            </button>
          </div>
        </form>
      ) : null}
      <div role="status">
        {found.data ? (
          <p className="notice">
            <span>
              <Plural value={found.data.tickets} _0="Aucun ticket" one="Un ticket" other="# tickets" />,{' '}
              <Plural value={found.data.contents} _0="aucun contenu brut" one="un contenu brut" other="# contenus bruts" />,{' '}
              <Plural value={found.data.answers} _0="aucune réponse" one="une réponse" other="# réponses" />{' '}
              <Plural value={found.data.words} _0="(sans commentaire)." one="(dont une avec commentaire)." other="(dont # avec commentaire)." />
            </span>
          </p>
        ) : null}
        {take_out.isSuccess ? (
          <p className="notice">
            <Trans>Fichier enregistré. Il contient des données personnelles : à transmettre à la personne seule, puis à supprimer.</Trans>
          </p>
        ) : null}
      </div>
      {error ? (
        <p className="field-error" role="alert">
          {error instanceof ApiError && error.status === 409 ? (
            <Trans>La demande a changé entre-temps. Relisez-la, puis recommencez.</Trans>
          ) : error instanceof ApiError && error.status === 403 ? (
            <Trans>Cet acte revient à un responsable de la partie qui répond.</Trans>
          ) : (
            <Trans>Cela n’a pas abouti. Réessayez.</Trans>
          )}
        </p>
      ) : null}
    </div>
  )
}
