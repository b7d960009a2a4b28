import '../connect/connect.css'
import './health.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { api } from '../api/client'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { NotFoundPage } from '../shell/NotFoundPage'
import { useSourceWords } from '../sources/words'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { samplesQuery, tryBody } from './queries'
import { TrialResult } from './TrialResult'
import { useTrialWords } from './words'

/** What a body would count for, tried before the tool sends it. */
export function TrialPage() {
  const { t } = useLingui()
  const words = useSourceWords()
  const { contractId, sourceId } = useParams({ from: '/signed-in/contrats/$contractId/sources/$sourceId/essai' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const source = useQuery(api.queryOptions('get', '/api/kpi/v1/sources/{source_id}', { params: { path: { source_id: sourceId } } }))
  const manages = useSession()?.functions.includes('manager') ?? false
  useTitle(t`Console d’essai`, source.data?.name ?? '', contract.title)
  if (isStatus(source.error, 404)) return <NotFoundPage />
  return (
    <Answer query={source} height={420}>
      {(one) => (
        <>
          <h1>
            <Trans>Console d’essai de « {one.name} »</Trans>
          </h1>
          <div className="page-tools">
            <Understand>
              <Trans>
                Un exemple est signé comme {words.system(one.system)} le ferait, puis lu par le même programme que les vraies livraisons. Rien n’est gardé et aucun chiffre ne
                bouge.
              </Trans>
            </Understand>
            <Link to="/contrats/$contractId/sources" params={{ contractId }} search={{ source: sourceId }} className="button-quiet">
              <Trans>Revenir à la source</Trans>
            </Link>
          </div>
          {manages ? (
            <Trial sourceId={sourceId} />
          ) : (
            <p className="soft">
              <Trans>Un responsable de l’une des deux parties peut essayer un exemple.</Trans>
            </p>
          )}
        </>
      )}
    </Answer>
  )
}

function Trial({ sourceId }: { sourceId: string }) {
  const { t } = useLingui()
  const names = useTrialWords()
  const words = useSourceWords()
  const samples = useQuery({ ...samplesQuery(sourceId), staleTime: Infinity, refetchOnWindowFocus: false })
  const [chosen, setChosen] = useState('created')
  const [typed, setTyped] = useState<string | null>(null)
  const trial = useMutation({ mutationFn: tryBody(sourceId) })
  return (
    <Answer query={samples} height={360}>
      {({ items }) => {
        const body = typed ?? items.find((one) => one.code === chosen)?.body ?? ''
        const submit = (event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault()
          trial.mutate({ body })
        }
        return (
          <>
            <form className="connect-form" onSubmit={submit} aria-label={t`Corps à essayer`}>
              <label className="field">
                <span>
                  <Trans>Exemple</Trans>
                </span>
                <select
                  value={chosen}
                  onChange={(event) => {
                    setChosen(event.target.value)
                    setTyped(null)
                  }}
                >
                  {items.map((one) => (
                    <option key={one.code} value={one.code}>
                      {names.sample(one.code)}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field">
                <span>
                  <Trans>Corps, tel que l’outil l’écrirait</Trans>
                </span>
                <textarea className="trial-body" required rows={14} spellCheck={false} value={body} onChange={(event) => setTyped(event.target.value)} />
              </label>
              <div>
                <button className="button" disabled={trial.isPending}>
                  {trial.isPending ? <Trans>Essai…</Trans> : <Trans>Essayer</Trans>}
                </button>
              </div>
            </form>
            <div role="status">
              {trial.error ? (
                <p className="notice alert">
                  {isStatus(trial.error, 413) ? (
                    <Trans>Ce corps est trop grand : une livraison a au plus un million d’octets.</Trans>
                  ) : (
                    <Trans>L’essai n’a pas abouti. Réessayez dans un instant.</Trans>
                  )}
                </p>
              ) : null}
              {trial.data?.data ? <span className="visually-hidden">{words.fate(trial.data.data.verdict)}</span> : null}
            </div>
            {trial.data?.data ? <TrialResult trial={trial.data.data} /> : null}
          </>
        )
      }}
    </Answer>
  )
}
