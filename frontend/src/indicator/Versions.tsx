import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Explanation, Unit } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { VerdictPill } from '../ui/Verdict'
import { AdjustmentDetail } from './Adjustment'

/** Each value that was published: only these can be quoted later. */
export function Versions({ figureId, versions, unit }: { figureId: string; versions: Explanation['versions']; unit: Unit }) {
  const { t } = useLingui()
  const heads = { version: t`Version`, published: t`Publiée le`, value: t`Valeur`, verdict: t`Verdict`, change: t`Ajustement` }
  return (
    <div id="versions">
      <h3>
        <Trans>Valeurs publiées</Trans>
      </h3>
      {versions.length ? (
        <table className="ledger versions cards">
          <Heads labels={Object.values(heads)} numbers={[heads.value]} />
          <tbody>
            {versions.toReversed().map((one) => (
              <VersionRow key={one.version} figureId={figureId} version={one} unit={unit} heads={heads} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft">
          <Trans>Aucune encore : la valeur est publiée chaque jour à minuit si elle a changé. Celle du dessus est en direct.</Trans>
        </p>
      )}
    </div>
  )
}

interface VersionRowProps {
  figureId: string
  version: Explanation['versions'][number]
  unit: Unit
  heads: Record<'published' | 'value' | 'verdict' | 'change', string>
}

function VersionRow({ figureId, version, unit, heads }: VersionRowProps) {
  const format = useFormat()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <tr>
        <th scope="row">{version.version}</th>
        <Cell label={heads.published}>{format.instant(version.published_at, true)}</Cell>
        <Cell label={heads.value} number>
          {format.amount(version.value, unit)}
        </Cell>
        <Cell label={heads.verdict}>
          <VerdictPill verdict={version.verdict} />
        </Cell>
        <Cell label={heads.change}>
          {version.version > 1 ? (
            <button type="button" className="link-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
              <Trans>Ce qui a changé</Trans>
            </button>
          ) : (
            '–'
          )}
        </Cell>
      </tr>
      <tr id={id} className="ticket-events" hidden={!open}>
        <td colSpan={5}>{open ? <AdjustmentDetail figureId={figureId} version={version.version} /> : null}</td>
      </tr>
    </>
  )
}
