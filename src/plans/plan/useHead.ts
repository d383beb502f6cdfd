import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { type CallError, call } from '../../kernel/call.ts'
import { endpoints, type Head, type PlanPage } from '../contract.ts'
import { useSending } from '../editor/useSending.ts'

export type Part = keyof Head
/** Words typed into a part and what it held when that began; `isLeft` once they may go off. */
type Edit = { was: string; text: string; isLeft: boolean; refusal?: { message: string; isClash: boolean } | undefined }
type Kept = Partial<Record<Part, Edit>>

export type HeadDrafts = {
  edits: Kept
  /** How many parts have not reached the server. */
  unsent: number
  isSending: boolean
  isOffline: boolean
  type: (part: Part, text: string) => void
  leave: (part: Part) => void
  keepMine: (part: Part) => void
  dropMine: (part: Part) => void
}

const keyOf = (planId: string) => `trienkhai.plan.${planId}.head`

function remembered(planId: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(planId)) ?? '{}') as Kept
    return Object.fromEntries(Object.entries(kept).map(([part, edit]) => [part, { ...edit, isLeft: true }]))
  } catch {
    return {}
  }
}

function remember(planId: string, kept: Kept): void {
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(keyOf(planId))
    else localStorage.setItem(keyOf(planId), JSON.stringify(kept))
  } catch {
    // a browser that keeps nothing still sends
  }
}

const without = (kept: Kept, part: Part): Kept => {
  const { [part]: _, ...others } = kept
  return others
}

/** The words around the items of a plan with what was typed here: kept in the browser with each key, sent once a part is left, and again until it arrives; what clashes waits for a choice. */
export function useHead(plan: PlanPage): HeadDrafts {
  const client = useQueryClient()
  const [edits, setEdits] = useState<Kept>(() => remembered(plan.id))
  const latest = useRef(edits)
  const server = useRef(plan)
  server.current = plan

  const put = useCallback(
    (change: (kept: Kept) => Kept) => {
      latest.current = change(latest.current)
      remember(plan.id, latest.current)
      setEdits(latest.current)
    },
    [plan.id],
  )

  const sendOne = useCallback(
    async (part: Part, { was, text }: Edit) => {
      try {
        await call(endpoints.savePlanHead, { planId: plan.id as never, was: { [part]: was }, changes: { [part]: text } })
        client.setQueriesData<PlanPage>(
          { queryKey: [endpoints.openPlan.path, { planId: plan.id }] },
          (shown) => shown && { ...shown, [part]: text.trim() },
        )
        put((kept) => (kept[part]?.text === text ? without(kept, part) : { ...kept, [part]: { ...(kept[part] as Edit), was: text.trim() } }))
      } catch (error) {
        const { status, message } = error as CallError
        if (status === 0 || status >= 500 || status === 429) throw error
        put((kept) => (kept[part] ? { ...kept, [part]: { ...kept[part], refusal: { message, isClash: status === 409 } } } : kept))
        await client.invalidateQueries({ queryKey: [endpoints.openPlan.path] })
      }
    },
    [plan.id, client, put],
  )

  const sendAll = useCallback(async () => {
    for (let next = waiting(latest.current); next; next = waiting(latest.current)) await sendOne(...next)
  }, [sendOne])
  const isWaiting = useCallback(() => waiting(latest.current) !== undefined, [])
  const { isSending, isOffline, send } = useSending(plan.canEdit, isWaiting, sendAll)

  const type = (part: Part, text: string) =>
    put((kept) => ({ ...kept, [part]: { ...kept[part], was: kept[part]?.was ?? server.current[part], text, isLeft: false } }))
  const leave = (part: Part) => {
    put((kept) => {
      const edit = kept[part]
      if (!edit) return kept
      return edit.text.trim() === edit.was && !edit.refusal ? without(kept, part) : { ...kept, [part]: { ...edit, isLeft: true } }
    })
    void send()
  }
  const keepMine = (part: Part) => {
    put((kept) => ({ ...kept, [part]: { was: server.current[part], text: kept[part]?.text ?? '', isLeft: true } }))
    void send()
  }
  const dropMine = (part: Part) => put((kept) => without(kept, part))
  return { edits, unsent: Object.keys(edits).length, isSending, isOffline, type, leave, keepMine, dropMine }
}

/** The next part that may go off. */
const waiting = (kept: Kept): [Part, Edit] | undefined =>
  (Object.entries(kept) as [Part, Edit][]).find(([, { isLeft, refusal }]) => isLeft && !refusal)
