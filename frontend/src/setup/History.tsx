import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Contract, ContractCorrection } from '../api/types'
import { closingsQuery, commitmentsQuery, correctionsQuery, objectivesQuery, useTerms } from '../contracts/steps'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { By } from './By'
import { definitionOf } from './catalogue'
import { useContractLabels } from './ContractFields'
import type { Correction } from './draft'
import { useShown } from './DraftForm'
import { changesOf, partsOf, type Change } from './changes'

const SHOWN = 30

/** Who changed what and when, the value before beside the value after. */
export function History({ contract }: { contract: Contract }) {
  const terms = useTerms(contract.id) ?? []
  const objectives = useQuery(objectivesQuery(contract.id)).data?.items ?? []
  const commitments = useQuery(commitmentsQuery(contract.id)).data?.items ?? []
  const corrections = useQuery(correctionsQuery(contract.id)).data?.items ?? []
  const closings = useQuery(closingsQuery(contract.id)).data?.items ?? []
  const changes = changesOf(terms, objectives, commitments, corrections)
  if (!changes.length) return null
  return (
    <section className="panel">
      <h2 className="ruled">
        <Trans>Ce qui a été proposé et changé</Trans>
      </h2>
      <ol className="plain history" reversed>
        {changes.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <What change={one} /> <Standing state={one.state} />
            <By version={one.after} />
            {closings.filter((other) => other.version_id === one.id).map((other) => (
              <By key={other.id} version={other} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Standing({ state }: { state: Change['state'] }) {
  if (state === 'proposed') return <Trans>(proposé)</Trans>
  if (state === 'withdrawn') return <Trans>(retiré)</Trans>
  return state === 'refused' ? <Trans>(refusé)</Trans> : null
}

/** What a correction of the draft changed. */
function Corrected({ after: { before, after } }: { after: ContractCorrection }) {
  const labels = useContractLabels()
  const show = useShown()
  const names = (Object.keys(labels) as (keyof typeof labels)[]).filter((name) => after[name] != null || before[name] != null)
  return names.map((name) => (
    <span key={name} className="under">
      {labels[name]} : <del>{show(name, before as Correction)}</del> → <ins>{show(name, after as Correction)}</ins>
    </span>
  ))
}

export function What({ change }: { change: Change }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  if (change.kind === 'draft') return <Corrected after={change.after} />
  if (change.kind === 'terms') {
    const words = { schedules: t`horaires`, reopen_window_hours: t`fenêtre de réouverture`, sla: t`délais promis`, late_grace_hours: t`attente des événements tardifs`, minimum_sample_size: t`réponses au moins`, minimum_data_completeness: t`données complètes`, minimum_time_heard: t`temps sans silence`, repeat_contacts: t`nouveaux contacts`, clocks: t`qui fait attendre` }
    const parts = partsOf(change.before, change.after).map((one) => words[one]).join(', ')
    return <Trans>Paramètres : {parts}</Trans>
  }
  if (change.kind === 'objective') {
    const { before, after } = change
    const { unit } = definitionOf(after.metric)
    const value = format.amount(after.target_value, unit)
    return before ? (
      <Trans>
        Objectif « {after.statement} » : <del>{format.amount(before.target_value, definitionOf(before.metric).unit)}</del> → <ins>{value}</ins>
      </Trans>
    ) : (
      <Trans>
        Objectif « {after.statement} » : {value}
      </Trans>
    )
  }
  const { before, after } = change
  const name = names.figure({ indicator: after.indicator, variant: after.variant })
  const value = format.amount(after.target, after.unit)
  if (after.ends) return <Trans>{name} : engagement retiré</Trans>
  return before && !before.ends ? (
    <Trans>
      {name} : <del>{format.amount(before.target, before.unit)}</del> → <ins>{value}</ins>
    </Trans>
  ) : (
    <Trans>
      {name} : {value}
    </Trans>
  )
}
