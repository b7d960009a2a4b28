import { useMutation } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { components } from '../api/schema'
import { rememberSecret } from '../connect/secrets'
import { useFeedbackRenewal } from '../themes/queries'

export type Hook = components['schemas']['HookOut']
export type Message = components['schemas']['MessageOut']
export type HookEvent = Hook['events'][number]
export type NewHook = components['schemas']['NewHook']

const HOOKS = '/api/feedback/v1/contracts/{contract_id}/relay/hooks'
/** What is sent moves no watermark of the contract: the page asks by itself. */
const EVERY_MS = 3000
const LATEST = 20

export const hooksQuery = (contractId: string) => ({
  ...api.queryOptions('get', HOOKS, { params: { path: { contract_id: contractId } } }),
  refetchInterval: EVERY_MS,
})

export const messagesQuery = (contractId: string, hookId: string, dead: boolean) => ({
  ...api.queryOptions('get', `${HOOKS}/{hook_id}/messages`, {
    params: { path: { contract_id: contractId, hook_id: hookId }, query: { limit: LATEST, ...(dead ? { state: 'dead' as const } : {}) } },
  }),
  refetchInterval: EVERY_MS,
})

export function useNewHook(contractId: string) {
  const onSettled = useFeedbackRenewal()
  return useMutation({
    mutationFn: async (body: NewHook) => {
      const made = (await client.POST(HOOKS, { params: { path: { contract_id: contractId } }, body })).data!
      // Before the list is read again: the tool's card looks for it once.
      rememberSecret(made.id, made.secret)
    },
    onSettled,
  })
}

/** What is done with a tool; whatever was read of it is read again afterwards. */
export function useHookWrites(contractId: string, hookId: string) {
  const onSettled = useFeedbackRenewal()
  const params = { path: { contract_id: contractId, hook_id: hookId } }
  return {
    change: useMutation({ mutationFn: (body: NewHook) => client.PUT(`${HOOKS}/{hook_id}`, { params, body }), onSettled }),
    state: useMutation({ mutationFn: (state: 'active' | 'paused') => client.PUT(`${HOOKS}/{hook_id}/state`, { params, body: { state } }), onSettled }),
    remove: useMutation({ mutationFn: () => client.DELETE(`${HOOKS}/{hook_id}`, { params }), onSettled }),
    renew: useMutation({ mutationFn: async () => (await client.POST(`${HOOKS}/{hook_id}/secrets`, { params, body: { overlap_seconds: 86_400 } })).data!.secret, onSettled }),
    trial: useMutation({ mutationFn: () => client.POST(`${HOOKS}/{hook_id}/tests`, { params, body: {} }), onSettled }),
    resend: useMutation({
      mutationFn: (messageId: string) => client.POST(`${HOOKS}/{hook_id}/messages/{message_id}/resend`, { params: { path: { ...params.path, message_id: messageId } }, body: {} }),
      onSettled,
    }),
    resendAll: useMutation({ mutationFn: () => client.POST(`${HOOKS}/{hook_id}/resends`, { params, body: {} }), onSettled }),
  }
}
