import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ConfirmButton } from '../ui/ConfirmButton'
import { PartyMark } from '../ui/PartyMark'
import { ScrollRegion } from '../ui/ScrollRegion'

const SHOWN = 20

/** The latest files: who sent them, what they brought, and taking one back. */
export function Imports({ contract }: { contract: Contract }) {
  const { t } = useLingui()
  const format = useFormat()
  const session = useSession()
  const queries = useQueryClient()
  const own = session ? sideOf(contract, session.organisation.id) : null
  const manages = session?.functions.includes('manager') ?? false
  const list = useQuery(
    api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/answers/imports', { params: { path: { contract_id: contract.id }, query: { limit: SHOWN } } }),
  )
  const undo = useMutation({
    mutationFn: (importId: string) =>
      client.POST('/api/feedback/v1/contracts/{contract_id}/answers/imports/{import_id}/undo', { params: { path: { contract_id: contract.id, import_id: importId } } }),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/') }),
  })
  const heads = { sent: t`Envoyé`, file: t`Fichier`, brought: t`Réponses`, state: t`Annulation` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Derniers imports</Trans>
        </h2>
      </div>
      <Answer query={list} height={120}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Derniers imports`}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} numbers={[heads.brought]} />
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        {format.instant(one.created_at)}
                        <span className="soft small under">
                          <PartyMark side={one.author.side} /> {one.author.name}
                        </span>
                      </th>
                      <Cell label={heads.file}>
                        <span lang="">{one.file_name ?? t`sans nom`}</span>
                      </Cell>
                      <Cell label={heads.brought} number>
                        {format.integer(one.summary.stored)}
                        {one.summary.refused || one.summary.conflict ? (
                          <span className="soft small under">
                            <Plural value={one.summary.refused + one.summary.conflict} one="une ligne écartée" other="# lignes écartées" />
                          </span>
                        ) : null}
                      </Cell>
                      <Cell label={heads.state}>
                        {one.undone ? (
                          <Trans>
                            Annulé le {format.instant(one.undone.at)} par {one.undone.name ?? t`une application`}
                          </Trans>
                        ) : manages && own === one.author.side ? (
                          <ConfirmButton
                            label={<Trans>Annuler cet import</Trans>}
                            question={
                              <Trans>
                                Ses réponses ne compteront plus et leurs mots seront effacés ; les mêmes identifiants pourront revenir avec un fichier corrigé. L’autre partie le verra.
                              </Trans>
                            }
                            confirm={<Trans>Annuler l’import</Trans>}
                            act={() => undo.mutate(one.id)}
                            busy={undo.isPending}
                            failed={undo.isError && undo.variables === one.id}
                          />
                        ) : (
                          <span className="soft">–</span>
                        )}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Aucun fichier n’a encore été importé.</Trans>
            </p>
          )
        }
      </Answer>
    </section>
  )
}
