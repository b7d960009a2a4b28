import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract, Survey } from '../api/types'
import { useFormat } from '../format/use-format'
import { Inviting } from './Inviting'
import { previewQuery } from './queries'
import { ResponseTable } from './ResponseTable'
import { SurveyForm } from './SurveyForm'
import { useSurveyWords } from './words'

interface SurveyPanelProps {
  contract: Contract
  survey: Survey
  manages: boolean
}

/** One survey: what it asks, how many answered, how to invite. */
export function SurveyPanel({ contract, survey, manages }: SurveyPanelProps) {
  const words = useSurveyWords()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const preview = useQuery(previewQuery(contract.id, survey.id))
  const { changed_by: author } = survey
  return (
    <section className="panel survey">
      <div className="panel-head">
        <h2>
          {survey.brand} <span className="soft">– {words.kind(survey.kind)}</span>
        </h2>
        <span className="end no-print">
          {preview.data ? (
            <a href={preview.data.url} target="_blank" rel="noopener noreferrer" className="button-quiet">
              <Trans>
                Voir la page<span className="visually-hidden"> de {survey.brand} (aperçu, nouvel onglet)</span>
              </Trans>
            </a>
          ) : null}
          {manages ? (
            <button type="button" className="button-quiet" aria-expanded={editing} onClick={() => setEditing(!editing)}>
              <Trans>
                Modifier<span className="visually-hidden"> l’enquête de {survey.brand}</span>
              </Trans>
            </button>
          ) : null}
        </span>
      </div>
      <p className="soft small">
        {survey.active ? <Trans>Ouverte.</Trans> : <Trans>Close : aucune invitation, aucune réponse.</Trans>}{' '}
        {author.name ? (
          <Trans>
            Écrite par {author.name} ({words.side(author.side)}) le {format.instant(survey.changed_at, true)}.
          </Trans>
        ) : (
          <Trans>
            Écrite par le programme d’une partie ({words.side(author.side)}) le {format.instant(survey.changed_at, true)}.
          </Trans>
        )}
      </p>
      {editing ? <SurveyForm contract={contract} held={survey} onDone={() => setEditing(false)} /> : null}
      <ResponseTable contractId={contract.id} survey={survey} />
      {manages && survey.active ? <Inviting contractId={contract.id} survey={survey} /> : null}
    </section>
  )
}
