import '../ui/pages.css'
import './help.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useText } from '../ui/text'
import { useTitle } from '../ui/use-title'
import { GUIDES } from './guides/guides'

/** Where to look, and a short guide for each role. */
export function HelpPage() {
  const { t } = useLingui()
  const text = useText()
  useTitle(t`Aide`)
  return (
    <article className="help">
      <h1>
        <Trans>Aide</Trans>
      </h1>
      <ul className="help-places plain">
        <li>
          <Link to="/aide/glossaire">
            <Trans>Glossaire</Trans>
          </Link>
          <span className="soft">
            <Trans>Ce que veut dire chaque mot et chaque indicateur.</Trans>
          </span>
        </li>
        <li>
          <Link to="/aide/erreurs">
            <Trans>Erreurs</Trans>
          </Link>
          <span className="soft">
            <Trans>Chaque code, son sens, et ce qu’il faut faire.</Trans>
          </span>
        </li>
        <li>
          <Link to="/aide/bi">
            <Trans>Lire les chiffres dans un autre outil</Trans>
          </Link>
          <span className="soft">
            <Trans>Tableurs et outils d’analyse ; il faut être connecté.</Trans>
          </span>
        </li>
        <li>
          <a href="/docs">
            <Trans>Description de l’interface</Trans>
          </a>
          <span className="soft">
            <Trans>Pour les programmes ; en anglais.</Trans>
          </span>
        </li>
      </ul>
      <nav className="guide-links" aria-label={t`Guides`}>
        <Trans>Guides :</Trans>
        {GUIDES.map((guide) => (
          <a key={guide.id} href={`#${guide.id}`}>
            {text(guide.title)}
          </a>
        ))}
      </nav>
      {GUIDES.map((guide) => (
        <section key={guide.id} id={guide.id} className="panel prose">
          <h2 className="ruled">{text(guide.title)}</h2>
          <p className="soft">{text(guide.purpose)}</p>
          <ol>
            {guide.steps.map((step) => (
              <li key={step.fr}>{text(step)}</li>
            ))}
          </ol>
        </section>
      ))}
      <p className="prose">
        <Link to="/confidentialite">
          <Trans>Confidentialité</Trans>
        </Link>
        {' · '}
        <Link to="/mentions-legales">
          <Trans>Mentions légales</Trans>
        </Link>
        {' · '}
        <Link to="/accessibilite">
          <Trans>Accessibilité : non audité</Trans>
        </Link>
      </p>
    </article>
  )
}
