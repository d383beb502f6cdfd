import { useCallback, useEffect, useRef, useState } from 'react'

const again = 5000

/**
 * Sends what waits: when asked to, and as soon as the page, the lid or the network is open again, else every five seconds; never twice at a time.
 * `sendAll` and `isWaiting` keep their identity; `sendAll` fails only where the server was not reached.
 */
export function useSending(canSend: boolean, isWaiting: () => boolean, sendAll: () => Promise<void>) {
  const [isSending, setSending] = useState(false)
  const [isOffline, setOffline] = useState(false)
  const busy = useRef(false)
  const may = useRef(canSend)
  may.current = canSend

  const send = useCallback(async () => {
    if (busy.current || !may.current) return
    busy.current = true
    setSending(true)
    try {
      await sendAll()
      setOffline(false)
    } catch {
      setOffline(true)
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [sendAll])

  useEffect(() => {
    void send()
    const timer = setInterval(() => void (isWaiting() && send()), again)
    const wake = () => void send()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [send, isWaiting])

  return { isSending, isOffline, send }
}
