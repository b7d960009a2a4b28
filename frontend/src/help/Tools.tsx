import { Trans } from '@lingui/react/macro'
import type { Addresses } from './recipes'

/** Tools that need fields filled in rather than a text pasted. */
export function Tools({ addresses }: { addresses: Addresses }) {
  return (
    <>
      <section className="panel">
        <h2>Excel</h2>
        <p className="prose">
          <Trans>
            Données → À partir du web : l’adresse CSV, puis « De base ». Pour les tables par pages : Données → Obtenir des données → Requête
            vide, et le texte donné plus haut pour Power BI. Le bouton « Actualiser tout » relit les chiffres.
          </Trans>
        </p>
      </section>
      <section className="panel">
        <h2>Tableau</h2>
        <p className="prose">
          <Trans>
            Tableau ne lit pas de lui-même une adresse protégée : faire écrire le CSV par la ligne de commande ci-dessous à heure fixe, et
            connecter Tableau à ce fichier (Connecter → Fichier texte) ; ou employer le texte Python dans Tableau Prep.
          </Trans>
        </p>
      </section>
      <section className="panel">
        <h2>Qlik</h2>
        <p className="prose">
          <Trans>
            Connecteur REST, méthode GET, adresse <code>{addresses.figures}</code>, authentification « Basic ». Pagination « Next URL », chemin{' '}
            <code>root/next</code> ; les lignes sont sous <code>data</code>.
          </Trans>
        </p>
      </section>
      <section className="panel">
        <h2>Grafana</h2>
        <p className="prose">
          <Trans>
            Extension Infinity, authentification « Basic », type JSON, adresse <code>{addresses.figures}</code>, racine <code>data</code>.
            Pagination « Cursor » : champ <code>next_cursor</code>, paramètre <code>cursor</code>. L’extension s’arrête d’elle-même à cinq
            pages : demander <code>limit=10000</code>.
          </Trans>
        </p>
      </section>
    </>
  )
}
