import { useLingui } from '@lingui/react/macro'
import type { Contract, Delivery, SourceFreshness } from '../api/types'
import { count, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import type { Filters } from './filters'
import { boundsOf } from './span'
import { useSourceWords } from './words'

/** The deliveries as they are shown: those loaded so far, in the same order. */
export function useDeliveriesTable(source: SourceFreshness, filters: Filters, contract: Contract) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const { from, until } = boundsOf(filters, format.zone)
  const said = [
    filters.sort ? words.fate(filters.sort) : null,
    filters.conflit === 'oui' ? t`en conflit` : filters.conflit === 'non' ? t`sans conflit` : null,
    filters.horloge === 'avance' ? t`horloge de l’outil en avance` : filters.horloge === 'juste' ? t`horloge de l’outil à l’heure` : null,
    filters.origine ? words.origin(filters.origine) : null,
    from ? t`reçues à partir du ${format.instant(from, true)}` : null,
    until ? t`reçues avant le ${format.instant(until, true)}` : null,
  ].filter((one) => one !== null)
  return (deliveries: readonly Delivery[]): ExportTable => ({
    title: t`Livraisons`,
    fileName: `${contract.title} ${source.name} ${t`Livraisons`}`,
    zone: format.zone,
    headers: [t`Reçue`, t`Enregistrée`, t`Sort`, t`Raison`, t`Conflit`, t`Horloge en avance`, t`Contenu`, t`Ticket`, t`Évènements`, t`Origine`, t`Livraison`, t`Empreinte`],
    rows: deliveries.map((one) => [
      instant(one.received_at),
      instant(one.recorded_at),
      text(words.fate(one.verdict)),
      text(one.reason ? words.reason(one.reason) : null),
      text(one.conflict ? t`oui` : t`non`),
      text(one.skewed ? t`oui` : t`non`),
      text(one.event_type),
      text(one.ticket_id),
      count(one.events),
      text(words.origin(one.origin)),
      text(one.receipt_id),
      text(one.sha256),
    ]),
    definitions: [
      { name: t`Reçue`, definition: t`Instant où la requête de l’outil est arrivée.`, unit: t`date et heure` },
      { name: t`Enregistrée`, definition: t`Instant où elle a été gardée durablement.`, unit: t`date et heure` },
      { name: t`Sort`, definition: t`Ce que la vérification en a dit.`, unit: '' },
      { name: t`Conflit`, definition: t`Même clé qu’une livraison d’avant, autre contenu : gardée, sans effet.`, unit: '' },
      { name: t`Horloge en avance`, definition: t`L’horloge de l’outil avançait de plus de 120 secondes : l’heure de réception fait foi.`, unit: '' },
      { name: t`Évènements`, definition: t`Évènements de ticket qu’elle a ajoutés.`, unit: t`nombre` },
    ],
    facts: [
      [t`Contrat`, contract.title],
      [t`Source`, source.name],
      [t`Filtre`, said.length ? said.join(', ') : t`toutes les livraisons`],
      [t`Lignes`, t`les ${deliveries.length} plus récentes, comme à l’écran`],
    ],
  })
}
