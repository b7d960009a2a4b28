/** What is changed of a survey tool; whatever was read of it is read again afterwards. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { FieldOf } from './queries'

const TOOL = '/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}'

/** Reads all that waits again, a batch at a time. */
async function reread(path: { contract_id: string; tool_id: string }) {
  let [read, began, more] = [0, undefined as string | undefined, true]
  while (more) {
    const { data } = await client.POST(`${TOOL}/rereads`, { params: { path }, body: began ? { began_at: began } : {} })
    ;[read, began, more] = [read + data!.read, data!.began_at, data!.more]
  }
  return read
}

export function useToolWrites(contractId: string, toolId: string) {
  const queries = useQueryClient()
  const path = { contract_id: contractId, tool_id: toolId }
  const onSettled = () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/') })
  return {
    map: useMutation({
      mutationFn: async (fields: FieldOf[]) => {
        await client.PUT(`${TOOL}/fields`, { params: { path }, body: { fields } })
        return reread(path)
      },
      onSettled,
    }),
    secret: useMutation({
      mutationFn: async (secret: string | null) => {
        const { data } = await client.POST(`${TOOL}/secrets`, { params: { path }, body: secret === null ? { overlap_seconds: 86_400 } : { secret, overlap_seconds: 0 } })
        await reread(path)
        return data!.secret
      },
      onSettled,
    }),
    trial: useMutation({
      mutationFn: async () => (await client.POST(`${TOOL}/trials`, { params: { path }, body: {} })).data!,
      onSettled,
    }),
  }
}
