import { useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'

/** What stands behind the `?`: every value a string, or several under one name. */
export type Address = { [name: string]: string | string[] | undefined }
export type AddressChange = { [name: string]: string | number | readonly string[] | null | undefined }

/** Reads a query into names and strings. */
export function readAddress(query: string): Address {
  const address: Address = {}
  for (const [name, value] of new URLSearchParams(query)) {
    const before = address[name]
    address[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return address
}

/** Writes names and strings as a query, empty ones left out. */
export function writeAddress(address: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(address))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
  return query.size ? `?${query}` : ''
}

/** The whole query of the page as strings, and the way to change some of it; `push` leaves a step to go back to. */
export function useRawAddress(): [Address, (change: AddressChange, push?: boolean) => void] {
  const search = useLocation({ select: (location) => location.search as Address })
  const navigate = useNavigate()
  const change = useCallback(
    (values: AddressChange, push = false) =>
      void navigate({ to: '.', search: ((before: Address) => ({ ...before, ...values })) as never, replace: !push, resetScroll: false }),
    [navigate],
  )
  return [search, change]
}

/** The page's part of the address, typed by a schema; a value that does not fit counts as absent. */
export function useAddress<S extends z.ZodObject>(
  schema: S,
): [z.output<S>, (change: { [K in keyof z.input<S>]?: z.input<S>[K] | null }, push?: boolean) => void] {
  const [raw, change] = useRawAddress()
  const values = useMemo(() => fit(schema, raw), [schema, raw])
  return [values, change as never]
}

/** The part of a long list that the address asks for, as the endpoints take it: `useAsk(endpoint, { ...where, ...paging })`. */
export function usePaging(limit = 25, name = ''): { limit: number; offset: number } {
  const page = Number(useLocation({ select: (location) => (location.search as Address)[`${name}page`] }) ?? 1)
  return { limit, offset: page > 1 ? (Math.floor(page) - 1) * limit : 0 }
}

function fit<S extends z.ZodObject>(schema: S, raw: Address): z.output<S> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    for (const attempt of [raw[name], [raw[name]], undefined]) {
      const parsed = field.safeParse(attempt)
      if (!parsed.success) continue
      values[name] = parsed.data
      break
    }
  }
  return values as z.output<S>
}
