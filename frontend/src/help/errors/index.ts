/** What each code of the catalogue means in French, and what to do. The codes themselves, their statuses and English
 * titles come from the API (/docs/errors.json); a test holds that none lacks its French. */
import { CONTRACTS } from './contracts'
import { REQUESTS } from './requests'
import type { Said } from './said'
import { SIGNING_IN } from './signing-in'

export const ERRORS: Readonly<Record<string, Said>> = { ...SIGNING_IN, ...CONTRACTS, ...REQUESTS }
