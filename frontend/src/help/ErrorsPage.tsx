import '../ui/pages.css'
import './help.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { send } from '../api/send'
import { Answer } from '../ui/Answer'
import { french, useText } from '../ui/text'
import { useTitle } from '../ui/use-title'
import { ERRORS } from './errors'

interface Failure {
  status: number
  title: string
  meaning: string
}

const failuresQuery = queryOptions({
  queryKey: ['failures'],
  queryFn: async () => {
    const answer = await send(new Request(new URL('/docs/errors.json', window.location.origin)))
    return (await answer.json()) as Record<string, Failure>
  },
  staleTime: Infinity,
})

/** The catalogue of failures, from the API itself, with what to do. */
export function ErrorsPage() {
  const { t } = useLingui()
  const query = useQuery(failuresQuery)
  useTitle(t`Erreurs`)
  return (
    <article className="help prose">
      <h1>
        <Trans>Erreurs</Trans>
      </h1>
      <p>
        <Trans>
          Chaque refus porte un code stable. La référence affichée avec une erreur permet à l’exploitant de la retrouver dans ses journaux.
        </Trans>
      </p>
      <Answer query={query} height={1200}>
        {(failures) => (
          <dl className="glossary">
            {Object.entries(failures)
              .toSorted(([one, a], [other, b]) => a.status - b.status || one.localeCompare(other))
              .map(([code, failure]) => (
                <Entry key={code} code={code} failure={failure} />
              ))}
          </dl>
        )}
      </Answer>
    </article>
  )
}

function Entry({ code, failure }: { code: string; failure: Failure }) {
  const { i18n } = useLingui()
  const text = useText()
  const said = ERRORS[code]
  const own = i18n.locale === 'fr' && said
  return (
    <div id={code}>
      <dt>
        {own ? said.title : failure.title}{' '}
        <span className="soft small">
          {failure.status} · <code>{code}</code>
        </span>
      </dt>
      <dd>{own ? french(said.meaning) : failure.meaning}</dd>
      {said ? (
        <dd className="remedy">
          <Trans>À faire : {text(said.remedy)}</Trans>
        </dd>
      ) : null}
    </div>
  )
}
