/** What to type in each tool, with the addresses of this installation. */

export interface Addresses {
  figures: string
  tickets: string
  figuresCsv: string
  ticketsCsv: string
  catalog: string
}

export function addressesOf(origin: string): Addresses {
  const base = `${origin.replace(/\/$/, '')}/bi/v1`
  return {
    figures: `${base}/figures`,
    tickets: `${base}/tickets`,
    figuresCsv: `${base}/figures.csv`,
    ticketsCsv: `${base}/tickets.csv`,
    catalog: `${base}/catalog`,
  }
}

/**
 * Power Query (Power BI, Excel), page by page; the key is asked for as « Basic ».
 * The address stays constant and the rest goes into Query: otherwise the Power BI service refuses planned refreshes.
 */
export function powerQuery(address: string): string {
  const { origin, pathname } = new URL(address)
  return `let
    Page = (cursor as nullable text) => Json.Document(Web.Contents("${origin}", [
        RelativePath = "${pathname.slice(1)}",
        Query = if cursor = null then [limit = "10000"] else [limit = "10000", cursor = cursor]
    ])),
    Pages = List.Generate(
        () => Page(null),
        each _ <> null,
        each if [next_cursor] = null then null else Page([next_cursor])
    ),
    Rows = List.Combine(List.Transform(Pages, each [data])),
    Table = if List.IsEmpty(Rows) then #table({}, {}) else Table.FromRecords(Rows)
in
    Table`
}

export const python = (address: string) => `import os

import pandas
import requests

session = requests.Session()
session.auth = (os.environ["COPIL_KEY"], os.environ["COPIL_SECRET"])
rows, url = [], "${address}?limit=10000"
while url:
    answer = session.get(url, timeout=60)
    answer.raise_for_status()
    page = answer.json()
    rows += page["data"]
    url = page["next"]
table = pandas.DataFrame(rows)`

export const curl = (address: string) => `curl --user "$COPIL_KEY:$COPIL_SECRET" --output figures.csv "${address}"`
