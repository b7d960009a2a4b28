import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import { useSession } from '../api/session'
import type { Person } from '../api/types'
import { ConfirmButton } from '../ui/ConfirmButton'
import { secondFactorsQuery } from './queries'

/** For somebody who lost telephone and recovery codes; one's own is taken away with a code, on one's account. */
export function ResetButton({ person }: { person: Person }) {
  const queries = useQueryClient()
  const own = useSession()?.person.id === person.id
  const reset = useMutation({
    mutationFn: () => client.DELETE('/auth/people/{person_id}/second-factor', { params: { path: { person_id: person.id } } }),
    onSuccess: () => queries.invalidateQueries(secondFactorsQuery),
  })
  if (own) return null
  return (
    <ConfirmButton
      label={<Trans>Réinitialiser la double authentification</Trans>}
      question={
        <Trans>
          Réinitialiser la double authentification de {person.name} ? Ses sessions se ferment et son mot de passe suffira. Assurez-vous que c’est bien cette personne qui le demande ; le journal garde votre nom.
        </Trans>
      }
      confirm={<Trans>Réinitialiser</Trans>}
      busy={reset.isPending}
      failed={reset.isError}
      act={() => reset.mutate()}
    />
  )
}
