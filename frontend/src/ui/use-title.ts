import { useEffect } from 'react'

/** The document's title while a screen is shown: « Pilotage — Assistance clients — Copil ». */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Copil'].join(' — ')
  useEffect(() => {
    document.title = title
  }, [title])
}
