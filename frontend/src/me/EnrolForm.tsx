import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { sessionQuery } from '../api/session'
import type { Enrolment } from '../api/types'
import { CopyValue } from '../ui/CopyValue'
import { CodeField, OwnPassword, Why } from './Fields'
import { BORDER, pathOf } from './picture'
import { secondFactorQuery, sessionsQuery } from './queries'

interface EnrolFormProps {
  onActive: (codes: readonly string[]) => void
  onCancel: () => void
}

/** The password, then the picture, then a first code: nothing is asked at sign-in before that. */
export function EnrolForm({ onActive, onCancel }: EnrolFormProps) {
  const { t } = useLingui()
  const [password, setPassword] = useState('')
  const begin = useMutation({
    mutationFn: async () => (await client.POST('/auth/second-factor', { body: { password } })).data!,
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    begin.mutate()
  }
  if (begin.data) return <Show enrolment={begin.data} onActive={onActive} onCancel={onCancel} />
  return (
    <form className="me-form" onSubmit={submit} aria-label={t`Activer la double authentification`}>
      <p>
        <Trans>
          Il vous faut une application d’authentification sur votre téléphone : celle de votre entreprise, FreeOTP, Aegis ou une autre qui lit la norme TOTP.
        </Trans>
      </p>
      <OwnPassword value={password} onChange={setPassword} error={begin.error} />
      <div className="me-acts">
        <button className="button" disabled={begin.isPending}>
          <Trans>Continuer</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
        <Why error={begin.error} />
      </div>
    </form>
  )
}

function Show({ enrolment, onActive, onCancel }: { enrolment: Enrolment } & EnrolFormProps) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const activate = useMutation({
    mutationFn: async () => (await client.POST('/auth/second-factor/activations', { body: { code } })).data!,
    onSuccess: async ({ recovery_codes: codes }) => {
      onActive(codes)
      // The session is another one now, opened by both proofs.
      await Promise.all([secondFactorQuery, sessionsQuery, sessionQuery].map((one) => queries.invalidateQueries({ queryKey: one.queryKey })))
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    activate.mutate()
  }
  const size = enrolment.picture.length + 2 * BORDER
  return (
    <form className="me-form" onSubmit={submit} aria-label={t`Activer la double authentification`}>
      <h3 ref={title} tabIndex={-1}>
        <Trans>Lire ce code avec l’application</Trans>
      </h3>
      <svg className="qr" viewBox={`${-BORDER} ${-BORDER} ${size} ${size}`} role="img" aria-label={t`Code QR à lire avec l’application ; le texte ci-dessous dit la même chose.`}>
        <rect className="qr-paper" x={-BORDER} y={-BORDER} width={size} height={size} />
        <path className="qr-ink" d={pathOf(enrolment.picture)} shapeRendering="crispEdges" />
      </svg>
      <div>
        <p className="small">
          <Trans>Sans appareil photo, saisir cette clé dans l’application :</Trans>
        </p>
        <CopyValue value={enrolment.secret} />
      </div>
      <CodeField value={code} onChange={setCode} error={activate.error} />
      <div className="me-acts">
        <button className="button" disabled={activate.isPending}>
          <Trans>Activer</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Trans>Annuler</Trans>
        </button>
        <Why error={activate.error} />
      </div>
    </form>
  )
}
