import { useState } from 'react'
import { isStatus } from '../api/problems'
import type { Contract } from '../api/types'

/** The revision that a form of a draft was begun with; after a lost race one goes on from the present one. */
export function useRevision(contract: Contract, proposing: boolean) {
  const [read, setRead] = useState(contract.revision)
  return {
    /** Null for a proposal, which takes the place of nothing. */
    expected: proposing ? null : read,
    /** Whether somebody else wrote since. */
    overtaken: (error: unknown) => isStatus(error, 412) && contract.revision !== read,
    /** What is there now has been seen. */
    seen: () => setRead(contract.revision),
  }
}
