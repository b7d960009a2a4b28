import './setup.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { useSession } from '../api/session'
import { useToday } from '../format/use-today'
import { useTitle } from '../ui/use-title'
import { ContractFields, KINDS, useContractLabels, ZONES, type Drafted } from './ContractFields'
import { Refused } from './Refused'
import { useWrite } from './write'

/** Parties, kind and dates: from here on both parties see the draft and go on with it together. */
export function NewContractPage() {
  const { t } = useLingui()
  useTitle(t`Préparer un contrat`)
  const session = useSession()!
  const administers = session.functions.includes('platform_admin')
  const navigate = useNavigate()
  const today = useToday()
  const [draft, setDraft] = useState<Drafted>({ title: '', kind: KINDS[0]!, client: administers ? '' : session.organisation.id, provider: '', zone: ZONES[0]!, starts: today, ends: '' })
  const create = useWrite(
    async () => {
      const { data } = await client.POST('/api/contracts/v1/contracts', {
        body: {
          title: draft.title, kind: draft.kind, zone: draft.zone, starts_on: draft.starts, ends_on: draft.ends || null,
          donneur_ordre_id: draft.client.trim(), sous_traitant_id: draft.provider.trim(),
        },
      })
      return data!
    },
    (contract) => void navigate({ to: '/contrats/$contractId/mise-en-route', params: { contractId: contract.id } }),
  )
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    create.mutate(undefined)
  }
  const labels = useContractLabels()
  return (
    <>
      <h1>
        <Trans>Préparer un contrat</Trans>
      </h1>
      <p className="prose soft">
        <Trans>
          Le contrat naît comme brouillon, lisible par les deux parties. Il entre en vigueur quand toutes deux ont accepté le même texte ;
          jusque-là, intitulé, type et dates se corrigent, et les parties tant que rien n’en dépend.
        </Trans>
      </p>
      <form className="set-up-form" onSubmit={submit} aria-label={t`Préparer un contrat`}>
        <ContractFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} parties />
        <Refused error={create.error} labels={labels} />
        <div className="acts">
          <button className="button" disabled={create.isPending}>
            <Trans>Créer le brouillon</Trans>
          </button>
        </div>
      </form>
    </>
  )
}
