import { Trans } from '@lingui/react/macro'
import { CopyValue } from '../ui/CopyValue'
import { BODY, NODE, PYTHON } from './samples'

/** What the tool gets, and how it knows that it is ours. */
export function Verify() {
  return (
    <details className="outgoing-verify">
      <summary>
        <Trans>Vérifier une signature</Trans>
      </summary>
      <ul className="prose">
        <li>
          <Trans>Chaque message suit Standard Webhooks : en-têtes webhook-id, webhook-timestamp, webhook-signature, calculés sur les octets reçus.</Trans>
        </li>
        <li>
          <Trans>webhook-id reste le même à chaque tentative : un message peut arriver deux fois, ne le traiter qu’une.</Trans>
        </li>
        <li>
          <Trans>Répondre 2xx en moins de 15 secondes. Sinon le message revient : après 5 secondes, 5 minutes, 30 minutes, 2, 5, 10 puis 10 heures.</Trans>
        </li>
      </ul>
      <p>Python</p>
      <CopyValue value={PYTHON} block />
      <p>Node.js</p>
      <CopyValue value={NODE} block />
      <p>
        <Trans>Un message :</Trans>
      </p>
      <CopyValue value={BODY} block />
    </details>
  )
}
