import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type RefObject } from 'react'
import { Menu } from '../exports/Menu'
import type { LineAgainstCommitmentProps } from './types'
import { useChartWords } from './words'

interface ChartExportProps extends Pick<LineAgainstCommitmentProps, 'name' | 'series' | 'compared' | 'provenance'> {
  /** Null while the table is shown: there is no picture to take then. */
  drawing: RefObject<SVGSVGElement | null> | null
}

/** Takes the curve away: as a picture that says where it comes from, or its days to paste into a spreadsheet. */
export function ChartExport({ name, series, compared, provenance, drawing }: ChartExportProps) {
  const { t } = useLingui()
  const words = useChartWords()
  const [told, setTold] = useState('')

  const source = () => {
    const from = words.period(series.items[0]?.period ?? series.from, series.grain, 'long')
    const to = words.period(series.items.at(-1)?.period ?? series.to, series.grain, 'long')
    const taken = words.instant(new Date().toISOString(), true)
    const { contract, state, dataAsOf } = provenance
    const known = dataAsOf ?? t`aucune`
    return [
      t`${contract} — ${provenance.period}, ${state} — du ${from} au ${to}`,
      t`Données : ${known}. Image : ${taken}. Copil.`,
    ]
  }
  const picture = async (kind: 'svg' | 'png') => {
    const shown = drawing?.current
    if (!shown) return
    const [{ toSvgText, toPng }, { fileName, save }] = await Promise.all([import('./picture'), import('../exports/save')])
    const file = await toSvgText(shown, name, source())
    const blob = kind === 'svg' ? new Blob([file.text], { type: 'image/svg+xml' }) : await toPng(file)
    save(blob, fileName([name, provenance.period], kind))
    setTold(t`Image enregistrée.`)
  }
  const copy = async () => {
    const headers = {
      period: series.grain === 'day' ? t`Jour` : t`Mois`,
      value: t`Mesure`,
      numerator: t`Numérateur`,
      denominator: t`Dénominateur`,
      low: t`Intervalle, bas`,
      high: t`Intervalle, haut`,
      target: t`Cible`,
      verdict: t`Verdict`,
    }
    const [{ tableOf }, { toTsv }] = await Promise.all([import('./table-of'), import('../exports/csv')])
    const table = tableOf(series, compared ?? null, headers, (item) => words.verdict(item.verdict), words.zone)
    await navigator.clipboard.writeText(toTsv(table, words.language))
    setTold(t`Données copiées.`)
  }
  const attempt = (act: () => Promise<void>) => () => {
    act().catch(() => setTold(t`L’export n’a pas abouti.`))
  }

  return (
    <Menu
      label={<Trans>Exporter</Trans>}
      told={told}
      items={[
        ...(drawing
          ? [
              { key: 'png', label: t`Image (PNG)`, act: attempt(() => picture('png')) },
              { key: 'svg', label: t`Dessin (SVG)`, act: attempt(() => picture('svg')) },
            ]
          : []),
        { key: 'copy', label: t`Copier les données`, act: attempt(copy) },
      ]}
    />
  )
}
