/** The mapping as a form holds it: one field a role, and the scale as it is typed. */
import type { FieldOf, Role } from './queries'

export interface ChosenFields {
  fields: Partial<Record<Role, string>>
  scale: string
}

export const USUAL_SCALE = 5

export const chosenOf = (fields: readonly FieldOf[]): ChosenFields => ({
  fields: Object.fromEntries(fields.map(({ role, field }) => [role, field])),
  scale: String(fields.find(({ role }) => role === 'csat')?.scale_max ?? USUAL_SCALE),
})

export const fieldsOf = ({ fields, scale }: ChosenFields): FieldOf[] =>
  (Object.entries(fields) as [Role, string][]).map(([role, field]) => ({ field, role, scale_max: role === 'csat' ? Number(scale) : null }))
