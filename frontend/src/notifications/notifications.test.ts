import { expect, it } from 'vitest'
import { byDay } from './by-day'
import { placeOf } from './place'

it('puts together what was told on one local day', () => {
  const told = ['2026-11-30T22:59:00Z', '2026-11-30T08:00:00Z', '2026-11-29T23:30:00Z', '2026-11-29T22:30:00Z'].map((told_at) => ({ told_at }))
  expect(byDay('Europe/Paris', told).map(([day, its]) => [day, its.length])).toEqual([
    ['2026-11-30', 3],
    ['2026-11-29', 1],
  ])
  expect(byDay('Pacific/Auckland', told).map(([day]) => day)).toEqual(['2026-12-01', '2026-11-30'])
  expect(byDay('Europe/Paris', [])).toEqual([])
})

it('leads to the object where it has a page of its own', () => {
  const contract = { id: 'c', title: 'Lot Nord' }
  expect(placeOf({ kind: 'action_done', contract, subject: { id: 'a', title: 'x' }, data: {} })).toMatchObject({
    to: '/contrats/$contractId/actions/$actionId',
    params: { contractId: 'c', actionId: 'a' },
  })
  expect(placeOf({ kind: 'source_silent', contract, subject: null, data: {} })).toMatchObject({ to: '/contrats/$contractId/sources' })
  expect(placeOf({ kind: 'proposal_answered', contract, subject: null, data: { part: 'baseline' } })).toMatchObject({ to: '/contrats/$contractId/avant-apres' })
  expect(placeOf({ kind: 'figure_missed', contract, subject: { id: 'csat', title: null }, data: { period: '2026-10' } })).toMatchObject({
    search: { periode: '2026-10' },
    params: { code: 'csat' },
  })
  expect(placeOf({ kind: 'relay_replied', contract, subject: { id: 'i', title: null }, data: {} })).toMatchObject({ to: '/contrats/$contractId/a-traiter', search: { retour: 'i' } })
  expect(placeOf({ kind: 'relay_received', contract, subject: { id: 't', title: null }, data: {} }).search).toEqual({ equipe: 't' })
})
