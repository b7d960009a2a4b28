import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, type ChangeEvent } from 'react'
import type { Survey } from '../api/types'
import { fileName, save } from '../exports/save'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { CopyValue } from '../ui/CopyValue'
import { linksFile, readCustomers, TOGETHER, type Linked } from './customers'
import { invite, responsesQuery } from './queries'
import { useSurveyWords } from './words'

/** The file names nobody in a column of that name. */
class NoCustomers extends Error {}

/** Two ways to invite: a program asks for links, or a file of customers comes back with one for each. */
export function Inviting({ contractId, survey }: { contractId: string; survey: Survey }) {
  const { t } = useLingui()
  const words = useSurveyWords()
  const format = useFormat()
  const today = useToday()
  const queries = useQueryClient()
  const id = useId()
  const send = useMutation({
    mutationFn: async (file: File) => {
      const read = readCustomers(await decoded(file), today)
      if (!read?.invitations.length) throw new NoCustomers()
      const rows: Linked[] = []
      const counts = { invited: 0, duplicate: 0, fatigued: 0 }
      for (let start = 0; start < read.invitations.length; start += TOGETHER) {
        const together = read.invitations.slice(start, start + TOGETHER)
        const fates = await invite(contractId, survey.id, together)
        fates.forEach((fate, place) => {
          counts[fate.verdict]++
          const { customer_key, ticket_id } = together[place]!
          const until = fate.expires_at ? format.instant(fate.expires_at, true) : ''
          rows.push({ customer_key, ticket_id, said: words.verdict(fate.verdict), url: fate.url, until })
        })
      }
      const text = linksFile([t`Client`, t`Ticket`, t`Sort`, t`Lien`, t`Jusqu’au`], rows)
      save(new Blob([text], { type: 'text/csv;charset=utf-8' }), fileName([t`liens`, survey.brand, today], 'csv'))
      return { ...counts, skipped: read.skipped }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: responsesQuery(contractId, survey.id).queryKey.slice(0, 2) }),
  })
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same file may be chosen again.
    target.value = ''
    if (file) send.mutate(file)
  }
  return (
    <details className="survey-inviting no-print">
      <summary>
        <Trans>Inviter des clients</Trans>
      </summary>
      <h3>
        <Trans>Par un fichier</Trans>
      </h3>
      <p className="soft">
        <Trans>
          Un CSV avec une colonne « client » (identifiant ou adresse, un par ligne) ; « clé », « ticket », « canal », « file » et « langue » sont
          facultatives. Le fichier des liens revient aussitôt : votre outil les envoie. Le même fichier le même jour donne les mêmes liens.
        </Trans>
      </p>
      <label className="field" htmlFor={id}>
        <span>
          <Trans>Fichier de clients (CSV)</Trans>
        </span>
        <input id={id} type="file" accept=".csv,text/csv,text/plain" disabled={send.isPending} onChange={choose} />
      </label>
      <div role="status">
        {send.isPending ? (
          <p>
            <Trans>Invitations en cours…</Trans>
          </p>
        ) : null}
        {send.data ? (
          <p className="notice">
            <Plural value={send.data.invited} one="# client invité" other="# clients invités" />,{' '}
            <Plural value={send.data.duplicate} one="# déjà invité" other="# déjà invités" />,{' '}
            <Plural value={send.data.fatigued} one="# laissé au repos" other="# laissés au repos" />.{' '}
            <Trans>Le fichier des liens est téléchargé.</Trans>{' '}
            {send.data.skipped.length ? <Trans>Lignes sans client, passées : {send.data.skipped.slice(0, 20).join(', ')}.</Trans> : null}
          </p>
        ) : null}
      </div>
      {send.error ? (
        <p className="field-error" role="alert">
          {send.error instanceof NoCustomers ? (
            <Trans>Aucune colonne « client » remplie n’a été trouvée dans ce fichier.</Trans>
          ) : (
            <Trans>Les invitations n’ont pas toutes été faites. Reprenez le même fichier : personne n’est invité deux fois.</Trans>
          )}
        </p>
      ) : null}
      <h3>
        <Trans>Par programme</Trans>
      </h3>
      <p className="soft">
        <Trans>Jusqu’à 500 clients par appel. La même clé redonne le même lien ; un client récent revient sans lien.</Trans>
      </p>
      <CopyValue value={example(contractId, survey)} block />
    </details>
  )
}

const example = (contractId: string, survey: Survey) =>
  `curl ${window.location.origin}/api/feedback/v1/contracts/${contractId}/surveys/${survey.id}/invitations \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"invitations": [{"key": "cloture-48213", "customer_key": "client-7731", "ticket_id": "48213", "language": "${survey.languages[0]}"}]}'`

/** UTF-8, or what spreadsheets in French write. */
async function decoded(file: File): Promise<string> {
  const content = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}
