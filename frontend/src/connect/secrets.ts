/** Secrets told a moment ago: in this page alone, gone once it is left or loaded again. */
const told = new Map<string, string>()

export const rememberSecret = (sourceId: string, secret: string) => void told.set(sourceId, secret)
export const secretOf = (sourceId: string) => told.get(sourceId) ?? null
