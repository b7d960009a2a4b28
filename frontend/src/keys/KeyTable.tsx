import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { BiKey } from '../api/types'
import { contractsQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Cell, Heads } from '../ui/Cell'
import { ConfirmButton } from '../ui/ConfirmButton'
import { ScrollRegion } from '../ui/ScrollRegion'
import { keysQuery } from './queries'

const living = (key: BiKey) => Number(key.revoked_at === null)

/** The keys of one's organisation: those that live first. */
export function KeyTable({ keys }: { keys: readonly BiKey[] }) {
  const { t } = useLingui()
  const heads: KeyHeads = {
    key: t`Clé`,
    contracts: t`Contrats`,
    created: t`Créée`,
    used: t`Dernier emploi`,
    state: t`État`,
    withdrawal: t`Retrait`,
  }
  return (
    <ScrollRegion label={t`Clés`}>
      <table className="ledger cards">
        <Heads labels={Object.values(heads)} />
        <tbody>
          {keys
            .toSorted((a, b) => living(b) - living(a) || b.created_at.localeCompare(a.created_at))
            .map((key) => (
              <KeyRow key={key.id} bi={key} heads={heads} />
            ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

interface KeyHeads {
  key: string
  contracts: string
  created: string
  used: string
  state: string
  withdrawal: string
}

function KeyRow({ bi, heads }: { bi: BiKey; heads: KeyHeads }) {
  const format = useFormat()
  const today = useToday()
  const queries = useQueryClient()
  const { data: contracts } = useQuery(contractsQuery)
  const revoke = useMutation({
    mutationFn: () => client.DELETE('/auth/keys/{key_id}', { params: { path: { key_id: bi.id } } }),
    onSuccess: () => queries.invalidateQueries(keysQuery),
  })
  const titles = bi.contract_ids.map((id) => contracts?.items.find((one) => one.id === id)?.title ?? id)
  const ended = bi.expires_at.slice(0, 10) <= today
  return (
    <tr className={bi.revoked_at || ended ? 'soft' : undefined}>
      <th scope="row">
        {bi.name}
        <code className="under soft">{bi.id}</code>
      </th>
      <Cell label={heads.contracts}>{titles.join(', ')}</Cell>
      <Cell label={heads.created}>
        {format.day(bi.created_at, 'full')}
        <span className="under soft small">{bi.created_by.name ?? bi.created_by.subject}</span>
      </Cell>
      <Cell label={heads.used}>{bi.last_used_at ? format.instant(bi.last_used_at, true) : <Trans>jamais</Trans>}</Cell>
      <Cell label={heads.state}>
        {bi.revoked_at ? (
          <Trans>Retirée le {format.day(bi.revoked_at, 'full')}</Trans>
        ) : ended ? (
          <Trans>Échue le {format.day(bi.expires_at, 'full')}</Trans>
        ) : (
          <Trans>Valable jusqu’au {format.day(bi.expires_at, 'full')}</Trans>
        )}
      </Cell>
      <Cell label={heads.withdrawal}>
        {bi.revoked_at || ended ? null : (
          <ConfirmButton
            label={<Trans>Retirer</Trans>}
            question={<Trans>Retirer la clé « {bi.name} » ? Les outils qui s’en servent ne liront plus rien, dès maintenant et sans retour.</Trans>}
            confirm={<Trans>Retirer la clé</Trans>}
            busy={revoke.isPending}
            failed={revoke.isError}
            act={() => revoke.mutate()}
          />
        )}
      </Cell>
    </tr>
  )
}
