/** The path of a QR code: one square for each dark module, joined along rows. */
export function pathOf(rows: readonly string[]): string {
  let path = ''
  rows.forEach((row, y) => {
    for (const run of row.matchAll(/1+/g)) path += `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`
  })
  return path
}

/** Modules that stay light around it: readers ask for four. */
export const BORDER = 4
