import { Trans } from '@lingui/react/macro'
import { useFreshness } from '../api/watermark'
import { useFormat } from '../format/use-format'

/** « Données du 14 nov., 8 h 00 », and whether the service still answers. */
export function FreshnessLine({ dataAsOf }: { dataAsOf: string | null }) {
  const format = useFormat()
  const { link } = useFreshness()
  const date = dataAsOf ? format.instant(dataAsOf) : null
  if (link === 'stale') {
    return (
      <p className="notice warning" role="status">
        {date ? (
          <Trans>Données du {date} : le service ne répond pas. La page se mettra à jour d’elle-même.</Trans>
        ) : (
          <Trans>Le service ne répond pas. La page se mettra à jour d’elle-même.</Trans>
        )}
      </p>
    )
  }
  return <p className="soft small freshness">{date ? <Trans>Données du {date}</Trans> : <Trans>Aucune donnée reçue</Trans>}</p>
}
