import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { organisationNamesQuery } from '../contracts/queries'
import { Field } from './Field'
import { useKinds } from './words'

export const KINDS: Contract['kind'][] = ['externalisation', 'specialisee', 'capacite']
export const ZONES = ['Europe/Paris', 'Europe/Brussels', 'Europe/Zurich', 'Africa/Casablanca', 'Africa/Tunis', 'Indian/Antananarivo', 'Indian/Reunion', 'UTC']

/** What a draft says of itself, as it is typed; `ends` is empty without a last day. */
export interface Drafted {
  title: string
  kind: Contract['kind']
  client: string
  provider: string
  zone: string
  starts: string
  ends: string
}

export function useContractLabels() {
  const { t } = useLingui()
  return {
    title: t`Intitulé`, kind: t`Type de relation`, donneur_ordre_id: t`Code du donneur d’ordre`, sous_traitant_id: t`Code du prestataire`,
    starts_on: t`Premier jour`, ends_on: t`Dernier jour`, zone: t`Fuseau horaire`,
  }
}

/** Title, parties, kind, dates and zone; whoever may not name the parties does not see their codes. */
export function ContractFields({ draft, set, parties }: { draft: Drafted; set: (part: Partial<Drafted>) => void; parties: boolean }) {
  const { t } = useLingui()
  const session = useSession()!
  const administers = session.functions.includes('platform_admin')
  const names = useQuery(organisationNamesQuery).data ?? {}
  const others = Object.entries(names).filter(([id]) => id !== session.organisation.id)
  const kinds = useKinds()
  const labels = useContractLabels()
  return (
    <>
      <Field label={labels.title}>
        <input required maxLength={200} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      {parties && administers ? (
        <Field label={labels.donneur_ordre_id}>
          <input required list="known" maxLength={36} value={draft.client} onChange={(event) => set({ client: event.target.value })} />
        </Field>
      ) : null}
      {parties ? (
        <>
          <Field
            label={labels.sous_traitant_id}
            hint={administers ? null : <Trans>Le prestataire le lit sous la liste de ses contrats et vous le donne : personne ne voit la liste des organisations.</Trans>}
          >
            <input required list="known" maxLength={36} spellCheck={false} value={draft.provider} onChange={(event) => set({ provider: event.target.value })} />
          </Field>
          <datalist id="known">
            {others.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
          {names[draft.provider] ? <p className="small soft">{names[draft.provider]}</p> : null}
        </>
      ) : null}
      <fieldset className="field">
        <legend>{labels.kind}</legend>
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
            {[...new Set([draft.zone, ...ZONES])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </Field>
      </div>
    </>
  )
}
