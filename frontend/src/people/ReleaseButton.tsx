import { Trans } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import { useSession } from '../api/session'
import type { Person } from '../api/types'
import { ConfirmButton } from '../ui/ConfirmButton'
import { bindingsQuery } from './queries'

/** For somebody of one's own organisation who was given another account at its provider; shown once the provider has let them in. */
export function ReleaseButton({ person }: { person: Person }) {
  const queries = useQueryClient()
  const self = useSession()?.person.id === person.id
  const bound = useQuery(bindingsQuery).data?.items.some((one) => one.person_id === person.id)
  const release = useMutation({
    mutationFn: () => client.DELETE('/auth/people/{person_id}/provider-binding', { params: { path: { person_id: person.id } } }),
    onSuccess: () => queries.invalidateQueries(bindingsQuery),
  })
  if (self || !bound) return null
  return (
    <ConfirmButton
      label={<Trans>Libérer le compte d’organisation</Trans>}
      question={
        <Trans>
          Libérer le compte de {person.name} chez votre fournisseur d’identité ? Ses sessions se ferment, et le prochain compte qui se présente avec cette adresse sera le sien. Assurez-vous que c’est bien cette personne qui le demande ; le journal garde votre nom.
        </Trans>
      }
      confirm={<Trans>Libérer</Trans>}
      busy={release.isPending}
      failed={release.isError}
      act={() => release.mutate()}
    />
  )
}
