import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../api/session'
import type { Side } from '../charts/types'
import { contractsQuery, sideOf } from '../contracts/queries'

const KEY = 'copil.contract'

/** The contract of this page; on a page of none (keys, help) the one just left, or the only one there is. */
export function useCurrentContract() {
  const { contractId } = useParams({ strict: false })
  const contracts = useQuery(contractsQuery).data?.items ?? []
  useEffect(() => {
    if (contractId) sessionStorage.setItem(KEY, contractId)
  }, [contractId])
  const id = contractId ?? sessionStorage.getItem(KEY) ?? (contracts.length === 1 ? contracts[0]?.id : undefined)
  const contract = contracts.find((one) => one.id === id) ?? null
  const organisation = useSession()?.organisation.id
  const side: Side | null = contract && organisation ? sideOf(contract, organisation) : null
  return { contract, contracts, here: contractId !== undefined, side }
}
