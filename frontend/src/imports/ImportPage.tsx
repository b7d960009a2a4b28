import './imports.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ApiError } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { save } from '../exports/save'
import { useFormat } from '../format/use-format'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Fates } from './Fates'
import { FileChoice } from './FileChoice'
import { FirstLines } from './FirstLines'
import { Mapping } from './Mapping'
import { Imports } from './Imports'
import { useImport } from './use-import'
import { useImportWords } from './words'

const MODEL = '\uFEFFidentifiant;question;note;date;commentaire;ticket;lien;canal\r\nenquete-1;nps;9;12/10/2026 14:03;Réponse claire;48213;;téléphone\r\n'

/** Answers of a spreadsheet: read, shown, and kept once somebody says so. */
export function ImportPage() {
  const { t } = useLingui()
  const format = useFormat()
  const words = useImportWords()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const may = useSession()?.functions.includes('manager') ?? false
  const { chosen, choose, tooLarge, reading, setReading, foreseen, keeping, read, kept, received, parts, whole } = useImport(contractId, contract.zone)
  const [found, busy] = [foreseen.data, foreseen.isFetching || keeping.isPending]
  const fresh = found?.summary.stored ?? 0
  const unread = found?.missing.map(words.column).join(', ')
  const mega = format.integer((tooLarge ?? 0) / 1_000_000)
  useTitle(t`Importer des réponses`, contract.title)
  return (
    <>
      <h1>
        <Trans>Importer des réponses</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Un fichier CSV ou XLSX d’un tableur ou d’un outil d’enquête, une réponse par ligne. Une ligne envoyée deux fois compte une fois. Les
            données personnelles des commentaires sont masquées dès la réception.
          </Trans>
        </Understand>
        <button type="button" className="button-quiet" onClick={() => save(new Blob([MODEL], { type: 'text/csv;charset=utf-8' }), 'copil-reponses.csv')}>
          <Trans>Télécharger un modèle</Trans>
        </button>
        <Link to="/contrats/$contractId/verbatims" params={{ contractId }} className="button-quiet">
          <Trans>Verbatims</Trans>
        </Link>
      </div>
      {may ? (
        <FileChoice name={chosen?.name ?? null} disabled={keeping.isPending} onFile={(file) => void choose(file)} />
      ) : (
        <p className="notice">
          <Trans>L’import revient à un responsable de l’une des deux parties.</Trans>
        </p>
      )}
      <div role="status">
        {foreseen.isFetching ? (
          <p className="reading-progress">
            <span>{parts > 1 ? <Trans>Lecture : partie {read} sur {parts}</Trans> : <Trans>Lecture…</Trans>}</span>
            {parts > 1 ? <progress aria-label={t`Lecture du fichier`} value={read} max={parts} /> : null}
          </p>
        ) : null}
      </div>
      {tooLarge || foreseen.error ? (
        <p className="field-error" role="alert">
          {tooLarge ? (
            <Trans>Ce fichier dépasse {mega} Mo : l’envoyer en plusieurs fois.</Trans>
          ) : foreseen.error instanceof ApiError && foreseen.error.status === 422 ? (
            <Trans>Ce fichier n’a pas pu être lu : attendu un CSV (UTF-8, UTF-16 ou Windows-1252) ou un classeur XLSX sans mot de passe ni macro, avec une ligne de titres.</Trans>
          ) : foreseen.error instanceof ApiError && foreseen.error.status === 403 ? (
            <Trans>L’import revient à un responsable de l’une des deux parties.</Trans>
          ) : (
            <Trans>Le fichier n’a pas pu être envoyé. Réessayez dans un instant.</Trans>
          )}
        </p>
      ) : null}
      {chosen && found ? (
        <>
          <section className="panel" aria-busy={foreseen.isFetching}>
            <div className="panel-head">
              <h2>
                <Trans>Comment il est lu</Trans>
              </h2>
            </div>
            <p>
              {found.encoding && found.delimiter ? (
                <Trans>
                  Codage : <strong>{words.encoding(chosen.file.utf16 ? 'utf-16' : found.encoding)}</strong>. Séparateur :{' '}
                  <strong>{words.separator(found.delimiter)}</strong>. Heures sans fuseau : <strong>{contract.zone}</strong>.
                </Trans>
              ) : (
                <>
                  <Trans>
                    Feuille lue : <strong>{found.sheet}</strong>. Heures : <strong>{contract.zone}</strong>.
                  </Trans>{' '}
                  {found.sheets > 1 ? (
                    <Plural value={found.sheets - 1} one="Une autre feuille n’est pas lue." other="# autres feuilles ne sont pas lues." />
                  ) : null}
                </>
              )}
            </p>
            <Mapping foreseen={found} reading={reading} disabled={keeping.isPending || kept > 0} onChange={setReading} />
            {found.shown.length ? <FirstLines foreseen={found} /> : null}
          </section>
          <section className="panel">
            <div className="panel-head">
              <h2>{received ? <Trans>Ce qui a été enregistré</Trans> : <Trans>Ce qui serait enregistré</Trans>}</h2>
            </div>
            {unread && !received ? (
              <p className="notice warning">
                <Trans>Il manque : {unread}. Choisir la colonne ci-dessus.</Trans>
              </p>
            ) : (
              <Fates contract={contract} chosen={chosen} received={received ?? found} kept={received !== null} />
            )}
            <div role="status">
              {keeping.isPending ? (
                <p className="reading-progress">
                  <span>
                    <Trans>Enregistrement : partie {kept} sur {parts}</Trans>
                  </span>
                  <progress aria-label={t`Enregistrement`} value={kept} max={parts} />
                </p>
              ) : null}
              {whole && received ? (
                <p className="notice">
                  <Plural value={received.summary.stored} _0="Rien de nouveau : tout était connu ou écarté." one="Une réponse est enregistrée." other="# réponses sont enregistrées." />
                </p>
              ) : null}
            </div>
            {keeping.isError ? (
              <p className="field-error" role="alert">
                <Trans>L’envoi s’est arrêté (parties passées : {kept} sur {parts}) ; ce qui est passé est enregistré. Reprendre continue à cet endroit.</Trans>
              </p>
            ) : null}
            <div className="acts import-acts">
              {whole ? null : (
                <button type="button" className="button" disabled={busy || !fresh} onClick={() => keeping.mutate()}>
                  {kept || keeping.isError ? <Trans>Reprendre</Trans> : <Plural value={fresh} _0="Rien à enregistrer" one="Enregistrer une réponse" other="Enregistrer # réponses" />}
                </button>
              )}
              <button type="button" className="button-quiet" disabled={keeping.isPending} onClick={() => void choose(null)}>
                {whole ? <Trans>Importer un autre fichier</Trans> : <Trans>Renoncer</Trans>}
              </button>
            </div>
          </section>
        </>
      ) : null}
      <Imports contract={contract} />
    </>
  )
}
