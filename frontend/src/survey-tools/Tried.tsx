import { Trans } from '@lingui/react/macro'
import { useFormat } from '../format/use-format'
import { Mark } from '../ui/Verdict'
import { TONES, useToolWords } from './words'
import type { useToolWrites } from './writes'

/** A response that nobody gave, signed by us and taken by the tool's own door. */
export function Tried({ trial, disabled }: { trial: ReturnType<typeof useToolWrites>['trial']; disabled: boolean }) {
  const format = useFormat()
  const words = useToolWords()
  return (
    <>
      <p>
        <Trans>Copil signe une réponse inventée comme le ferait l’outil et la fait passer par la même porte. Elle est gardée comme essai et ne compte dans aucun indicateur.</Trans>
      </p>
      <button type="button" className="button-quiet" disabled={disabled || trial.isPending} onClick={() => trial.mutate()}>
        <Trans>Envoyer un essai</Trans>
      </button>
      <div role="status">
        {trial.data ? (
          <div className="notice">
            <p>
              <Mark tone={TONES[trial.data.state]} /> {words.state(trial.data.state)} <span lang="en">{trial.data.reason}</span>
            </p>
            {trial.data.answers.length ? (
              <ul>
                {trial.data.answers.map((one) => (
                  <li key={one.kind}>
                    <Trans>
                      {words.role(one.kind)} : {format.integer(one.score)} sur {format.integer(one.scale_max)}
                    </Trans>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
      </div>
      {trial.isError ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
    </>
  )
}
