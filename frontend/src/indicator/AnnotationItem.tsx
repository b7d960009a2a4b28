import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { Annotation } from '../api/types'
import { useFormat } from '../format/use-format'
import { annotationsQuery } from './queries'
import { useWords } from '../indicators/words'
import { ConfirmButton } from '../ui/ConfirmButton'
import { PartyMark } from '../ui/PartyMark'

interface AnnotationItemProps {
  annotation: Annotation
  contractId: string
  /** Written by one's own organisation, which alone may withdraw it. */
  own: boolean
}

export function AnnotationItem({ annotation, contractId, own }: AnnotationItemProps) {
  const format = useFormat()
  const words = useWords()
  const queries = useQueryClient()
  const { author, starts_on, ends_on } = annotation
  const withdraw = useMutation({
    mutationFn: () =>
      client.DELETE('/api/kpi/v1/contracts/{contract_id}/annotations/{annotation_id}', {
        params: { path: { contract_id: contractId, annotation_id: annotation.id } },
      }),
    onSuccess: () => queries.invalidateQueries(annotationsQuery(contractId, annotation.indicator)),
  })
  return (
    <li className={author.side === 'donneur_ordre' ? 'annotation by-client' : 'annotation by-provider'}>
      <p className="annotation-head">
        <b>
          {ends_on && ends_on !== starts_on ? (
            <Trans>
              Du {format.day(starts_on, 'long')} au {format.day(ends_on, 'full')}
            </Trans>
          ) : (
            format.day(starts_on, 'full')
          )}
        </b>
        <span>{words.kind(annotation.kind)}</span>
        <PartyMark side={author.side} />
        <span className="soft">{author.name}</span>
      </p>
      <p className="prose">{annotation.text}</p>
      <p className="soft small">
        <Trans>Écrite le {format.instant(annotation.created_at, true)}.</Trans>{' '}
        {own ? (
          <ConfirmButton
            label={<Trans>Retirer</Trans>}
            question={<Trans>Retirer cette annotation ? Elle ne sera plus montrée à personne ; son retrait reste inscrit.</Trans>}
            confirm={<Trans>Retirer l’annotation</Trans>}
            busy={withdraw.isPending}
            failed={withdraw.isError}
            act={() => withdraw.mutate()}
          />
        ) : null}
      </p>
    </li>
  )
}
