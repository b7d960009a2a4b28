import '../ui/pages.css'
import './help.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { INDICATOR_MEANINGS, WORDS } from '../glossary/terms'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { useText } from '../ui/text'
import { useTitle } from '../ui/use-title'

/** Each word and each indicator, at an anchor of its own, with its name in the other language. */
export function GlossaryPage() {
  const { t, i18n } = useLingui()
  const text = useText()
  const names = useNames()
  useTitle(t`Glossaire`)
  const other = i18n.locale === 'en' ? 'fr' : 'en'
  return (
    <article className="help prose">
      <h1>
        <Trans>Glossaire</Trans>
      </h1>
      <h2 className="ruled panel">
        <Trans>Mots</Trans>
      </h2>
      <dl className="glossary">
        {WORDS.map((word) => (
          <div key={word.code} id={word.code}>
            <dt>
              {text(word.name)}{' '}
              <span className="soft small" lang={other}>
                {word.name[other]}
              </span>
            </dt>
            <dd>{text(word.meaning)}</dd>
          </div>
        ))}
      </dl>
      <h2 className="ruled panel">
        <Trans>Indicateurs</Trans>
      </h2>
      <dl className="glossary">
        {INDICATOR_CODES.map((code) => (
          <div key={code} id={code}>
            <dt>
              {names.indicator(code)} <code className="soft small">{code}</code>
            </dt>
            <dd>{text(INDICATOR_MEANINGS[code]!)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        <Trans>Net Promoter, NPS et Net Promoter Score sont des marques de Bain & Company, Satmetrix Systems (NICE) et Fred Reichheld.</Trans>
      </p>
    </article>
  )
}
