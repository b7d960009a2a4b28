import '../imports/imports.css'
import './ticket-imports.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { FileChoice } from '../imports/FileChoice'
import { sourcesQuery } from '../sources/queries'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { ImportCard } from './ImportCard'
import { Preview } from './Preview'
import { importsQuery, MOST_BYTES } from './queries'
import { useExport } from './use-export'

/** Ticket exports of a source: compared with what it sent, and loaded where it sent nothing. */
export function TicketImportPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { contractId, sourceId } = useParams({ from: '/signed-in/contrats/$contractId/sources/$sourceId/reprise' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const sources = useQuery(sourcesQuery(contractId))
  const imports = useQuery(importsQuery(sourceId))
  const { chosen, choose, tooLarge, reading, setReading, foreseen, sending } = useExport(sourceId, contract.zone)
  const name = sources.data?.items.find((one) => one.id === sourceId)?.name
  const mega = format.integer(MOST_BYTES / 1_000_000)
  const found = foreseen.data
  const error = foreseen.error ?? sending.error
  useTitle(t`Comparer et reprendre l’historique`, contract.title)
  return (
    <>
      <h1>
        <Trans>Comparer et reprendre l’historique</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            L’export de tickets de l’outil, en CSV ou en JSON. Il est comparé à ce que les livraisons ont dit ; rien ne change. Les tickets absents de
            Copil peuvent ensuite être repris, avec l’accord de l’autre partie une fois le contrat actif. Ce que l’outil a envoyé l’emporte toujours.
            Le fichier n’est pas gardé.
          </Trans>
        </Understand>
        <Link to="/contrats/$contractId/sources" params={{ contractId }} search={{ source: sourceId }} className="button-quiet">
          {name ?? <Trans>Sources</Trans>}
        </Link>
      </div>
      {manages ? (
        <FileChoice
          name={chosen?.name ?? null}
          disabled={sending.isPending}
          onFile={choose}
          title={t`Export de tickets, CSV ou JSON`}
          accept=".csv,.txt,.json,.ndjson,.jsonl,text/csv,application/json"
          button={t`Choisir un export`}
          hint={t`Il peut aussi être déposé dans ce cadre. Rien ne compte avant votre accord.`}
        />
      ) : (
        <p className="notice">
          <Trans>La comparaison revient à un responsable de l’une des deux parties.</Trans>
        </p>
      )}
      <div role="status">
        {foreseen.isFetching || sending.isPending ? (
          <p className="soft">
            <Trans>Lecture…</Trans>
          </p>
        ) : null}
      </div>
      {tooLarge || error ? (
        <p className="field-error" role="alert">
          {tooLarge ? (
            <Trans>Ce fichier dépasse {mega} Mo : l’envoyer en plusieurs fois.</Trans>
          ) : error instanceof ApiError && error.status === 422 ? (
            <Trans>Ce fichier n’a pas pu être lu : attendu un CSV avec une ligne de titres, ou une liste JSON entière, en UTF-8 ou Windows-1252.</Trans>
          ) : (
            <Trans>Le fichier n’a pas pu être envoyé. Réessayez dans un instant.</Trans>
          )}
        </p>
      ) : null}
      {chosen && found ? (
        <>
          <Preview foreseen={found} reading={reading} contract={contract} disabled={sending.isPending} onChange={setReading} />
          <div className="acts import-acts">
            <button type="button" className="button" disabled={foreseen.isFetching || sending.isPending || !found.rows} onClick={() => sending.mutate()}>
              <Trans>Comparer</Trans>
            </button>
            <button type="button" className="button-quiet" disabled={sending.isPending} onClick={() => choose(null)}>
              <Trans>Renoncer</Trans>
            </button>
          </div>
        </>
      ) : null}
      <Answer query={imports} height={200}>
        {({ items }) =>
          items.length ? (
            items.map((one) => <ImportCard key={one.id} found={one} contract={contract} manages={manages} />)
          ) : chosen ? null : (
            <p className="soft">
              <Trans>Aucun export n’a encore été comparé à cette source.</Trans>
            </p>
          )
        }
      </Answer>
    </>
  )
}
