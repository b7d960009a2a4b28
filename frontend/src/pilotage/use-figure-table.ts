import { useLingui } from '@lingui/react/macro'
import type { Contract, Figure } from '../api/types'
import { count, figure as amount, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { counterpart } from '../indicators/ranking'
import type { View } from './view'

/** The rows as they are shown, as exact numbers, with what one needs to read them elsewhere. */
export function useFigureTable(contract: Contract, view: View, title: string) {
  const { t } = useLingui()
  const names = useNames()
  const format = useFormat()
  return async (rows: readonly Figure[], before: readonly Figure[] | undefined): Promise<ExportTable> => {
    // Only a file needs them: the page itself does not wait for these words.
    const { FORMULAS } = await import('../indicators/formulas')
    const asOf = rows.map((one) => one.data_as_of).filter((one) => one !== null).toSorted().at(-1)
    const classes = { contractual: t`contractuel`, observed: t`observé` }
    return {
      title,
      fileName: `${contract.title} ${view.period}`,
      headers: [
        t`Indicateur`, t`Clause`, t`Classe`, t`Mesure`, t`Cible`, t`Tolérance`, t`Sens`,
        ...(view.compared ? [format.monthTitle(view.compared)] : []),
        t`Verdict`, t`Certitude`, t`Intervalle, bas`, t`Intervalle, haut`, t`Échantillon`, t`Provisoire`, t`Données au`,
      ],
      rows: rows.map((one) => [
        text(names.figure(one)),
        text(one.commitment?.clause ?? null),
        text(one.commitment ? classes[one.commitment.class] : null),
        amount(one.value, one.unit),
        amount(one.target, one.unit),
        amount(one.tolerance, one.unit),
        text(one.direction === 'higher' ? t`au moins` : t`au plus`),
        ...(view.compared ? [amount(counterpart(one, before)?.value ?? null, one.unit)] : []),
        text(names.verdict(one.verdict)),
        text(names.certainty(one.certainty)),
        amount(one.interval?.low ?? null, one.unit),
        amount(one.interval?.high ?? null, one.unit),
        count(one.sample_size),
        text(one.provisional ? t`oui` : t`non`),
        instant(one.data_as_of),
      ]),
      definitions: [...new Set(rows.map((one) => one.indicator))].map((code) => ({
        name: names.indicator(code),
        definition: FORMULAS[code]?.[format.language] ?? '',
        unit: names.unit(rows.find((one) => one.indicator === code)?.unit ?? 'count'),
      })),
      facts: [
        [t`Contrat`, contract.title],
        [t`Période`, format.month(view.period)],
        [t`État`, rows.some((one) => one.provisional) ? t`provisoire` : t`clos`],
        [t`Données au`, asOf ? format.instant(asOf, true) : t`aucune donnée`],
      ],
      zone: contract.zone,
    }
  }
}
