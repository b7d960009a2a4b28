import { useContext, useState } from 'react'
import { dayIn } from './dates'
import { ZoneContext } from './use-format'

/** Today in the contract's zone, as it was when the screen opened. */
export function useToday(): string {
  const zone = useContext(ZoneContext)
  const [now] = useState(() => new Date())
  return dayIn(zone, now)
}
