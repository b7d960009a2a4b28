import { useLingui } from '@lingui/react/macro'

/** The true shape of the page, so that nothing moves when the figures come. */
export function PilotageSkeleton() {
  const { t } = useLingui()
  return (
    <div className="pilotage-skeleton" role="status">
      <span className="visually-hidden">{t`Chargement…`}</span>
      <div className="skeleton skeleton-title" />
      <div className="skeleton skeleton-line" />
      <div className="skeleton skeleton-tiles" />
      <div className="skeleton curve-place" />
      <div className="skeleton skeleton-table" />
    </div>
  )
}
