import { type RefObject, useEffect, useRef } from 'react'

type Pane = RefObject<HTMLElement | null>

/** Two panes that scroll together: while one leads, the item at its top has its twin at the same height in the other. `show` brings an item to the top. */
export function useTogether(left: Pane, right: Pane): { lead: (pane: HTMLElement | null) => void; show: (itemId: string | undefined) => void } {
  const leader = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const [one, other] = [left.current, right.current]
    if (!one || !other) return
    const follow = (from: HTMLElement, to: HTMLElement) => () => {
      if (leader.current !== from) return
      const item = topmost(from)
      const twin = item && to.querySelector<HTMLElement>(`[data-item="${item.dataset.twin}"]`)
      if (item && twin) to.scrollTop = twin.offsetTop - (item.offsetTop - from.scrollTop)
    }
    const [onLeft, onRight] = [follow(one, other), follow(other, one)]
    one.addEventListener('scroll', onLeft, { passive: true })
    other.addEventListener('scroll', onRight, { passive: true })
    return () => {
      one.removeEventListener('scroll', onLeft)
      other.removeEventListener('scroll', onRight)
    }
  }, [left, right])
  const show = (itemId: string | undefined) => {
    const [one, other] = [left.current, right.current]
    const item = itemId && one?.querySelector<HTMLElement>(`[data-item="${itemId}"]`)
    if (!item || !one || !other) return
    leader.current = null
    one.scrollTop = item.offsetTop
    const twin = other.querySelector<HTMLElement>(`[data-item="${item.dataset.twin}"]`)
    if (twin) other.scrollTop = twin.offsetTop
  }
  return {
    lead: (pane) => {
      leader.current = pane
    },
    show,
  }
}

/** The first item in sight that has a twin. */
const topmost = (pane: HTMLElement): HTMLElement | undefined =>
  [...pane.querySelectorAll<HTMLElement>('[data-twin]')].find((item) => item.offsetTop + item.offsetHeight > pane.scrollTop)
