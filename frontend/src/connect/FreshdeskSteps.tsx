import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { CopyValue } from '../ui/CopyValue'
import { RULES, SCORES, rating } from './freshdesk-rules'

/** Freshdesk signs nothing and names nothing: each rule says literally what it stands for. */
export function FreshdeskSteps() {
  const { i18n } = useLingui()
  const scores = SCORES.join(', ')
  return (
    <>
      <ol className="prose">
        <li>
          <Trans>
            Admin → Workflows → Automations : créer les règles ci-dessous. Action « Trigger webhook », méthode POST, l’adresse ci-dessus, encodage JSON, contenu
            « Advanced ».
          </Trans>
        </li>
        <li>
          <Trans>« Requires authentication » : le nom est ce qui précède le deux-points du secret, le mot de passe ce qui le suit.</Trans>
        </li>
        {RULES.map((rule) => (
          <li key={rule.body}>
            {i18n._(rule.name)}
            <CopyValue value={rule.body} block />
          </li>
        ))}
        <li>
          <Trans>
            Satisfaction : une règle « Customer feedback » par réponse possible, qui ne diffère que par la note : {scores}, de la meilleure à la moins bonne. Pour
            la meilleure :
          </Trans>
          <CopyValue value={rating(103)} block />
        </li>
      </ol>
      <p className="soft">
        <Trans>
          N’ajoutez ni objet ni message au contenu : un guillemet y rendrait l’envoi illisible. Freshdesk ne donne pas l’heure : celle de réception fait foi. Deux
          envois identiques en moins de 15 minutes comptent pour un.
        </Trans>
      </p>
    </>
  )
}
