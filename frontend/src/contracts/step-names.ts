/** The steps of a contract from a draft to its first figure, in order, as addresses name them. */
export const STEPS = ['parties', 'horaires', 'delais', 'objectifs', 'engagements', 'source', 'acceptation'] as const
export type Step = (typeof STEPS)[number]
