import { describe, expect, it } from 'vitest'
import { count, day, figure, instant, text, type ExportTable, type ExportWords } from './table'
import { sheetName, toSheets } from './xlsx'

const table: ExportTable = {
  title: 'Indicateurs',
  fileName: 'indicateurs',
  headers: ['Indicateur', 'Valeur', 'Délai', 'Tickets', 'Reçu', 'Jour'],
  rows: [
    [text('=1+1'), figure('0.7190', 'ratio'), figure('17520', 's'), count(257), instant('2026-10-25T00:30:00Z'), day('2026-10-25')],
    [text(null), figure(null, 'ratio'), figure(null, 's'), count(null), instant(null), day(null)],
  ],
  definitions: [{ name: 'Valeur', definition: 'Part des tickets', unit: '%' }],
  facts: [['Période', 'octobre 2026']],
  zone: 'Europe/Paris',
}
const words: ExportWords = {
  locale: 'fr',
  definitions: 'Définitions',
  name: 'Colonne',
  definition: 'Définition',
  unit: 'Unité',
  zone: 'Fuseau horaire',
  exportedAt: 'Exporté le',
  link: 'Page',
}
const [shown, explained] = toSheets(table, words, new Date('2026-11-22T05:00:00Z'), 'https://copil.test/x')

describe('workbook', () => {
  it('writes true numbers and dates with their format, texts as texts, and leaves nothing for what does not exist', () => {
    expect(shown.data[1]).toEqual([
      { value: '=1+1', type: String },
      { value: 0.719, type: Number, format: '0.00%' },
      { value: 17520, type: Number, format: '#,##0" s"' },
      { value: 257, type: Number, format: '#,##0' },
      { value: new Date('2026-10-25T02:30:00Z'), type: Date, format: 'dd/mm/yyyy hh:mm:ss' },
      { value: new Date('2026-10-25T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
    ])
    expect(shown.data[2]).toEqual([null, null, null, null, null, null])
  })

  it('freezes a bold header', () => {
    expect(shown.stickyRowsCount).toBe(1)
    expect(shown.data[0]!.every((cell) => cell?.fontWeight === 'bold')).toBe(true)
  })

  it('says on a second sheet what the columns mean, the period, the moment and the page', () => {
    const said = explained.data.map((row) => row.map((cell) => cell?.value))
    expect(explained.sheet).toBe('Définitions')
    expect(said).toContainEqual(['Valeur', 'Part des tickets', '%'])
    expect(said).toContainEqual(['Période', 'octobre 2026'])
    expect(said).toContainEqual(['Exporté le', '2026-11-22 06:00'])
    expect(said).toContainEqual(['Page', 'https://copil.test/x'])
  })

  it('gives a sheet a name Excel accepts', () => {
    expect(sheetName('Résolution au premier contact — par ticket : octobre [2026]')).toHaveLength(31)
    expect(sheetName('a/b:c')).toBe('a b c')
    expect(sheetName('???')).toBe('1')
  })
})
