import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import type { Signatory } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { PartyMark } from '../ui/PartyMark'
import { signatoriesQuery } from './queries'

/** Who may sign for each party, for what and until when: the same list for both. */
export function Signatories({ contractId }: { contractId: string }) {
  return (
    <Answer query={useQuery(signatoriesQuery(contractId))} height={60}>
      {({ items }) =>
        items.length ? (
          <ul className="plain">
            {items.map((one) => (
              <li key={`${one.side} ${one.person_id} ${one.name} ${one.valid_from}`} className="small">
                <PartyMark side={one.side} size={12} /> {one.name} · <Named signatory={one} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft small">
            <Trans>Aucun signataire n’est désigné : les responsables des deux parties acceptent.</Trans>
          </p>
        )
      }
    </Answer>
  )
}

/** For what the reader is named in this contract, said before they accept. */
export function OwnScope({ contractId }: { contractId: string }) {
  const person = useSession()?.person.id
  const named = useQuery(signatoriesQuery(contractId)).data?.items.find((one) => one.person_id !== null && one.person_id === person)
  return named?.scope ? (
    <p className="small">
      <Trans>
        Vous êtes habilité à signer : <Named signatory={named} />
      </Trans>
    </p>
  ) : null
}

function Named({ signatory: { scope, valid_from: from, valid_to: to } }: { signatory: Signatory }) {
  const format = useFormat()
  const first = from ? format.day(from, 'full') : null
  const last = to ? format.day(to, 'full') : null
  return (
    <>
      {scope ?? <Trans>tout le contrat</Trans>}{' '}
      <span className="soft">
        {first && last ? <Trans>du {first} au {last}</Trans> : first ? <Trans>à partir du {first}</Trans> : last ? <Trans>jusqu’au {last}</Trans> : null}
      </span>
    </>
  )
}
