import { describe, expect, it } from 'vitest'
import { readAll, type Choice, type Progress } from './rereading'

const AT = '2026-10-20T07:00:00Z'
const fate = (receipt_id: string, verdict = 'accepted', reason: string | null = null) =>
  ({ receipt_id, received_at: AT, verdict, reason, became: null })
type Told = Awaited<ReturnType<Parameters<typeof readAll>[1]>>
const told = (items: Told['items'], remaining = 0, next_from: string | null = null): Told => ({ items, summary: {}, remaining, next_from })

/** Answers in turn; an error is thrown. */
function calls(...answers: (Told | Error)[]) {
  const asked: Choice[] = []
  const heard: Progress[] = []
  const run = (choice: Choice) =>
    readAll(
      choice,
      (wanted) => {
        asked.push(wanted)
        const answer = answers.shift()!
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
      },
      (progress) => heard.push(progress),
    )
  return { run, asked, heard }
}

describe('reading a range again', () => {
  it('goes on until nothing remains, and counts what comes twice once', async () => {
    const missing = 'data.status is missing'
    const { run, asked, heard } = calls(
      told([fate('a'), fate('b', 'malformed', missing)], 2, '2026-10-20T08:00:00Z'),
      told([fate('b', 'malformed', missing), fate('c', 'duplicate'), fate('d', 'malformed', 'the body is not JSON'), fate('e', 'malformed', missing)]),
    )
    expect(await run({ from: AT, until: '2026-10-21T07:00:00Z' })).toEqual({
      read: 2, known: 1, still: 3, reasons: [[missing, 2], ['the body is not JSON', 1]], remaining: 0, cut: false,
    })
    expect(asked).toEqual([
      { from: AT, until: '2026-10-21T07:00:00Z' },
      { from: '2026-10-20T08:00:00Z', until: '2026-10-21T07:00:00Z' },
    ])
    expect(heard).toEqual([{ done: 2, total: 4 }, { done: 5, total: 5 }])
  })

  it('ends when a call brings nothing more', async () => {
    const again = told([fate('a', 'malformed', 'x is missing')], 3, AT)
    const { run, asked } = calls(again, again, again)
    expect(await run({})).toMatchObject({ still: 1, remaining: 3, cut: false })
    expect(asked).toHaveLength(2)
  })

  it('tells what was done before it was cut short', async () => {
    const { run } = calls(told([fate('a')], 7, AT), new Error('gone'))
    expect(await run({})).toMatchObject({ read: 1, remaining: 7, cut: true })
    await expect(calls(new Error('gone')).run({})).rejects.toThrow('gone')
  })
})
