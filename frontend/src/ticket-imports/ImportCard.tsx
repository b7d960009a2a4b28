import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { ConfirmButton } from '../ui/ConfirmButton'
import { Compared } from './Compared'
import { Faults } from './Faults'
import { isWorkedOn, useImportActs, type TicketImport } from './queries'
import { ALL_FATES, useExportWords } from './words'

interface ImportCardProps {
  found: TicketImport
  contract: Contract
  manages: boolean
}

/** One export: what it found, how far it is, and what this party may do about it. */
export function ImportCard({ found, contract, manages }: ImportCardProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useExportWords()
  const { counts, loaded } = found
  const total = found.state === 'comparing' ? found.rows : toLoad(found, found.complete_orphans)
  // The same file may come twice: the moment tells them apart.
  const name = `${found.file_name}, ${format.instant(found.requested_at, true)}`
  return (
    <section className="panel" aria-label={t`Import de ${name}`}>
      <div className="panel-head">
        <h2 className="import-name">{found.file_name}</h2>
        <span className="soft small">
          {words.state(found.state)}, <Trans>envoyé le {format.instant(found.requested_at, true)}</Trans>
        </span>
      </div>
      <div role="status">
        {isWorkedOn(found) ? (
          <p className="reading-progress">
            <span>
              <Trans>
                {words.state(found.state)} : {format.integer(found.done)} sur {format.integer(total)}
              </Trans>
            </span>
            <progress aria-label={words.state(found.state)} value={found.done} max={Math.max(1, total)} />
          </p>
        ) : null}
        {found.state === 'done' ? (
          <p className="notice">
            <Plural value={loaded} _0="Rien n’a été repris." one="Un ticket est repris de cet export." other="# tickets sont repris de cet export." />
          </p>
        ) : null}
        {found.state === 'undone' ? (
          <p className="notice">
            <Trans>Annulé le {format.instant(found.undone_at!, true)} : ce que Copil savait entre-temps reste lisible à sa date.</Trans>
          </p>
        ) : null}
      </div>
      {found.already_loaded_by ? (
        <p className="notice warning">
          <Trans>Ce même fichier a déjà été repris.</Trans>
        </p>
      ) : null}
      {counts ? (
        <>
          <dl className="fates">
            {ALL_FATES.map((fate) => (
              <div key={fate}>
                <dt>{words.fate(fate)}</dt>
                <dd>{format.integer(counts[fate] ?? 0)}</dd>
              </div>
            ))}
          </dl>
          {counts.unloadable ? (
            <p className="soft small">
              <Plural
                value={counts.unloadable}
                one="Parmi les absents de Copil, un ticket en dit trop peu pour être repris."
                other="Parmi les absents de Copil, # tickets en disent trop peu pour être repris."
              />
            </p>
          ) : null}
        </>
      ) : null}
      {manages ? <Acts found={found} contract={contract} /> : null}
      {counts ? <Compared found={found} contract={contract} of={name} /> : null}
      <Faults faults={found.faults} all={found.faulty} of={name} />
    </section>
  )
}

const toLoad = ({ counts }: TicketImport, orphans: boolean) =>
  counts ? (counts.missing_here ?? 0) - (counts.unloadable ?? 0) + (orphans ? (counts.orphan_here ?? 0) : 0) : 0

function Acts({ found, contract }: { found: TicketImport; contract: Contract }) {
  const session = useSession()
  const [orphans, setOrphans] = useState(false)
  const { load, undo, answer, busy, failed } = useImportActs(found)
  const side = session ? sideOf(contract, session.organisation.id) : null
  const draft = contract.state === 'draft'
  const fresh = toLoad(found, orphans)
  const undoing = found.state === 'undo_proposed'
  const waits = undoing || found.state === 'proposed'
  const mine = (undoing ? found.undo_asked_by_side : found.asked_by_side) === side
  return (
    <>
      {found.state === 'compared' && found.counts?.orphan_here ? (
        <label className="import-check">
          <input type="checkbox" checked={orphans} onChange={({ target }) => setOrphans(target.checked)} />{' '}
          <Trans>Compléter aussi les tickets dont la création n’est pas connue</Trans>
        </label>
      ) : null}
      <div className="acts import-acts no-print">
        {found.state === 'compared' ? (
          <button type="button" className="button" disabled={busy || !fresh} onClick={() => load.mutate(orphans)}>
            {draft ? (
              <Plural value={fresh} _0="Rien à reprendre" one="Reprendre un ticket" other="Reprendre # tickets" />
            ) : (
              <Plural value={fresh} _0="Rien à reprendre" one="Proposer la reprise d’un ticket" other="Proposer la reprise de # tickets" />
            )}
          </button>
        ) : null}
        {waits && !mine ? (
          <>
            <button type="button" className="button" disabled={busy} onClick={() => answer.mutate(true)}>
              {undoing ? <Trans>Approuver l’annulation</Trans> : <Trans>Approuver la reprise</Trans>}
            </button>
            <button type="button" className="button-quiet" disabled={busy} onClick={() => answer.mutate(false)}>
              <Trans>Refuser</Trans>
            </button>
          </>
        ) : null}
        {found.state === 'done' && found.loaded ? (
          <ConfirmButton
            className="button-quiet"
            label={draft ? <Trans>Annuler la reprise</Trans> : <Trans>Proposer d’annuler la reprise</Trans>}
            question={<Trans>Les tickets repris ne compteront plus dès l’annulation. Ce qui était connu jusque-là reste lisible à sa date.</Trans>}
            confirm={draft ? <Trans>Annuler la reprise</Trans> : <Trans>Proposer</Trans>}
            act={() => undo.mutate()}
            busy={busy}
          />
        ) : null}
      </div>
      {waits && mine ? (
        <p className="soft">
          <Trans>L’autre partie doit approuver.</Trans>
        </p>
      ) : null}
      {failed ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
    </>
  )
}
