import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import type { Progress, Reread } from './rereading'
import { useSourceWords } from './words'

/** How far a reading is. */
export function RereadProgress({ progress }: { progress: Progress | null }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <p className="notice reread-progress">
      {progress ? (
        <>
          <Trans>
            {format.integer(progress.done)} livraisons relues sur {format.integer(progress.total)}
          </Trans>
          <progress aria-label={t`Livraisons relues`} value={progress.done} max={Math.max(1, progress.total)} />
        </>
      ) : (
        <>
          <Trans>Relecture en cours…</Trans>
          <progress aria-label={t`Livraisons relues`} />
        </>
      )}
    </p>
  )
}

/** What a reading gave: how many could be read, how many could not, and why. */
export function RereadResult({ result }: { result: Reread }) {
  const format = useFormat()
  const words = useSourceWords()
  const { read, known, still, reasons, remaining, cut } = result
  return (
    <div className={cut || still || remaining ? 'notice warning reread-result' : 'notice reread-result'}>
      <p>
        <Plural value={read} _0="Aucune livraison n’a pu être lue." one="Une livraison a été lue." other="# livraisons ont été lues." />{' '}
        {known ? <Plural value={known} one="Une était déjà connue par ailleurs : elle ne compte pas deux fois." other="# étaient déjà connues par ailleurs : elles ne comptent pas deux fois." /> : null}{' '}
        <Plural value={still} _0="Aucune n’est restée illisible." one="Une reste illisible :" other="# restent illisibles :" />
      </p>
      {reasons.length ? (
        <ul>
          {reasons.map(([reason, deliveries]) => (
            <li key={reason}>
              <strong>{format.integer(deliveries)}</strong> {words.reason(reason)}
            </li>
          ))}
        </ul>
      ) : null}
      {cut ? (
        <p>
          <Trans>La relecture s’est arrêtée avant la fin : ce qui précède est fait.</Trans>
        </p>
      ) : null}
      {remaining ? (
        <p>
          <Plural value={remaining} one="Une n’a pas été relue et attend encore." other="# n’ont pas été relues et attendent encore." />
        </p>
      ) : null}
    </div>
  )
}
