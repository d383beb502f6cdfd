import { createContext, use, useState, useSyncExternalStore } from 'react'

/** Where a change of focus came from: the other side follows it. */
export type Side = 'card' | 'words' | 'keys'
type Held = { current: string | null; hovered: string | null; side: Side; turn: number; at: number | null }

/** Which task is looked at, beside React's state: whoever shows one task redraws alone. */
export type Focus = {
  read: () => Held
  listen: (changed: () => void) => () => void
  /** Settles on a task; the other side scrolls to it, or to a place of the text that it rests on. */
  choose: (id: string | null, side: Side, at?: number | null) => void
  hover: (id: string | null, side: Side) => void
}

export function makeFocus(current: string | null = null): Focus {
  let held: Held = { current, hovered: null, side: 'keys', turn: 0, at: null }
  const listeners = new Set<() => void>()
  const put = (next: Partial<Held>) => {
    held = { ...held, ...next }
    for (const changed of listeners) changed()
  }
  return {
    read: () => held,
    listen: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    choose: (id, side, at = null) => put({ current: id, hovered: null, side, turn: held.turn + 1, at }),
    hover: (id, side) => (held.hovered !== id || held.side !== side) && put({ hovered: id, side, at: null }),
  }
}

const InFocus = createContext<Focus | null>(null)
/** Shares a focus with what stands within. */
export const FocusProvider = InFocus
export const useOwnFocus = (current: string | null): Focus => useState(() => makeFocus(current))[0]

/** The focus shared by what stands around. */
export function useFocus(): Focus {
  const focus = use(InFocus)
  if (!focus) throw new Error('no focus around')
  return focus
}

/** The task whose words stand out now: the one under the mouse, else the one settled on. */
export const useLit = (): string | null => {
  const focus = useFocus()
  return useSyncExternalStore(focus.listen, () => focus.read().hovered ?? focus.read().current)
}

/** How one task stands: settled on, under the mouse, or neither. */
export function useStanceOf(id: string): 'current' | 'hovered' | 'none' {
  const focus = useFocus()
  return useSyncExternalStore(focus.listen, () => {
    const { current, hovered } = focus.read()
    return current === id ? 'current' : hovered === id ? 'hovered' : 'none'
  })
}
