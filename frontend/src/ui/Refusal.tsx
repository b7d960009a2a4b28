import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '../api/problems'
import { givers } from './givers'

/** What a 403 says: what is missing, and who gives it; `children` says what was refused. */
export function Refusal({ error, children }: { error: unknown; children: ReactNode }) {
  if (error instanceof ApiError && error.code === 'second_factor_required') {
    return (
      <>
        <Trans>Un signataire accepte avec une double authentification.</Trans>{' '}
        <Link to="/moi" hash="double-authentification">
          <Trans>Activez la double authentification</Trans>
        </Link>
      </>
    )
  }
  const names = givers(error)
  return (
    <>
      {children}
      {names ? (
        <>
          {' '}
          <Trans>Peuvent donner cette fonction chez vous : {names}.</Trans>
        </>
      ) : null}
    </>
  )
}
