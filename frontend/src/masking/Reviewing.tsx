import './masking.css'
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { ConfirmButton } from '../ui/ConfirmButton'
import { useVerbatimWords } from '../verbatims/words'
import { answerCorrection, askedQuery, releaseQuery, setRelease, useMaskingWrite } from './queries'

/** Whether words wait for a reading, and the masks that somebody doubts: the donneur d'ordre decides, both see it. */
export function Reviewing({ contract }: { contract: Contract }) {
  const session = useSession()
  const format = useFormat()
  const words = useVerbatimWords()
  const rule = useQuery(releaseQuery(contract.id))
  const asked = useQuery(askedQuery(contract.id))
  const decides = session ? sideOf(contract, session.organisation.id) === 'donneur_ordre' : false
  const manages = decides && (session?.functions.includes('manager') ?? false)
  const reviews = decides && (session?.functions.some((one) => one === 'manager' || one === 'team_lead') ?? false)
  const set = useMaskingWrite((required: boolean) => setRelease(contract.id, required))
  const answer = useMaskingWrite(({ one, shown }: { one: NonNullable<typeof asked.data>['items'][number]; shown: boolean }) =>
    answerCorrection(contract.id, one, shown),
  )
  if (!rule.data || !asked.data) return null
  const { required, waiting } = rule.data
  const doubts = asked.data.items
  if (!required && !doubts.length && !manages) return null
  return (
    <section className="panel masking-review">
      <div className="panel-head">
        <h2>
          <Trans>Relecture des commentaires</Trans>
        </h2>
      </div>
      <p>
        {required ? (
          <>
            <Trans>Le prestataire ne voit un commentaire qu’une fois relu par le donneur d’ordre.</Trans>{' '}
            <Plural value={waiting} _0="Aucun n’attend." one="# commentaire attend." other="# commentaires attendent." />
          </>
        ) : (
          <Trans>Les deux parties voient les commentaires masqués dès leur réception, sans relecture.</Trans>
        )}
      </p>
      {manages ? (
        <ConfirmButton
          className="button-quiet"
          label={required ? <Trans>Ne plus relire avant le prestataire</Trans> : <Trans>Relire avant le prestataire</Trans>}
          question={
            required ? (
              <Trans>Laisser voir au prestataire tous les commentaires masqués, dès leur réception ? Ceux qui attendent deviennent visibles.</Trans>
            ) : (
              <Trans>Ne montrer au prestataire que les commentaires relus ? Ceux que personne n’a relus lui sont cachés aussitôt.</Trans>
            )
          }
          confirm={<Trans>Confirmer</Trans>}
          busy={set.isPending}
          failed={set.isError}
          act={() => set.mutate(!required)}
        />
      ) : null}
      {doubts.length ? (
        <>
          <h3>
            <Trans>Masques signalés</Trans>
          </h3>
          <ul className="masking-doubts">
            {doubts.map((one) => (
              <li key={one.id}>
                <span>
                  <Trans>
                    Masque n° {(one.place ?? 0) + 1} ({words.hidden(one.kind)}), signalé par {one.author.name ?? '–'}
                  </Trans>{' '}
                  <span className="soft">{format.instant(one.asked_at, true)}</span>
                </span>
                {reviews ? (
                  <span className="masking-acts no-print">
                    <button type="button" className="button-quiet" disabled={answer.isPending} onClick={() => answer.mutate({ one, shown: true })}>
                      <Trans>Montrer les mots</Trans>
                    </button>
                    <button type="button" className="button-quiet" disabled={answer.isPending} onClick={() => answer.mutate({ one, shown: false })}>
                      <Trans>Laisser masqué</Trans>
                    </button>
                  </span>
                ) : (
                  <span className="soft">
                    <Trans>attend le donneur d’ordre</Trans>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
