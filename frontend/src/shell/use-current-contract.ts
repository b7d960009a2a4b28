import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { contractsQuery } from '../contracts/queries'

const KEY = 'copil.contract'

/** The contract of this page; on a page of none (keys, help) the one just left, or the only one there is. */
export function useCurrentContract() {
  const { contractId } = useParams({ strict: false })
  const contracts = useQuery(contractsQuery).data?.items ?? []
  useEffect(() => {
    if (contractId) sessionStorage.setItem(KEY, contractId)
  }, [contractId])
  const id = contractId ?? sessionStorage.getItem(KEY) ?? (contracts.length === 1 ? contracts[0]?.id : undefined)
  return { contract: contracts.find((one) => one.id === id) ?? null, contracts, here: contractId !== undefined }
}
