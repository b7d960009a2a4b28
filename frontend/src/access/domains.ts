/** What was typed, as the list that the API takes; the API judges each. */
export const domainsOf = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]
