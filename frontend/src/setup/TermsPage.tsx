import './setup.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { contractQuery } from '../contracts/queries'
import { acceptancesQuery } from '../contracts/steps'
import { addDays, midnightIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { useTitle } from '../ui/use-title'
import { AcceptanceList } from './AcceptanceList'
import { Field } from './Field'
import { History } from './History'
import { Signatories } from './Signatories'
import { TermsSummary } from './TermsSummary'

/** What is agreed, at a date of one's choice: a past period keeps the terms that held then. */
export function TermsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { date } = useSearch({ from: '/signed-in/contrats/$contractId/contrat' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const acceptances = useQuery(acceptancesQuery(contractId)).data?.items ?? []
  const today = useToday()
  const navigate = useNavigate()
  const day = date ?? (today < contract.starts_on ? contract.starts_on : today)
  useTitle(t`Contrat`, contract.title)
  return (
    <>
      <h1>
        <Trans>Le contrat au {format.day(day, 'full')}</Trans>
      </h1>
      <div className="page-tools no-print">
        <Field label={t`Voir ce qui était convenu le`}>
          <input
            type="date"
            value={day}
            onChange={(event) => event.target.value && void navigate({ to: '.', search: (kept: object) => ({ ...kept, date: event.target.value }) as never, replace: true })}
          />
        </Field>
        {contract.state === 'active' ? (
          <Link to="/contrats/$contractId/avenants" params={{ contractId }} className="button-quiet">
            <Trans>Avenants</Trans>
          </Link>
        ) : null}
      </div>
      {/* The last instant of the day: what comes into force that day is part of it. */}
      <section className="panel">
        <h2 className="visually-hidden">
          <Trans>Ce qui est convenu</Trans>
        </h2>
        <TermsSummary contract={contract} at={new Date(Date.parse(midnightIn(contract.zone, addDays(day, 1))) - 1).toISOString()} />
      </section>
      <section className="panel" aria-labelledby="signataires">
        <h2 id="signataires" className="ruled">
          <Trans>Signataires</Trans>
        </h2>
        <Signatories contractId={contractId} />
      </section>
      {acceptances.length ? (
        <section className="panel">
          <h2 className="ruled">
            <Trans>Acceptations</Trans>
          </h2>
          <AcceptanceList items={acceptances} />
        </section>
      ) : null}
      <History contract={contract} />
    </>
  )
}
