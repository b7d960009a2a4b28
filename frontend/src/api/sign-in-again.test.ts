import { afterEach, describe, expect, it } from 'vitest'
import { hostSignIn, settleSignIn, signInAgain, signInWanted } from './sign-in-again'

let leave = () => {}
afterEach(() => leave())

describe('signing in again over the page', () => {
  it('is not waited for where nothing can ask', async () => {
    expect(await signInAgain()).toBe(false)
    expect(signInWanted.get()).toBe(false)
  })

  it('is asked once for all requests that wait', async () => {
    leave = hostSignIn()
    const both = Promise.all([signInAgain(), signInAgain()])
    expect(signInWanted.get()).toBe(true)
    settleSignIn(true)
    expect(await both).toEqual([true, true])
    expect(signInWanted.get()).toBe(false)
  })

  it('lets them go when the page is left', async () => {
    leave = hostSignIn()
    const waiting = signInAgain()
    leave()
    expect(await waiting).toBe(false)
  })
})
