import { describe, expect, it } from 'vitest'
import { neutralised, toCsv, toTsv } from './csv'
import { count, day, figure, instant, text, type ExportTable, type ExportWords } from './table'

const table: ExportTable = {
  title: 'Indicateurs',
  fileName: 'indicateurs-2026-10',
  headers: ['Indicateur', 'Valeur', 'Échantillon', 'Reçu', 'Jour'],
  rows: [
    [text('Résolution ; « premier "contact" »'), figure('0.7190', 'ratio'), count(257), instant('2026-10-25T00:30:00Z'), day('2026-10-25')],
    [text('=HYPERLINK("https://exemple.test")'), figure('-12.50', 'points'), count(null), instant(null), day(null)],
  ],
  definitions: [{ name: 'Valeur', definition: 'Part des tickets', unit: 'de 0 à 1' }],
  facts: [['Période', 'octobre 2026']],
  zone: 'Europe/Paris',
}
const words = (locale: 'fr' | 'en'): ExportWords => ({
  locale,
  definitions: 'Définitions',
  name: 'Colonne',
  definition: 'Définition',
  unit: 'Unité',
  zone: 'Fuseau horaire',
  exportedAt: 'Exporté le',
  link: 'Page',
})
const now = new Date('2026-11-22T05:00:00Z')
const lines = (locale: 'fr' | 'en') => toCsv(table, words(locale), now, 'https://copil.test/x').split('\r\n')

describe('CSV', () => {
  it('begins with a byte order mark and the header, and ends its lines as spreadsheets do', () => {
    const written = toCsv(table, words('fr'), now, '')
    expect(written.startsWith('\uFEFFIndicateur;Valeur;')).toBe(true)
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(written.endsWith('\r\n')).toBe(true)
  })

  it('writes French numbers with a comma between semicolons', () => {
    expect(lines('fr')[1]).toBe('"Résolution ; « premier ""contact"" »";0,7190;257;2026-10-25 02:30:00;2026-10-25')
  })

  it('writes English numbers with a point between commas', () => {
    expect(lines('en')[1]).toBe('"Résolution ; « premier ""contact"" »",0.7190,257,2026-10-25 02:30:00,2026-10-25')
  })

  it('never lets a text run as a formula and leaves a negative number a number', () => {
    expect(lines('fr')[2]).toBe(`"'=HYPERLINK(""https://exemple.test"")";-12,50;;;`)
    for (const start of ['=1', '+1', '-1', '@SUM', '\t=1', '\r=1']) expect(neutralised(start)).toBe(`'${start}`)
    expect(neutralised('a=1')).toBe('a=1')
  })

  it('tells what the table is after a blank line', () => {
    const found = lines('fr')
    expect(found[3]).toBe('')
    expect(found.slice(4, -1)).toEqual([
      '# Indicateurs',
      '# Période\u00A0: octobre 2026',
      '# Fuseau horaire\u00A0: Europe/Paris',
      '# Exporté le\u00A0: 2026-11-22 06:00',
      '# Page\u00A0: https://copil.test/x',
      '# Valeur\u00A0: Part des tickets (de 0 à 1)',
    ])
  })
})

describe('clipboard', () => {
  it('keeps one line per row whatever a cell holds', () => {
    const copied = toTsv({ ...table, rows: [[text('a\tb\nc'), figure('0.5', 'ratio')]], headers: ['x', 'y'] }, 'fr')
    expect(copied).toBe('x\ty\na b c\t0,5')
  })
})
