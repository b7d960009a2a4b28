import '../scope/scope.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { AgreedPanel } from '../agreed/AgreedPanel'
import type { Contract, StaffVersion } from '../api/types'
import { approveStaff, staffQuery } from './queries'
import { StaffForm } from './StaffForm'

interface StaffPanelProps {
  contract: Contract
  sourceId: string
}

/** Who of a tool's agents is the client company's own: how many people, since when; never who. */
export function StaffPanel({ contract, sourceId }: StaffPanelProps) {
  const { t } = useLingui()
  return (
    <AgreedPanel
      title={<Trans>Personnel du donneur d’ordre</Trans>}
      label={t`Personnel du donneur d’ordre`}
      contract={contract}
      sourceId={sourceId}
      versions={useQuery(staffQuery(contract.id, sourceId))}
      approve={approveStaff(contract.id, sourceId)}
      Content={People}
      From={From}
      Form={StaffForm}
      nothing={
        <p className="soft prose">
          <Trans>Aucune liste : toutes les réponses publiques des agents de cet outil comptent comme celles du prestataire.</Trans>
        </p>
      }
      words={{
        set: <Trans>Indiquer ce personnel</Trans>,
        change: <Trans>Remplacer la liste</Trans>,
        waits: <Trans>Une liste attend l’accord de l’autre partie.</Trans>,
        approve: <Trans>Approuver cette liste</Trans>,
        others: <Trans>Autres versions de la liste</Trans>,
      }}
    />
  )
}

function People({ version: { people } }: { version: StaffVersion }) {
  return (
    <p>
      {people ? (
        <Plural value={people} one="Une personne du donneur d’ordre répond dans cet outil." other="# personnes du donneur d’ordre répondent dans cet outil." />
      ) : (
        <Trans>Personne du donneur d’ordre ne répond dans cet outil.</Trans>
      )}
    </p>
  )
}

const From = ({ day }: { day: string }) => <Trans>Pour les messages écrits à partir du {day}.</Trans>
