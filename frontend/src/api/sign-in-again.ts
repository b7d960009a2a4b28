/**
 * An expired session asks for the password over the page. Every request refused meanwhile waits for the same answer,
 * so that nothing typed is lost and nothing is sent twice.
 */

type Listener = () => void

let waiting: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | null = null
let hosted = false
const listeners = new Set<Listener>()
const tell = () => listeners.forEach((listener) => listener())

/** True once signed in again; false when given up, or when no page is there to ask. */
export function signInAgain(): Promise<boolean> {
  if (!hosted) return Promise.resolve(false)
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    waiting = { promise, settle: resolve }
    tell()
  }
  return waiting.promise
}

/** Called by the dialog. */
export function settleSignIn(signedIn: boolean): void {
  waiting?.settle(signedIn)
  waiting = null
  tell()
}

/** The dialog says that it is on the page; without it nobody would ever answer. */
export function hostSignIn(): () => void {
  hosted = true
  return () => {
    hosted = false
    settleSignIn(false)
  }
}

export const signInWanted = {
  subscribe(listener: Listener) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  get: () => waiting !== null,
}
