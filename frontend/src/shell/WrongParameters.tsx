import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { wrongParameters } from '../app/search'
import { Icon } from '../ui/Icon'

/** « L’adresse contenait… »: said once, discreetly; the page shows its usual content. */
export function WrongParameters() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const names = useSyncExternalStore(wrongParameters.subscribe, wrongParameters.get)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const said = useRef(path)
  useEffect(() => {
    if (said.current !== path) wrongParameters.clear()
    said.current = path
  }, [path])
  useEffect(() => {
    // What was not understood goes out of the address, so that nobody sends it on.
    if (names.length) void navigate({ to: '.', search: (right) => right, replace: true, resetScroll: false })
  }, [names, navigate])
  if (!names.length) return null
  const list = names.join(', ')
  return (
    <div className="notice warning no-print" role="status">
      <p>
        <Trans>Une partie de l’adresse n’a pas été comprise ({list}) : la page montre sa valeur habituelle.</Trans>
      </p>
      <button className="link-button" onClick={() => wrongParameters.clear()} title={t`Fermer`}>
        <Icon name="close" size={14} />
        <span className="visually-hidden">{t`Fermer`}</span>
      </button>
    </div>
  )
}
