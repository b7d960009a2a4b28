/**
 * The spreadsheet writer's `fflate`, without the threads: they start from `blob:` scripts, which our
 * Content-Security-Policy refuses, and a refused thread never answers.
 */
import { zipSync, type Zippable } from 'fflate/browser'

export { strToU8, zipSync } from 'fflate/browser'

export function zip(files: Zippable, done: (error: Error | null, archive: Uint8Array) => void): void {
  done(null, zipSync(files))
}
