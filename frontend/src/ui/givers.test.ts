import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/problems'
import { givers } from './givers'

const refused = (problem: object, status = 403) => new ApiError({ ...problem }, new Response(null, { status }))

describe('who gives a function', () => {
  it('is named when the API names them', () => {
    expect(givers(refused({ administrators: ['Ada Fontaine', 'Marc Tessier'] }))).toBe('Ada Fontaine, Marc Tessier')
  })

  it('is nobody without names, for another refusal, and for what is no name', () => {
    expect(givers(refused({}))).toBeNull()
    expect(givers(refused({ administrators: [] }))).toBeNull()
    expect(givers(refused({ administrators: 'Ada' }))).toBeNull()
    expect(givers(refused({ administrators: [1, ''] }))).toBeNull()
    expect(givers(refused({ administrators: ['Ada'] }, 404))).toBeNull()
    expect(givers(new Error('x'))).toBeNull()
  })
})
