import { describe, expect, it } from 'vitest'
import { linksFile, readCustomers } from './customers'

const DAY = '2026-10-12'

describe('a file of customers', () => {
  it('is read with its separator, its accents and its quotes', () => {
    const text = '\uFEFFClient;Clé;Ticket;Canal;File;Langue\r\n"c;1";k1;T-1;e-mail;SAV;FR\r\n"dit ""le"" client";;T-2;;;de\r\n\r\n'
    expect(readCustomers(text, DAY)).toEqual({
      invitations: [
        { key: 'k1', customer_key: 'c;1', ticket_id: 'T-1', channel: 'e-mail', queue: 'SAV', language: 'fr' },
        { key: 'T-2 2026-10-12', customer_key: 'dit "le" client', ticket_id: 'T-2' },
      ],
      skipped: [],
    })
  })

  it('tells the lines that name nobody', () => {
    expect(readCustomers('email,ticket\na@b.fr,1\n,2\n\n', DAY)).toEqual({
      invitations: [{ key: '1 2026-10-12', customer_key: 'a@b.fr', ticket_id: '1' }],
      skipped: [3],
    })
  })

  it('is not one without a column of customers', () => {
    expect(readCustomers('nom;prénom\na;b\n', DAY)).toBeNull()
    expect(readCustomers('', DAY)).toBeNull()
  })

  it('may end without a line feed', () => {
    expect(readCustomers('client\na', DAY)?.invitations).toEqual([{ key: 'a 2026-10-12', customer_key: 'a' }])
  })
})

describe('a file of links', () => {
  it('runs nothing in a spreadsheet', () => {
    const rows = [{ customer_key: '=cmd|x', ticket_id: 'a;b', said: 'invité', url: 'https://copil.example/s/x', until: '26 octobre' }]
    expect(linksFile(['Client', 'Ticket', 'Sort', 'Lien', 'Jusqu’au'], rows)).toBe(
      "\uFEFFClient;Ticket;Sort;Lien;Jusqu’au\r\n'=cmd|x;\"a;b\";invité;https://copil.example/s/x;26 octobre\r\n",
    )
  })
})
