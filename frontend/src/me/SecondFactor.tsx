import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../api/session'
import type { SecondFactor as Held } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { CodesOnce } from './CodesOnce'
import { EnrolForm } from './EnrolForm'
import { secondFactorQuery } from './queries'
import { RemoveForm } from './RemoveForm'
import { RenewForm } from './RenewForm'

type Act = 'enrol' | 'renew' | 'remove' | null

/** The code asked beside the password: set up, renewed, taken away. */
export function SecondFactor() {
  const held = useQuery({ ...secondFactorQuery, staleTime: 0 })
  const signs = useSession()?.functions.includes('signatory') ?? false
  const [act, setAct] = useState<Act>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const { hash } = useLocation()
  const known = held.data !== undefined
  useEffect(() => {
    // Sent here by a refusal, from another page: what is to be done stands before the reader.
    if (hash !== 'double-authentification' || !known) return
    title.current?.scrollIntoView()
    title.current?.focus({ preventScroll: true })
  }, [hash, known])
  const done = (drawn: readonly string[] | null) => {
    setCodes(drawn)
    setAct(null)
  }
  return (
    <section className="second-factor" id="double-authentification">
      <h2 className="ruled" ref={title} tabIndex={-1}>
        <Trans>Double authentification</Trans>
      </h2>
      {codes ? <CodesOnce codes={codes} onClose={() => setCodes(null)} /> : null}
      <Answer query={held} height={120}>
        {(now) =>
          act === 'enrol' ? (
            <EnrolForm onActive={done} onCancel={() => setAct(null)} />
          ) : act === 'renew' ? (
            <RenewForm onDrawn={done} onCancel={() => setAct(null)} />
          ) : act === 'remove' ? (
            <RemoveForm onRemoved={() => done(null)} onCancel={() => setAct(null)} />
          ) : (
            <Standing held={now} signs={signs} onAct={setAct} />
          )
        }
      </Answer>
    </section>
  )
}

function Standing({ held, signs, onAct }: { held: Held; signs: boolean; onAct: (act: Act) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const left = held.recovery_codes_left
  if (!held.active || !held.active_since) {
    return (
      <>
        <p className="prose">
          <Trans>
            À chaque connexion, un code de votre téléphone est demandé après le mot de passe : un mot de passe deviné ou volé n’ouvre plus rien.
          </Trans>
        </p>
        {signs ? (
          <p className="notice">
            <Trans>Vous êtes signataire : sans elle, vous ne pouvez pas accepter un contrat ni un avenant.</Trans>
          </p>
        ) : null}
        <p>
          <button type="button" className="button" onClick={() => onAct('enrol')}>
            <Trans>Activer la double authentification</Trans>
          </button>
        </p>
      </>
    )
  }
  return (
    <>
      <p>
        <Trans>Active depuis le {format.instant(held.active_since, true)}.</Trans>
      </p>
      <p className={left < 3 ? 'notice' : 'soft'}>
        {left === 0 ? t`Il ne reste aucun code de secours : créez-en dix autres.` : t`Codes de secours encore bons : ${left} sur 10.`}
      </p>
      <div className="me-acts">
        <button type="button" className="button-quiet" onClick={() => onAct('renew')}>
          <Trans>Créer dix autres codes de secours</Trans>
        </button>
        <button type="button" className="link-button" onClick={() => onAct('remove')}>
          <Trans>Désactiver la double authentification</Trans>
        </button>
      </div>
    </>
  )
}
