import { useLingui } from '@lingui/react/macro'
import type { Contract, Verbatim } from '../api/types'
import { count, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import type { Wanted } from './queries'
import { useVerbatimWords } from './words'

/** The answers as they are shown: those loaded so far, in the same order. */
export function useVerbatimsTable(contract: Contract, period: string, wanted: Wanted) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useVerbatimWords()
  const question = wanted.question ? words.question(wanted.question) : t`toutes les questions`
  const filters = [wanted.score === null ? question : t`note ${wanted.score}`]
  if (wanted.low) filters.push(t`clients mécontents`)
  if (wanted.theme) filters.push(t`thème ${wanted.theme}`)
  if (wanted.queue) filters.push(t`file ${wanted.queue}`)
  if (wanted.q) filters.push(t`mots « ${wanted.q} »`)
  const filter = filters.join(', ')
  return (verbatims: readonly Verbatim[]): ExportTable => ({
    title: t`Verbatims`,
    fileName: `${contract.title} ${format.month(period)} ${t`Verbatims`}`,
    zone: format.zone,
    headers: [t`Répondu le`, t`Question`, t`Note`, t`Échelle`, t`Commentaire`, t`Éléments masqués`, t`Canal`, t`File d’attente`, t`Ticket`, t`Lien du ticket`, t`Comptée`, t`Thèmes`],
    rows: verbatims.map((one) => [
      instant(one.answered_at),
      text(words.question(one.kind)),
      count(one.score),
      count(one.scale_max),
      text(one.text === null ? null : words.plain(one.text)),
      count(words.total(one)),
      text(one.channel),
      text(one.queue),
      text(one.ticket_id),
      text(one.ticket_url),
      text(one.counted ? t`oui` : t`non`),
      text(one.themes.map((theme) => theme.code).join(', ') || null),
    ]),
    definitions: [
      { name: t`Répondu le`, definition: t`Instant où le client a répondu.`, unit: t`date et heure` },
      { name: t`Commentaire`, definition: t`Mots du client, données personnelles masquées.`, unit: '' },
      { name: t`Éléments masqués`, definition: t`Données personnelles retirées du commentaire.`, unit: t`nombre` },
      { name: t`Thèmes`, definition: t`Codes des thèmes trouvés par règle ou ajoutés à la main.`, unit: '' },
      { name: t`Comptée`, definition: t`Non : la même réponse compte déjà avec son ticket.`, unit: '' },
    ],
    facts: [
      [t`Contrat`, contract.title],
      [t`Période`, format.month(period)],
      [t`Filtre`, filter],
      [t`Lignes`, t`les ${verbatims.length} plus récentes, comme à l’écran`],
    ],
  })
}
