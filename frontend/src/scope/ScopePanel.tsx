import './scope.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { AgreedPanel } from '../agreed/AgreedPanel'
import type { Contract, Scope } from '../api/types'
import { Term } from '../ui/Term'
import { Conditions } from './Conditions'
import { approveScope, scopesQuery } from './queries'
import { ScopeForm } from './ScopeForm'

interface ScopePanelProps {
  contract: Contract
  sourceId: string
  /** In the assistant the step has its own title. */
  bare?: boolean
}

/** Which tickets of a source belong to this contract. */
export function ScopePanel({ contract, sourceId, bare = false }: ScopePanelProps) {
  const { t } = useLingui()
  return (
    <AgreedPanel
      title={
        <>
          <Trans>Périmètre</Trans> <Term code="perimetre" word={t`Périmètre`} />
        </>
      }
      label={t`Périmètre`}
      bare={bare}
      contract={contract}
      sourceId={sourceId}
      versions={useQuery(scopesQuery(contract.id, sourceId))}
      approve={approveScope(contract.id, sourceId)}
      Content={Content}
      From={From}
      Form={ScopeForm}
      nothing={<Conditions conditions={[]} />}
      words={{
        set: <Trans>Fixer un périmètre</Trans>,
        change: <Trans>Changer le périmètre</Trans>,
        waits: <Trans>Un périmètre attend l’accord de l’autre partie.</Trans>,
        approve: <Trans>Approuver ce périmètre</Trans>,
        others: <Trans>Autres versions du périmètre</Trans>,
      }}
    />
  )
}

const Content = ({ version }: { version: Scope }) => <Conditions conditions={version.conditions} />

const From = ({ day }: { day: string }) => <Trans>Pour les tickets créés à partir du {day}.</Trans>
