import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Contract } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { count, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import type { Chosen, LineFate, Received } from './queries'
import { useImportWords } from './words'

interface FatesProps {
  contract: Contract
  chosen: Chosen
  received: Pick<Received, 'lines' | 'summary'>
  /** Already kept, or still to be. */
  kept: boolean
}

const SHOWN = 50

/** What became of the lines, or would: counted, and the refused ones with their column and why. */
export function Fates({ contract, chosen, received, kept }: FatesProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useImportWords()
  const { summary, lines } = received
  const apart = lines.filter((one) => one.verdict === 'refused' || one.verdict === 'conflict')
  const twice = lines.filter((one) => one.verdict === 'stored' && !one.counted).length
  const why = (one: LineFate) => (one.verdict === 'conflict' ? t`le même identifiant porte déjà une autre réponse, qui reste` : words.fault(one.fault))
  const columnOf = (one: LineFate) => (one.column ? words.column(one.column) : one.verdict === 'conflict' ? words.column('key') : '')
  const heads = { line: t`Ligne`, column: t`Colonne`, why: t`Raison` }
  const table = (): ExportTable => ({
    title: t`Lignes écartées`,
    fileName: `${contract.title} ${t`Lignes écartées`}`,
    zone: format.zone,
    headers: [heads.line, heads.column, heads.why, t`Ligne telle qu’elle est écrite`],
    rows: apart.map((one) => [count(one.line), text(columnOf(one)), text(why(one)), text(chosen.file.written(one.line))]),
    definitions: [{ name: heads.line, definition: t`Numéro dans le fichier ; l’en-tête est la ligne 1.`, unit: t`nombre` }],
    facts: [
      [t`Contrat`, contract.title],
      [t`Fichier`, chosen.name],
    ],
  })
  return (
    <>
      <dl className="fates">
        <div>
          <dt>{kept ? <Trans>Enregistrées</Trans> : <Trans>Nouvelles</Trans>}</dt>
          <dd>{format.integer(summary.stored)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Déjà connues</Trans>
          </dt>
          <dd>{format.integer(summary.duplicate)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Contredites</Trans>
          </dt>
          <dd>{format.integer(summary.conflict)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Refusées</Trans>
          </dt>
          <dd>{format.integer(summary.refused)}</dd>
        </div>
      </dl>
      {twice ? (
        <p className="soft small">
          <Plural
            value={twice}
            one="Une réponse est déjà venue avec son ticket : gardée, elle ne compte pas une seconde fois."
            other="# réponses sont déjà venues avec leur ticket : gardées, elles ne comptent pas une seconde fois."
          />
        </p>
      ) : null}
      {apart.length ? (
        <>
          <div className="panel-head">
            <h3>
              <Trans>Lignes écartées</Trans>
            </h3>
            <div className="end">
              <ExportMenu table={table} />
            </div>
          </div>
          <ScrollRegion label={t`Lignes écartées`} height={420}>
            <table className="ledger cards">
              <Heads labels={Object.values(heads)} />
              <tbody>
                {apart.slice(0, SHOWN).map((one) => (
                  <tr key={one.line}>
                    <th scope="row">{t`Ligne ${format.integer(one.line)}`}</th>
                    <Cell label={heads.column}>{columnOf(one)}</Cell>
                    <Cell label={heads.why}>{why(one)}</Cell>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {apart.length > SHOWN ? (
            <p className="soft small">
              <Trans>Les {SHOWN} premières sont montrées ; l’export les contient toutes, telles qu’elles sont écrites.</Trans>
            </p>
          ) : null}
        </>
      ) : null}
    </>
  )
}
