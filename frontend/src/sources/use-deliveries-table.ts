import { useLingui } from '@lingui/react/macro'
import type { Contract, Delivery, SourceFreshness } from '../api/types'
import { count, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import type { Fate } from './queries'
import { useSourceWords } from './words'

/** The deliveries as they are shown: those loaded so far, in the same order. */
export function useDeliveriesTable(source: SourceFreshness, fate: Fate | null, contract: Contract) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  return (deliveries: readonly Delivery[]): ExportTable => ({
    title: t`Livraisons`,
    fileName: `${contract.title} ${source.name} ${t`Livraisons`}`,
    zone: format.zone,
    headers: [t`Reçue`, t`Enregistrée`, t`Sort`, t`Raison`, t`Contenu`, t`Ticket`, t`Évènements`, t`Origine`, t`Livraison`, t`Empreinte`],
    rows: deliveries.map((one) => [
      instant(one.received_at),
      instant(one.recorded_at),
      text(words.fate(one.verdict)),
      text(one.reason ? words.reason(one.reason) : null),
      text(one.event_type),
      text(one.ticket_id),
      count(one.events),
      text(one.origin === 'replay' ? t`relecture` : one.origin === 'held' ? t`vérifiée après coup` : one.origin === 'import' ? t`export de tickets` : t`directe`),
      text(one.receipt_id),
      text(one.sha256),
    ]),
    definitions: [
      { name: t`Reçue`, definition: t`Instant où la requête de l’outil est arrivée.`, unit: t`date et heure` },
      { name: t`Enregistrée`, definition: t`Instant où elle a été gardée durablement.`, unit: t`date et heure` },
      { name: t`Sort`, definition: t`Ce que la vérification en a dit.`, unit: '' },
      { name: t`Évènements`, definition: t`Évènements de ticket qu’elle a ajoutés.`, unit: t`nombre` },
    ],
    facts: [
      [t`Contrat`, contract.title],
      [t`Source`, source.name],
      [t`Filtre`, fate ? words.fate(fate) : t`toutes les livraisons`],
      [t`Lignes`, t`les ${deliveries.length} plus récentes, comme à l’écran`],
    ],
  })
}
