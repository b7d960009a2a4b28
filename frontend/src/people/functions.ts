import { useLingui } from '@lingui/react/macro'
import type { FunctionName } from '../api/types'

/** What an administrator may give in their organisation, the most usual first. */
export const GIVEN = ['administrator', 'manager', 'signatory', 'team_lead', 'reader', 'auditor', 'bi_reader'] as const satisfies readonly FunctionName[]

export const IN_A_CONTRACT = GIVEN.filter((one) => one !== 'administrator')

/** Functions in the reader's words, and what each allows. */
export function useFunctions() {
  const { t } = useLingui()
  const names: Record<FunctionName, string> = {
    platform_admin: t`Administrateur de la plateforme`,
    administrator: t`Administrateur`,
    manager: t`Responsable`,
    signatory: t`Signataire`,
    team_lead: t`Chef d’équipe`,
    reader: t`Lecteur`,
    auditor: t`Auditeur`,
    bi_reader: t`Lecteur BI`,
  }
  const meanings: Record<FunctionName, string> = {
    platform_admin: t`ajoute les organisations, sans voir leurs chiffres`,
    administrator: t`invite les personnes et donne les fonctions`,
    manager: t`mène le contrat : paramètres, sources, acceptations`,
    signatory: t`accepte au nom de l’organisation`,
    team_lead: t`lit tout et annote`,
    reader: t`lit les chiffres et les tickets`,
    auditor: t`lit, pour un contrôle ou comme tiers de confiance`,
    bi_reader: t`lit les tableaux depuis un outil d’analyse`,
  }
  return { name: (one: FunctionName) => names[one], meaning: (one: FunctionName) => meanings[one] }
}
