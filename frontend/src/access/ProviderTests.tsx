import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { client } from '../api/client'
import type { ProviderTest } from '../api/types'

type Check = ProviderTest['checks'][number]

/** Tries the provider out as it is recorded: its description, its keys, the client's secret. */
export function ProviderTests() {
  const { t } = useLingui()
  const attempt = useMutation({ mutationFn: async () => (await client.POST('/auth/provider/tests')).data! })
  const steps: Record<Check['step'], string> = {
    description: t`Description publiée`,
    keys: t`Clés de signature`,
    client: t`Identifiant et secret du client`,
  }
  return (
    <div className="access-tests">
      <button type="button" className="button-quiet" disabled={attempt.isPending} onClick={() => attempt.mutate()}>
        {attempt.isPending ? <Trans>Essai en cours…</Trans> : <Trans>Essayer ce fournisseur</Trans>}
      </button>
      <div role="status">
        {attempt.data ? (
          <ul className="plain">
            {attempt.data.checks.map((one) => (
              <li key={one.step} className={one.outcome === 'not_tried' ? 'soft' : undefined}>
                <span aria-hidden="true">{one.outcome === 'passed' ? '✓' : one.outcome === 'failed' ? '✕' : '–'}</span> {steps[one.step]} :{' '}
                {one.outcome === 'passed' ? <Trans>en ordre</Trans> : one.outcome === 'failed' ? <Trans>refusé</Trans> : <Trans>pas essayé</Trans>}
                {one.detail ? (
                  <code className="under small" lang="en">
                    {one.detail}
                  </code>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {attempt.error ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
    </div>
  )
}
