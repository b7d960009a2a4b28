import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { annotationsQuery } from './queries'
import { Answer } from '../ui/Answer'
import { AnnotationForm } from './AnnotationForm'
import { AnnotationItem } from './AnnotationItem'
import { draftPlace, useDraft } from './draft'

interface AnnotationsProps {
  contractId: string
  indicator: string
  period: string
}

/** What the parties say of the figure, in the ink of each; also marks on the curve. */
export function Annotations({ contractId, indicator, period }: AnnotationsProps) {
  const session = useSession()
  const { data: contract } = useQuery(contractQuery(contractId))
  const notes = useQuery(annotationsQuery(contractId, indicator))
  const place = draftPlace(session?.person.id ?? '', contractId, indicator)
  const draft = useDraft(place)
  const [writing, setWriting] = useState(false)
  const side = contract && session ? sideOf(contract, session.organisation.id) : null
  const shown = writing || draft !== null
  return (
    <>
      <div className="panel-head">
        <h2>
          <Trans>Annotations</Trans>
        </h2>
        {side && !shown ? (
          <button type="button" className="button-quiet end no-print" onClick={() => setWriting(true)}>
            <Trans>Annoter la courbe</Trans>
          </button>
        ) : null}
      </div>
      {side && shown ? (
        <AnnotationForm
          contractId={contractId}
          indicator={indicator}
          period={period}
          place={place}
          draft={draft}
          onDone={() => setWriting(false)}
        />
      ) : null}
      <Answer query={notes} height={120}>
        {({ items }) => {
          const live = items.filter((one) => one.withdrawn_at === null)
          if (!live.length) {
            return (
              <p className="soft">
                <Trans>Aucune annotation. Une annotation dit aux deux parties ce qui explique un écart.</Trans>
              </p>
            )
          }
          return (
            <ol className="annotations plain">
              {live.map((one) => (
                <AnnotationItem key={one.id} annotation={one} contractId={contractId} own={side === one.author.side} />
              ))}
            </ol>
          )
        }}
      </Answer>
    </>
  )
}
