import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { askAllAnew } from './ask.ts'

const calm = 600

/**
 * Keeps every page fresh: when the server says something changed, what is on screen is asked anew at once, and then at most every 0.6 seconds.
 * A window that nobody sees asks when it is looked at again.
 */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    let held: ReturnType<typeof setTimeout> | undefined
    let isDue = false
    let again: ReturnType<typeof setTimeout> | undefined
    let wasOpen = false
    const refresh = () => {
      isDue = held !== undefined || document.hidden
      if (isDue) return
      void askAllAnew(client)
      held = setTimeout(() => {
        held = undefined
        if (isDue) refresh()
      }, calm)
    }
    const look = () => {
      if (isDue) refresh()
    }
    const connect = () => {
      source = new EventSource('/api/changes')
      source.onmessage = refresh
      source.onopen = () => {
        // what was answered before the first opening may have changed since, and nobody said so
        if (!wasOpen) void client.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt > 0 })
        else refresh()
        wasOpen = true
      }
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return
        clearTimeout(again)
        again = setTimeout(connect, 10_000)
      }
    }
    connect()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      source?.close()
      clearTimeout(held)
      clearTimeout(again)
    }
  }, [client])
}
