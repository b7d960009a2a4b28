import './help.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { CopyValue } from '../ui/CopyValue'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { addressesOf, curl, powerQuery, python, type Addresses } from './recipes'
import { Tools } from './Tools'

/** How a spreadsheet or a BI tool reads the figures of this installation. */
export function BiHelpPage() {
  const { t } = useLingui()
  const addresses = addressesOf(window.location.origin)
  useTitle(t`Lire les chiffres dans un autre outil`)
  return (
    <article className="help">
      <h1>
        <Trans>Lire les chiffres dans un autre outil</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Les adresses ci-dessous donnent les mêmes valeurs que les écrans, au dernier chiffre près, sous une forme que les tableurs et
            les outils d’analyse lisent.
          </Trans>
        </Understand>
      </div>
      <section>
        <h2 className="ruled">
          <Trans>Ce qu’il faut partout</Trans>
        </h2>
        <ol className="prose">
          <li>
            <Trans>
              Une clé : un responsable ou un administrateur la crée à la page <Link to="/cles">Clés</Link>, une par outil.
            </Trans>
          </li>
          <li>
            <Trans>
              L’authentification « Basic » (« De base ») : l’identifiant de la clé comme utilisateur, son secret comme mot de passe.
            </Trans>
          </li>
          <li>
            <Trans>L’une de ces adresses :</Trans>
          </li>
        </ol>
        <AddressList addresses={addresses} />
        <p className="soft prose">
          <Trans>
            Les valeurs sont des nombres exacts ; un taux va de 0 à 1. Une valeur qui n’existe pas est vide, jamais zéro. Les paramètres
            « contract_id », « from », « to », « grain » et « indicator » choisissent les lignes : voir{' '}
            <a href="/docs">la description de l’interface</a>.
          </Trans>
        </p>
      </section>
      <Recipe title="Power BI">
        <ol className="prose">
          <li>
            <Trans>Accueil → Obtenir les données → Requête vide, puis « Éditeur avancé » : coller le texte ci-dessous.</Trans>
          </li>
          <li>
            <Trans>À la demande d’identification, choisir « De base » et saisir la clé et son secret.</Trans>
          </li>
        </ol>
        <CopyValue value={powerQuery(addresses.figures)} block />
      </Recipe>
      <Tools addresses={addresses} />
      <Recipe title="Python">
        <CopyValue value={python(addresses.figures)} block />
      </Recipe>
      <Recipe title={t`Ligne de commande`}>
        <CopyValue value={curl(addresses.figuresCsv)} block />
      </Recipe>
      <p className="soft small prose">
        <Trans>
          Net Promoter, NPS et Net Promoter Score sont des marques de Bain & Company, Satmetrix Systems (NICE) et Fred Reichheld. Les
          marches à suivre viennent des documents des éditeurs ; les produits eux-mêmes n’ont pas été essayés ici.
        </Trans>
      </p>
    </article>
  )
}

function AddressList({ addresses }: { addresses: Addresses }) {
  return (
    <dl className="addresses">
      <div>
        <dt>
          <Trans>Chiffres (JSON, par pages)</Trans>
        </dt>
        <dd>
          <CopyValue value={addresses.figures} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Chiffres (CSV)</Trans>
        </dt>
        <dd>
          <CopyValue value={addresses.figuresCsv} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Tickets (JSON, par pages)</Trans>
        </dt>
        <dd>
          <CopyValue value={addresses.tickets} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Tickets (CSV)</Trans>
        </dt>
        <dd>
          <CopyValue value={addresses.ticketsCsv} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Colonnes et leur sens</Trans>
        </dt>
        <dd>
          <CopyValue value={addresses.catalog} />
        </dd>
      </div>
    </dl>
  )
}

function Recipe({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
