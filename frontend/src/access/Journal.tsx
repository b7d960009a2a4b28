import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { JournalEntry } from '../api/types'
import { useFormat } from '../format/use-format'
import { peopleQuery } from '../people/queries'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { journalQuery } from './queries'

/** Who did what to second factors and to the provider: it is written once, and nobody takes it back. */
export function Journal({ organisationId }: { organisationId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const journal = useQuery({ ...journalQuery, staleTime: 0 })
  const people = useQuery(peopleQuery(organisationId)).data?.items ?? []
  const heads = { what: t`Ce qui a été fait`, whom: t`Pour`, by: t`Par`, when: t`Quand` }
  const kinds: Record<JournalEntry['kind'], string> = {
    second_factor_activated: t`Double authentification activée`,
    second_factor_removed: t`Double authentification désactivée`,
    second_factor_reset: t`Double authentification réinitialisée`,
    recovery_codes_drawn: t`Dix autres codes de secours`,
    recovery_code_used: t`Code de secours utilisé`,
    provider_set: t`Fournisseur d’identité enregistré`,
    provider_removed: t`Fournisseur d’identité retiré`,
    provider_bound: t`Compte lié au fournisseur d’identité`,
    provider_subject_refused: t`Autre compte du fournisseur d’identité refusé`,
    provider_released: t`Compte libéré chez le fournisseur d’identité`,
  }
  return (
    <section>
      <h2 className="ruled">
        <Trans>Journal des accès</Trans>
      </h2>
      <Answer query={journal} height={160}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Journal des accès`}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">{kinds[one.kind]}</th>
                      <Cell label={heads.whom}>{people.find((person) => person.id === one.person_id)?.name ?? '—'}</Cell>
                      <Cell label={heads.by}>{one.by.name ?? one.by.subject}</Cell>
                      <Cell label={heads.when}>{format.instant(one.recorded_at, true)}</Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Rien n’a encore été changé aux accès.</Trans>
            </p>
          )
        }
      </Answer>
    </section>
  )
}
