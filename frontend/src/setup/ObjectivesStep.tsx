import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract, Objective } from '../api/types'
import { objectivesQuery, standing } from '../contracts/steps'
import { Answer } from '../ui/Answer'
import { ObjectiveCard } from './ObjectiveCard'
import { ObjectiveForm } from './ObjectiveForm'

/** The objectives that stand; another value is answered by a new objective in the place of the first, which stays in the history. */
export function ObjectivesStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const objectives = useQuery(objectivesQuery(contract.id))
  const [editing, setEditing] = useState<Objective | 'new' | null>(null)
  return (
    <Answer query={objectives} height={200}>
      {({ items }) => {
        const stand = standing(items)
        return (
          <>
            {stand.length ? (
              <ul className="plain cards-list">
                {stand.map((one) => (
                  <li key={one.id}>
                    <ObjectiveCard objective={one}>
                      {mayWrite && editing !== one ? (
                        <button type="button" className="button-quiet" onClick={() => setEditing(one)}>
                          <Trans>Proposer d’autres valeurs</Trans>
                        </button>
                      ) : null}
                    </ObjectiveCard>
                    {editing === one ? <ObjectiveForm contract={contract} replaces={one} onDone={() => setEditing(null)} /> : null}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="soft">
                <Trans>Aucun objectif n’est encore proposé : dites ce que l’externalisation doit améliorer, de combien, et pour quand.</Trans>
              </p>
            )}
            {mayWrite && (editing === 'new' || !stand.length) ? (
              <ObjectiveForm contract={contract} replaces={null} onDone={() => setEditing(null)} />
            ) : mayWrite ? (
              <button type="button" className="button-quiet" onClick={() => setEditing('new')}>
                <Trans>Ajouter un objectif</Trans>
              </button>
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}
