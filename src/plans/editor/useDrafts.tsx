import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CallError, call } from '../../kernel/call.ts'
import { endpoints, type Facts, type Item, type PlanPage } from '../contract.ts'
import { useSending } from './useSending.ts'

type Edit = { was: Partial<Facts>; changes: Partial<Facts>; refusal?: { message: string; isClash: boolean } }
type Added = { id: string; behindId: string | null; facts: Partial<Facts>; refusal?: { message: string; isClash: boolean } }
/** What was typed and has not reached the server: by item, and rows it does not know yet, in order. */
type Kept = { edits: Record<string, Edit>; added: Added[] }

/** What stands in a cell that was not left yet, and what it held before. */
type Typed = { itemId: string; changes: Partial<Facts>; seen: Partial<Facts> }

export type Row = Item & { refusal: { message: string; isClash: boolean; mine: Partial<Facts>; theirs: Partial<Facts> } | null }
export type Drafts = {
  rows: Row[]
  /** What was typed into cells and can’t be read, by item and field. */
  unread: Readonly<Record<string, string>>
  /** How many changes have not reached the server, and whether they are being sent. */
  unsent: number
  isSending: boolean
  isOffline: boolean
  /** Changes cells; `seen` is what they held when that began. */
  change: (itemId: string, changes: Partial<Facts>, seen: Partial<Facts>) => void
  /** Keeps in the browser what stands in the cell that somebody is in, for each row it is of, until it is left (none). */
  type: (typed: readonly Typed[]) => void
  /** Keeps words that were left in a cell and can’t be read, until they are mended or given up (null). */
  misread: (cell: string, typed: string | null) => void
  add: (behindId: string | null, rows: readonly Partial<Facts>[]) => string[]
  keepMine: (itemId: string) => void
  dropMine: (itemId: string) => void
  /** What has not reached the server, cell by cell. */
  held: readonly { itemId: string; changes: Partial<Facts> }[]
  /** Of that, what was typed into rows that somebody has taken out meanwhile, and what the server said. */
  gone: readonly { itemId: string; changes: Partial<Facts>; message: string }[]
  /** Says that a row is taken out here: what had not been sent of it goes with it. */
  takeOut: (itemId: string) => void
}

const nothing: Kept = { edits: {}, added: [] }
const keyOf = (planId: string) => `trienkhai.plan.${planId}`

function remembered(planId: string): Kept {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(keyOf(planId)) ?? '{}') as Partial<Kept>) }
  } catch {
    return nothing
  }
}

const unreadIn = (planId: string) => `${keyOf(planId)}.unread`

/** The cell of an item, as what can’t be read in it is kept. */
export const cellOf = (itemId: string, field: string): string => `${itemId}.${field}`

function rememberedUnread(planId: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(unreadIn(planId)) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

const typedIn = (planId: string) => `${keyOf(planId)}.typing`

function rememberTyped(planId: string, typed: readonly Typed[]): void {
  try {
    if (typed.length > 0) localStorage.setItem(typedIn(planId), JSON.stringify(typed))
    else localStorage.removeItem(typedIn(planId))
  } catch {
    // a browser that keeps nothing still sends once the cell is left
  }
}

/** What was kept when the page closed, with the words of a cell that nobody had left. */
function taken(planId: string): Kept {
  const kept = remembered(planId)
  try {
    const typed = JSON.parse(localStorage.getItem(typedIn(planId)) ?? '[]') as Typed[]
    return typed.reduce((before, one) => withChange(before, one, true), kept)
  } catch {
    return kept
  }
}

/** Changed cells among what is kept: those of a row the server does not know yet become part of it. */
function withChange({ edits, added }: Kept, { itemId, changes, seen }: Typed, isKnown: boolean): Kept {
  if (added.some(({ id }) => id === itemId))
    return {
      edits,
      added: added.map((one) => (one.id === itemId ? { id: one.id, behindId: one.behindId, facts: { ...one.facts, ...changes } } : one)),
    }
  const before = edits[itemId]
  if (!isKnown && !before) return { edits, added }
  return { added, edits: { ...edits, [itemId]: { was: { ...seen, ...before?.was }, changes: { ...before?.changes, ...changes } } } }
}

function remember(planId: string, kept: Kept): void {
  try {
    if (Object.keys(kept.edits).length + kept.added.length === 0) localStorage.removeItem(keyOf(planId))
    else localStorage.setItem(keyOf(planId), JSON.stringify(kept))
  } catch {
    // a browser that keeps nothing still sends
  }
}

const blank: Omit<Item, 'id' | 'position' | 'version'> = {
  part: '',
  text: '',
  product: '',
  lead: '',
  coordinate: '',
  personId: null,
  personName: null,
  fromOn: null,
  dueOn: null,
  money: null,
  note: '',
  obligationIds: [],
  superiorItemIds: [],
  origin: 'own',
  touchedWhy: null,
  isBare: false,
  updatedBy: null,
  updatedAt: '',
  remarks: [],
}

/** Until what has arrived is on the screen: a row or a word must not vanish in between, with whoever is typing in it. */
const shown = () => new Promise((resolve) => setTimeout(resolve))

const pickOf = (item: Facts, like: Partial<Facts>): Partial<Facts> =>
  Object.fromEntries(Object.keys(like).map((field) => [field, item[field as keyof Facts]]))

/** The rows of a plan with what was typed here: each change is kept in the browser at once, sent by itself, and sent again until it arrives; one that clashes waits for a choice. */
export function useDrafts(plan: PlanPage): Drafts {
  const client = useQueryClient()
  const [kept, setKept] = useState<Kept>(() => taken(plan.id))
  const latest = useRef(kept)
  const server = useRef(plan)
  server.current = plan
  // rows that were there while this page was open, but for those taken out here
  const seenHere = useRef(new Set<string>())
  const takenOut = useRef(new Set<string>())
  for (const { id } of plan.rows) seenHere.current.add(id)
  const shownRows = useRef<ReadonlySet<string>>(new Set())

  const put = useCallback(
    (change: (kept: Kept) => Kept) => {
      latest.current = change(latest.current)
      remember(plan.id, latest.current)
      setKept(latest.current)
    },
    [plan.id],
  )

  /** Lets what has arrived show before the plan is asked anew; an answer that is still on its way tells of the plan before it, and must not take it off the screen again. */
  const arrive = useCallback(
    async (amend: (rows: Item[]) => Item[]) => {
      const queryKey = [endpoints.openPlan.path, { planId: plan.id }]
      await client.cancelQueries({ queryKey })
      client.setQueriesData<PlanPage>({ queryKey }, (shown) => shown && { ...shown, rows: amend(shown.rows) })
      await shown()
    },
    [client, plan.id],
  )

  const sendOne = useCallback(async (): Promise<'sent' | 'refused' | 'nothing'> => {
    const added = latest.current.added.filter(({ refusal }) => !refusal)
    if (added[0]) {
      const { behindId } = added[0]
      const together = runOf(added)
      try {
        const { items } = await call(endpoints.addPlanItems, {
          planId: plan.id as never,
          behindId: behindId as never,
          items: together.map(({ id, facts }) => ({ id, ...facts })),
        })
        const facts = new Map(together.map((one) => [one.id, one.facts]))
        const unwanted = new Set([...facts.keys()].filter((id) => takenOut.current.has(id)))
        if (unwanted.size > 0) await call(endpoints.removePlanItems, { planId: plan.id as never, itemIds: [...unwanted] as never })
        const wanted = items.filter(({ id }) => !unwanted.has(id))
        await arrive((rows) =>
          [...rows.filter(({ id }) => !facts.has(id)), ...wanted.map((item) => ({ ...blank, ...facts.get(item.id), ...item }) as Item)].sort(
            (one, other) => one.position - other.position,
          ),
        )
        for (const id of facts.keys()) seenHere.current.add(id)
        put(({ edits, added }) => ({
          added: added.filter(({ id }) => !facts.has(id)),
          // what was typed meanwhile is an edit of the row that is there now
          edits: {
            ...edits,
            ...Object.fromEntries(
              added
                .filter(({ id, facts: now }) => facts.has(id) && now !== facts.get(id))
                .map(({ id, facts: now }) => [id, { was: facts.get(id) ?? {}, changes: now }]),
            ),
          },
        }))
        return 'sent'
      } catch (error) {
        const { status, message } = error as CallError
        if (status === 0 || status >= 500 || status === 429) throw error
        const ids = new Set(together.map(({ id }) => id))
        put(({ edits, added }) => ({ edits, added: added.map((one) => (ids.has(one.id) ? { ...one, refusal: { message, isClash: false } } : one)) }))
        return 'refused'
      }
    }
    const [itemId, edit] = Object.entries(latest.current.edits).find(([, { refusal }]) => !refusal) ?? []
    if (!itemId || !edit) return 'nothing'
    try {
      const { version } = await call(endpoints.savePlanItem, { itemId: itemId as never, was: edit.was, changes: edit.changes })
      await arrive((rows) => rows.map((row) => (row.id === itemId ? { ...row, ...edit.changes, version } : row)))
      put(({ edits, added }) => {
        const now = edits[itemId]
        const { [itemId]: _, ...others } = edits
        if (!now || now === edit) return { added, edits: others }
        const left = Object.fromEntries(Object.entries(now.changes).filter(([field, value]) => edit.changes[field as 'text'] !== value))
        return { added, edits: { ...others, [itemId]: { was: { ...now.was, ...edit.changes }, changes: left } } }
      })
      return 'sent'
    } catch (error) {
      const { status, message } = error as CallError
      if (status === 0 || status >= 500 || status === 429) throw error
      const isDropped = status === 404 && takenOut.current.has(itemId)
      put(({ edits: { [itemId]: mine, ...others }, added }) => {
        if (!mine || isDropped) return { edits: others, added }
        return { added, edits: { ...others, [itemId]: { ...mine, refusal: { message, isClash: status === 409 } } } }
      })
      return 'refused'
    }
  }, [plan.id, arrive, put])

  const sendAll = useCallback(async () => {
    let isAny = false
    for (let what = await sendOne(); what !== 'nothing'; what = await sendOne()) isAny = true
    if (isAny) void client.invalidateQueries({ queryKey: [endpoints.openPlan.path] })
  }, [sendOne, client])
  const isWaiting = useCallback(() => hasUnsent(latest.current), [])
  // what was typed into a cell that nobody had left is an edit from now on
  useEffect(() => {
    put((kept) => kept)
    rememberTyped(plan.id, [])
  }, [put, plan.id])
  const { isSending, isOffline, send } = useSending(plan.canEdit, isWaiting, sendAll)

  const change = useCallback(
    (itemId: string, changes: Partial<Facts>, seen: Partial<Facts>) => {
      const isKnown = seenHere.current.has(itemId) && !takenOut.current.has(itemId)
      put((kept) => withChange(kept, { itemId, changes, seen }, isKnown))
      void send()
    },
    [put, send],
  )
  const add = useCallback(
    (behindId: string | null, rows: readonly Partial<Facts>[]) => {
      let last = behindId
      const fresh = rows.map((facts) => {
        const one = { id: crypto.randomUUID(), behindId: last, facts }
        last = one.id
        return one
      })
      put(({ edits, added }) => ({ edits, added: [...added, ...fresh] }))
      void send()
      return fresh.map(({ id }) => id)
    },
    [put, send],
  )
  const [unread, setUnread] = useState(() => rememberedUnread(plan.id))
  const misread = useCallback(
    (cell: string, typed: string | null) =>
      setUnread(({ [cell]: _, ...others }) => {
        const now = typed === null ? others : { ...others, [cell]: typed }
        try {
          if (Object.keys(now).length) localStorage.setItem(unreadIn(plan.id), JSON.stringify(now))
          else localStorage.removeItem(unreadIn(plan.id))
        } catch {
          // a browser that keeps nothing still shows it
        }
        return now
      }),
    [plan.id],
  )
  const type = useCallback((typed: readonly Typed[]) => rememberTyped(plan.id, typed), [plan.id])
  const keepMine = useCallback(
    (itemId: string) => {
      put(({ edits, added }) => {
        const row = server.current.rows.find(({ id }) => id === itemId)
        const edit = edits[itemId]
        if (!edit) return { edits, added: added.map((one) => (one.id === itemId ? { id: one.id, behindId: one.behindId, facts: one.facts } : one)) }
        return { added, edits: { ...edits, [itemId]: { was: row ? pickOf(row, edit.changes) : edit.was, changes: edit.changes } } }
      })
      void send()
    },
    [put, send],
  )
  const dropMine = useCallback(
    (itemId: string) =>
      put(({ edits, added }) => {
        const { [itemId]: _, ...others } = edits
        return { edits: others, added: added.filter(({ id }) => id !== itemId) }
      }),
    [put],
  )

  const takeOut = useCallback((itemId: string) => void takenOut.current.add(itemId), [])
  // a row that is put back takes what was typed into it
  useEffect(() => {
    const back = plan.rows.filter(({ id }) => !shownRows.current.has(id))
    shownRows.current = new Set(plan.rows.map(({ id }) => id))
    for (const { id } of back) {
      takenOut.current.delete(id)
      if (latest.current.edits[id]?.refusal?.isClash === false) keepMine(id)
    }
  }, [plan.rows, keepMine])

  const rows = useMemo(() => merge(plan.rows, kept), [plan.rows, kept])
  // of a row that is gone nothing is left to mend
  const standing = useMemo(
    () => Object.fromEntries(Object.entries(unread).filter(([cell]) => rows.some(({ id }) => cell.startsWith(id)))),
    [unread, rows],
  )
  return {
    rows,
    unread: standing,
    misread,
    unsent: Object.keys(kept.edits).length + kept.added.length,
    isSending,
    isOffline,
    change,
    type,
    add,
    keepMine,
    dropMine,
    held: [
      ...Object.entries(kept.edits).map(([itemId, { changes }]) => ({ itemId, changes })),
      ...kept.added.map(({ id, facts }) => ({ itemId: id, changes: facts })),
    ],
    gone: Object.entries(kept.edits).flatMap(([itemId, { changes, refusal }]) =>
      refusal && !rows.some(({ id }) => id === itemId) ? [{ itemId, changes, message: refusal.message }] : [],
    ),
    takeOut,
  }
}

const hasUnsent = ({ edits, added }: Kept): boolean => [...Object.values(edits), ...added].some(({ refusal }) => !refusal)

/** Rows added one behind the other, which go in one call. */
function runOf(added: readonly Added[]): Added[] {
  const run = added.slice(0, 1)
  for (const one of added.slice(1)) {
    if (one.behindId !== run.at(-1)?.id || run.length >= 500) break
    run.push(one)
  }
  return run
}

/** The server's rows with what was typed over them, and those added here at their place. */
function merge(rows: readonly Item[], { edits, added }: Kept): Row[] {
  const merged: Row[] = rows.map((row) => {
    const edit = edits[row.id]
    if (!edit) return { ...row, refusal: null }
    const refusal = edit.refusal ? { ...edit.refusal, mine: edit.changes, theirs: pickOf(row, edit.changes) } : null
    return { ...row, ...edit.changes, refusal }
  })
  for (const { id, behindId, facts, refusal } of added) {
    if (merged.some((row) => row.id === id)) continue
    const at = behindId === null ? -1 : merged.findIndex((row) => row.id === behindId)
    const row: Row = { ...blank, ...facts, id, position: 0, version: 0, refusal: refusal ? { ...refusal, mine: facts, theirs: {} } : null }
    merged.splice(at < 0 ? merged.length : at + 1, 0, row)
  }
  return merged
}
