import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { organisationNamesQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { ContractFields, useContractLabels, type Drafted } from './ContractFields'
import { correctionOf, draftedOf, type Correction } from './draft'
import { Meanwhile } from './Meanwhile'
import { Refused } from './Refused'
import { useKinds } from './words'
import { correctContract, useWrite } from './write'

/** A draft corrected from the version that was read; a lost race keeps what was typed and shows both. */
export function DraftForm({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const { t } = useLingui()
  const session = useSession()!
  const show = useShown()
  const labels = useContractLabels()
  const [read, setRead] = useState(contract)
  const [draft, setDraft] = useState<Drafted>(draftedOf(contract))
  const write = useWrite(correctContract(contract.id), onDone)
  const typed = correctionOf(read, draft)
  const parties = session.functions.includes('platform_admin') || session.organisation.id === read.donneur_ordre_id
  const send = (revision: number) => (Object.keys(typed).length ? write.mutate({ revision, body: typed }) : onDone())
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(read.revision)
  }
  const overtaken = isStatus(write.error, 412) && contract.revision !== read.revision
  const rows = (Object.keys(typed) as (keyof Correction)[])
    .filter((name) => contract[name] !== typed[name])
    .map((name) => ({ label: labels[name], mine: show(name, typed), theirs: show(name, contract) }))
  return (
    <form className="set-up-form" onSubmit={submit} aria-label={t`Corriger le brouillon`}>
      <ContractFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} parties={parties} />
      {overtaken ? (
        <Meanwhile
          rows={rows}
          busy={write.isPending}
          keep={() => send(contract.revision)}
          take={() => {
            setRead(contract)
            setDraft(draftedOf(contract))
            write.reset()
          }}
        />
      ) : (
        <Refused error={write.error} labels={labels} />
      )}
      <div className="acts">
        {overtaken ? null : (
          <button className="button" disabled={write.isPending}>
            <Trans>Enregistrer la correction</Trans>
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

/** A part of a draft in words. */
export function useShown() {
  const format = useFormat()
  const kinds = useKinds()
  const names = useQuery(organisationNamesQuery).data ?? {}
  return (name: keyof Correction, said: Correction): string => {
    const value = said[name]
    if (!value) return '–'
    if (name === 'kind') return kinds.name(value as Contract['kind'])
    if (name === 'starts_on' || name === 'ends_on') return format.day(value, 'full')
    return name === 'donneur_ordre_id' || name === 'sous_traitant_id' ? (names[value] ?? value) : value
  }
}
