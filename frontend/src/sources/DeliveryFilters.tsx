import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useFormat } from '../format/use-format'
import { isFiltered, NO_FILTER, ORIGINS, type Filters } from './filters'
import { boundsOf, isUpsideDown, type Span } from './span'
import { SpanFields } from './SpanFields'
import { useSourceWords } from './words'

interface DeliveryFiltersProps {
  filters: Filters
  /** What they left, in words. */
  children: ReactNode
}

/** What narrows the list besides the fate; choices hold at once, a span when it is sent: days are typed figure by figure. */
export function DeliveryFilters({ filters, children }: DeliveryFiltersProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const navigate = useNavigate()
  const first = useRef<HTMLSelectElement>(null)
  const [span, setSpan] = useState<Span>({ du: filters.du, au: filters.au })
  const [shown, setShown] = useState(filters)
  if (shown.du !== filters.du || shown.au !== filters.au) {
    setShown(filters)
    setSpan({ du: filters.du, au: filters.au })
  }
  const go = (change: Filters) =>
    void navigate({ to: '.', search: (kept: object) => ({ ...kept, ...change }) as never, replace: true, resetScroll: false })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isUpsideDown(boundsOf(span, format.zone))) go({ du: span.du, au: span.au })
  }
  const clear = () => {
    setSpan({})
    go(NO_FILTER)
    // The button goes away with the filters.
    first.current?.focus()
  }
  const choices = [
    { name: 'conflit', label: t`Conflit`, options: { oui: t`En conflit`, non: t`Sans conflit` } },
    { name: 'horloge', label: t`Horloge de l’outil`, options: { avance: t`En avance`, juste: t`À l’heure` } },
    { name: 'origine', label: t`Origine`, options: Object.fromEntries(ORIGINS.map((one) => [one, words.origin(one)])) },
  ] as const
  return (
    <>
      <form className="delivery-filters no-print" onSubmit={submit} aria-label={t`Filtrer les livraisons`}>
        {choices.map(({ name, label, options }, place) => (
          <label key={name} className="field">
            <span>{label}</span>
            <select ref={place ? undefined : first} value={filters[name] ?? ''} onChange={(event) => go({ [name]: event.target.value || undefined })}>
              <option value="">{t`Toutes`}</option>
              {Object.entries(options).map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </label>
        ))}
        <SpanFields legend={<Trans>Reçues</Trans>} span={span} onChange={setSpan}>
          <button className="button-quiet">
            <Trans>Appliquer</Trans>
            <span className="visually-hidden">
              {' '}
              <Trans>la période</Trans>
            </span>
          </button>
        </SpanFields>
      </form>
      <div className="deliveries-told">
        <p className="soft small" role="status">
          {children}
        </p>
        {isFiltered(filters) ? (
          <button type="button" className="link-button small no-print" onClick={clear}>
            <Trans>Effacer les filtres</Trans>
          </button>
        ) : null}
      </div>
    </>
  )
}
