import { keepPreviousData, type Query, QueryCache, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef } from 'react'
import type { z } from 'zod'
import { type CallError, call } from '../kernel/call.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { endpoints as people } from '../people/contract.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError
  }
}

const keyOf = (endpoint: Endpoint, input: unknown): unknown[] => [endpoint.path, input]

/** One store of answers: nothing that was refused is asked again by itself, and a lost session is noticed. */
export function makeClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if ((error as CallError).status === 401) void client.invalidateQueries({ queryKey: keyOf(people.getMe, {}) })
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 20_000,
        refetchOnWindowFocus: false,
        retry: (times, error) => times < 1 && (error.status === 0 || error.status >= 500),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** First askings that will be asked again once they are answered. */
const awaited = new WeakSet<Query>()

/**
 * Asks everything on screen anew: what was asked already, and, once its answer is there, what is being asked for the first time. The library lets such a first asking go on,
 * and it may have been answered before what has just been written.
 */
export async function askAllAnew(client: QueryClient): Promise<void> {
  const asking = client
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate: (query) => query.state.data === undefined && !awaited.has(query) })
  const again = asking.map(async (query) => {
    awaited.add(query)
    await query.promise?.catch(() => undefined)
    awaited.delete(query)
    await client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  })
  await Promise.all([client.invalidateQueries(), ...again])
}

/** Asks an endpoint and keeps the answer fresh; `null` as input waits; `keep` shows the last answer while the next is fetched; with `every` it is asked anew after so many milliseconds. */
export function useAsk<E extends Endpoint>(
  endpoint: E,
  input: z.input<E['input']> | null,
  { keep = false, every }: { keep?: boolean; every?: number | undefined } = {},
) {
  return useQuery<z.output<E['output']>, CallError>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input as z.input<E['input']>, signal),
    enabled: input !== null,
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/** Puts what an act has just told into an answer on screen, where it stands until that is asked anew: whoever acted does not wait for all the rest. */
export function useAmend<E extends Endpoint>(endpoint: E, input: z.input<E['input']>) {
  const client = useQueryClient()
  return (change: (answer: z.output<E['output']>) => z.output<E['output']>): void =>
    void client.setQueryData<z.output<E['output']>>(keyOf(endpoint, input), (answer) => answer && change(answer))
}

export type ActOptions<E extends Endpoint> = {
  /** A sentence shown when it is done. */
  said?: string | undefined
  done?: ((output: z.output<E['output']>, input: z.input<E['input']>) => void) | undefined
  /** The caller shows the refusal itself. */
  quiet?: boolean | undefined
}

/** Acts through an endpoint, once however often it is clicked: everything on screen is asked anew when it is done; a refusal is shown in the reader's language. */
export function useAct<E extends Endpoint>(endpoint: E, { said, done, quiet = false }: ActOptions<E> = {}) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const mutation = useMutation<z.output<E['output']>, CallError, z.input<E['input']>>({
    mutationFn: (input) => call(endpoint, input),
    onSuccess: async (output, input) => {
      if (said) void message.success(said)
      done?.(output, input)
      await askAllAnew(client)
    },
    onError: (refusal) => {
      if (!quiet) void message.error(refusal.message, 6)
      if (refusal.status === 401) void client.invalidateQueries({ queryKey: keyOf(people.getMe, {}) })
    },
  })
  const last = useRef<{ input: string; at: number; answer: Promise<z.output<E['output']>> }>(undefined)
  const run = (input: z.input<E['input']>): Promise<z.output<E['output']>> => {
    const asked = JSON.stringify(input)
    if (last.current?.input === asked && performance.now() - last.current.at < doubleClick) return last.current.answer
    const answer = mutation.mutateAsync(input)
    last.current = { input: asked, at: Infinity, answer }
    const end = (at: number) => {
      if (last.current?.answer === answer) last.current.at = at
    }
    answer.then(
      () => end(performance.now()),
      () => end(-Infinity),
    )
    return answer
  }
  const act = (input: z.input<E['input']>): void => void run(input).catch(() => undefined)
  return { act, run, isActing: mutation.isPending, refusal: mutation.error, forget: mutation.reset }
}

/** The very same act is taken for the second half of a double click while it is under way and for so many milliseconds after. */
const doubleClick = 400

/** Who is signed in, in which post, and the product's day; undefined while it is being asked. */
export const useMe = () => useAsk(people.getMe, {})

/** The day on the product's clock, ISO. */
export const useToday = (): string => useMe().data?.clock.today ?? new Date().toISOString().slice(0, 10)

/** True when the post acted in carries one of the duties. */
export function useDuty(...duties: NonNullable<NonNullable<ReturnType<typeof useMe>['data']>['person']>['posts'][number]['duties']): boolean {
  const acting = useMe().data?.person?.acting
  return duties.some((duty) => acting?.duties.includes(duty))
}
