import { Trans, useLingui } from '@lingui/react/macro'
import type { DeclaredDimension, DimensionName } from '../api/types'
import { ATTRIBUTES, useDimensionWords } from '../dimensions/words'
import { faultOf, unused, type TypedDimension } from './dimensions'
import { Field } from './Field'

interface DimensionsFieldProps {
  typed: readonly TypedDimension[]
  change: (typed: TypedDimension[]) => void
  asked: boolean
}

/** Which attribute of tickets this usually is. */
const USUAL: Record<DimensionName, DeclaredDimension['attribute']> = {
  channel: 'channel', site: 'group', country: 'brand', queue: 'group', lot: 'brand', reason: 'form', priority: 'priority', tag: 'tag', handled: 'handled_by',
}

/** By what figures are also told: site, channel, reason… and how the texts of the tools become their values. */
export function DimensionsField({ typed, change, asked }: DimensionsFieldProps) {
  const { t } = useLingui()
  const words = useDimensionWords()
  const free = unused(typed)
  const replace = (index: number, part: Partial<TypedDimension>) => change(typed.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <fieldset className="dimensions-field">
      <legend>
        <Trans>Dimensions</Trans>
      </legend>
      <p className="soft small">
        <Trans>Chaque chiffre est aussi donné par valeur de ces dimensions. Ce qu’un ticket était à sa création décide ; qui a répondu se lit dans ses messages.</Trans>
      </p>
      {typed.map((one, index) => {
        const name = words.name(one.name)
        const fault = asked ? faultOf(one) : null
        return (
          <fieldset key={one.key} className="schedule">
            <legend>{name}</legend>
            <div className="field-row">
              <Field label={t`Dimension`}>
                <select value={one.name} onChange={(event) => replace(index, { name: event.target.value as DimensionName })}>
                  {[one.name, ...free].map((other) => (
                    <option key={other} value={other}>
                      {words.name(other)}
                    </option>
                  ))}
                </select>
              </Field>
              <Field label={t`Lue dans`}>
                <select value={one.attribute} onChange={(event) => replace(index, { attribute: event.target.value as TypedDimension['attribute'] })}>
                  {ATTRIBUTES.map((attribute) => (
                    <option key={attribute} value={attribute}>
                      {words.attribute(attribute)}
                    </option>
                  ))}
                </select>
              </Field>
            </div>
            <Field
              label={t`Valeurs, une par ligne (facultatif)`}
              hint={<Trans>« Texte de l’outil = valeur montrée ». Sans aucune ligne, le texte de l’outil est montré.</Trans>}
            >
              <textarea rows={4} spellCheck={false} aria-invalid={fault !== null} value={one.lines} onChange={(event) => replace(index, { lines: event.target.value })} />
            </Field>
            {fault ? (
              <p className="field-error" role="alert">
                {fault === 'tags' ? (
                  <Trans>Indiquez les étiquettes qui comptent.</Trans>
                ) : (
                  <Trans>Chaque texte de l’outil figure une seule fois, avec une valeur de 120 caractères au plus.</Trans>
                )}
              </p>
            ) : null}
            <div className="acts">
              <button type="button" className="link-button" onClick={() => change(typed.filter((_, at) => at !== index))}>
                <Trans>Retirer</Trans> <span className="visually-hidden">{name}</span>
              </button>
            </div>
          </fieldset>
        )
      })}
      {free[0] ? (
        <div className="acts">
          <button type="button" className="button-quiet" onClick={() => change([...typed, { key: `new ${performance.now()}`, name: free[0]!, attribute: USUAL[free[0]!], lines: '' }])}>
            <Trans>Ajouter une dimension</Trans>
          </button>
        </div>
      ) : null}
    </fieldset>
  )
}
