import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Answer } from '../ui/Answer'
import { operatorQuery } from './queries'

type Field = 'name' | 'address' | 'registration' | 'contact' | 'publication_director' | 'host' | 'data_protection_contact'

/** What the operator says of itself; what it does not say is shown as missing, never made up. */
export function Operator({ fields }: { fields: readonly Field[] }) {
  const { t } = useLingui()
  const query = useQuery(operatorQuery)
  const labels: Record<Field, string> = {
    name: t`Exploitant`,
    address: t`Adresse`,
    registration: t`Immatriculation`,
    contact: t`Contact`,
    publication_director: t`Directeur de la publication`,
    host: t`Hébergeur`,
    data_protection_contact: t`Contact pour les données personnelles`,
  }
  return (
    <section>
      <h2 className="ruled">
        <Trans>L’exploitant de cette installation</Trans>
      </h2>
      <Answer query={query} height={200}>
        {(operator) => (
          <dl className="operator">
            {fields.map((field) => (
              <div key={field}>
                <dt>{labels[field]}</dt>
                <dd>{operator[field] ?? <span className="soft">{t`Non renseigné par l’exploitant`}</span>}</dd>
              </div>
            ))}
          </dl>
        )}
      </Answer>
    </section>
  )
}
