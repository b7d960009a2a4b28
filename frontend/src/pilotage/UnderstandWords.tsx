import { Trans } from '@lingui/react/macro'

/** What verdicts and certainties are. */
export function UnderstandWords() {
  return (
    <>
      <p>
        <Trans>
          Le verdict (tenu, tenu dans la tolérance, manqué) est ce que dit le contrat de la valeur publiée. La certitude est ce que disent
          les statistiques : une enquête n’interroge qu’une partie des clients, son intervalle à 95 % dit jusqu’où la vraie valeur peut se trouver.
        </Trans>
      </p>
      <p>
        <Trans>
          Les indicateurs calculés sur tous les tickets n’ont pas d’intervalle. Un chiffre est provisoire tant que le mois n’est pas terminé, qu’un
          ticket peut encore être rouvert ou qu’une livraison peut encore arriver. Les deux parties lisent exactement les mêmes valeurs.
        </Trans>
      </p>
    </>
  )
}
