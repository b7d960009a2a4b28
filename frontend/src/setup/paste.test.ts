import { describe, expect, it } from 'vitest'
import { readPaste } from './paste'

const NAMES = { csat: 'Satisfaction après contact', ttr: 'Délai de résolution' }
const faults = (text: string) => readPaste(text, NAMES).map((one) => one.fault)

describe('lines pasted from a spreadsheet', () => {
  it('are read by name or by code, with a head and empty lines passed over', () => {
    const text = 'Indicateur\tVariante\tCible\tTolérance\tClause\nsatisfaction apres contact\t\t85 %\t2\tArt. 4\n\nttr\tP90\t4 h\t30 min\tArt. 5'
    expect(readPaste(text, NAMES).map((one) => one.line)).toEqual([
      { indicator: 'csat', variant: null, target: '0.85', tolerance: '0.02', clause: 'Art. 4' },
      { indicator: 'ttr', variant: 'p90', target: '14400', tolerance: '1800', clause: 'Art. 5' },
    ])
  })

  it('each say what is wrong with them', () => {
    expect(faults('csat\t\t85')).toEqual(['columns'])
    expect(faults('humeur\t\t85\t\tArt. 1')).toEqual(['indicator'])
    expect(faults('ttr\t\t4 h\t\tArt. 1')).toEqual(['variant'])
    expect(faults('csat\tp90\t85\t\tArt. 1')).toEqual(['variant'])
    expect(faults('csat\t\tbeaucoup\t\tArt. 1')).toEqual(['target'])
    expect(faults('csat\t\t85\t-1\tArt. 1')).toEqual(['tolerance'])
    expect(faults('csat\t\t85\t\t')).toEqual(['clause'])
    expect(faults('csat\t\t85\t\tA\ncsat\t\t90\t\tB')).toEqual([null, 'twice'])
  })
})
