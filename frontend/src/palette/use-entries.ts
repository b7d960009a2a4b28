import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { signOut, useSession } from '../api/session'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { destinations } from '../shell/navigation'
import { nextTheme, setTheme, useTheme } from '../shell/theme'
import { useCurrentContract } from '../shell/use-current-contract'

export interface Entry {
  id: string
  label: string
  kind: string
  to?: string
  params?: Record<string, string>
  search?: Record<string, string>
  act?: () => void
}

/** Everywhere one can go and the few things one can do from anywhere. */
export function useEntries(): Entry[] {
  const { t, i18n } = useLingui()
  const names = useNames()
  const { contract, contracts, side } = useCurrentContract()
  const functions = useSession()?.functions ?? []
  const theme = useTheme()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut(false)
    await navigate({ to: '/connexion' })
  }
  const pages: Entry[] = destinations(contract?.id ?? null, functions, side).map(({ to, params, label }) => ({
    id: to,
    label: i18n._(label),
    kind: t`Page`,
    to,
    ...(params ? { params } : {}),
  }))
  const indicators: Entry[] = contract
    ? INDICATOR_CODES.map((code) => ({
        id: `indicator-${code}`,
        label: names.indicator(code),
        kind: t`Indicateur`,
        to: '/contrats/$contractId/indicateurs/$code',
        params: { contractId: contract.id, code },
      }))
    : []
  const others: Entry[] = contracts.map((one) => ({
    id: `contract-${one.id}`,
    label: one.title,
    kind: t`Contrat`,
    to: '/contrats/$contractId/pilotage',
    params: { contractId: one.id },
  }))
  const prepares: Entry[] = functions.some((one) => one === 'manager' || one === 'platform_admin')
    ? [{ id: 'new-contract', label: t`Préparer un contrat`, kind: t`Page`, to: '/contrats/nouveau' }]
    : []
  const rights: Entry[] = contract
    ? [{ id: 'rights', label: t`Droits des personnes`, kind: t`Page`, to: '/contrats/$contractId/droits', params: { contractId: contract.id } }]
    : []
  const dialogue: Entry[] = contract
    ? [
        { id: 'evaluation', label: t`Évaluation mutuelle`, kind: t`Page`, to: '/contrats/$contractId/evaluation', params: { contractId: contract.id } },
        { id: 'new-action', label: t`Proposer une action`, kind: t`Action`, to: '/contrats/$contractId/actions/new', params: { contractId: contract.id } },
      ]
    : []
  const acts: Entry[] = [
    { id: 'theme', label: t`Changer de thème`, kind: t`Action`, act: () => setTheme(nextTheme(theme)) },
    { id: 'sign-out', label: t`Se déconnecter`, kind: t`Action`, act: () => void leave() },
  ]
  return [...pages, ...rights, ...dialogue, ...prepares, ...indicators, ...others, ...acts]
}
