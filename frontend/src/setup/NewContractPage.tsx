import './setup.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { organisationNamesQuery } from '../contracts/queries'
import { useToday } from '../format/use-today'
import { useTitle } from '../ui/use-title'
import { Field } from './Field'
import { Refused } from './Refused'
import { useKinds } from './words'
import { useWrite } from './write'

const KINDS: Contract['kind'][] = ['externalisation', 'specialisee', 'capacite']
const ZONES = ['Europe/Paris', 'Europe/Brussels', 'Europe/Zurich', 'Africa/Casablanca', 'Africa/Tunis', 'Indian/Antananarivo', 'Indian/Reunion', 'UTC']

/** Parties, kind and dates: from here on both parties see the draft and go on with it together. */
export function NewContractPage() {
  const { t } = useLingui()
  useTitle(t`Préparer un contrat`)
  const session = useSession()!
  const administers = session.functions.includes('platform_admin')
  const names = useQuery(organisationNamesQuery).data ?? {}
  const others = Object.entries(names).filter(([id]) => id !== session.organisation.id)
  const kinds = useKinds()
  const navigate = useNavigate()
  const today = useToday()
  const [draft, setDraft] = useState({ title: '', kind: KINDS[0]!, client: administers ? '' : session.organisation.id, provider: '', zone: ZONES[0]!, starts: today, ends: '' })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
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
  const labels = { title: t`Intitulé`, sous_traitant_id: t`Code du prestataire`, donneur_ordre_id: t`Code du donneur d’ordre`, ends_on: t`Dernier jour`, starts_on: t`Premier jour`, zone: t`Fuseau horaire` }
  return (
    <>
      <h1>
        <Trans>Préparer un contrat</Trans>
      </h1>
      <p className="prose soft">
        <Trans>
          Le contrat naît comme brouillon, lisible par les deux parties. Il entre en vigueur quand toutes deux ont accepté le même texte ; parties,
          type et dates ne changent plus ensuite.
        </Trans>
      </p>
      <form className="set-up-form" onSubmit={submit} aria-label={t`Préparer un contrat`}>
        <Field label={labels.title}>
          <input required maxLength={200} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
        </Field>
        {administers ? (
          <Field label={labels.donneur_ordre_id}>
            <input required list="known" maxLength={36} value={draft.client} onChange={(event) => set({ client: event.target.value })} />
          </Field>
        ) : null}
        <Field
          label={labels.sous_traitant_id}
          hint={administers ? null : <Trans>Le prestataire le lit sous la liste de ses contrats et vous le donne : personne ne voit la liste des organisations.</Trans>}
        >
          <input
            required
            list="known"
            maxLength={36}
            spellCheck={false}
            value={draft.provider}
            onChange={(event) => set({ provider: event.target.value })}
          />
        </Field>
        <datalist id="known">
          {others.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </datalist>
        {names[draft.provider] ? <p className="small soft">{names[draft.provider]}</p> : null}
        <fieldset className="field">
          <legend>
            <Trans>Type de relation</Trans>
          </legend>
          {KINDS.map((kind) => (
            <label key={kind} className="choice-line">
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => set({ kind })} />
              <span>
                {kinds.name(kind)} <span className="soft small">— {kinds.meaning(kind)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field-row">
          <Field label={labels.starts_on}>
            <input type="date" required value={draft.starts} onChange={(event) => set({ starts: event.target.value })} />
          </Field>
          <Field label={t`Dernier jour (facultatif)`}>
            <input type="date" min={draft.starts} value={draft.ends} onChange={(event) => set({ ends: event.target.value })} />
          </Field>
          <Field label={labels.zone}>
            <select value={draft.zone} onChange={(event) => set({ zone: event.target.value })}>
              {ZONES.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          </Field>
        </div>
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
