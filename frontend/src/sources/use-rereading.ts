import { useState } from 'react'
import { useKpiWrite } from '../api/use-kpi-write'
import { readAgain } from './queries'
import { readAll, type Choice, type Progress } from './rereading'

/** Has quarantined deliveries read again; what they change is read anew everywhere. */
export function useRereading(sourceId: string, onDone: () => void) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const act = useKpiWrite((choice: Choice) => {
    setProgress(null)
    return readAll(choice, (wanted) => readAgain(sourceId, wanted), setProgress)
  }, onDone)
  return { act, progress }
}
