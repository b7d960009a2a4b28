import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'

interface MeanwhileProps {
  rows: readonly { label: string; mine: ReactNode; theirs: ReactNode }[]
  keep: () => void
  take: () => void
  busy: boolean
}

/** Somebody else wrote first: both versions side by side, nothing of what was typed is lost, and one chooses. */
export function Meanwhile({ rows, keep, take, busy }: MeanwhileProps) {
  const { t } = useLingui()
  const heads = { part: t`Ce qui diffère`, theirs: t`Enregistré entre-temps`, mine: t`Votre saisie` }
  return (
    <section className="meanwhile" role="alert">
      <h3>
        <Trans>Quelqu’un a modifié ce contrat entre-temps. Votre saisie est gardée : choisissez.</Trans>
      </h3>
      {rows.length ? (
        <ScrollRegion label={heads.part}>
          <table className="ledger cards">
            <Heads labels={Object.values(heads)} />
            <tbody>
              {rows.map(({ label, mine, theirs }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <Cell label={heads.theirs}>{theirs}</Cell>
                  <Cell label={heads.mine}>{mine}</Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <p>
          <Trans>Rien de ce que vous avez saisi n’est touché.</Trans>
        </p>
      )}
      <div className="acts">
        <button type="button" className="button" disabled={busy} onClick={keep}>
          <Trans>Enregistrer ma saisie</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={take}>
          <Trans>Garder ce qui est enregistré</Trans>
        </button>
      </div>
    </section>
  )
}
