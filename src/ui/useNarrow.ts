import { useSyncExternalStore } from 'react'

/** A hook that follows a question to the reader's screen and system. */
function follow(question: string): () => boolean {
  const query = typeof matchMedia === 'function' ? matchMedia(question) : null
  const listen = (changed: () => void): (() => void) => {
    query?.addEventListener('change', changed)
    return () => query?.removeEventListener('change', changed)
  }
  return () => useSyncExternalStore(listen, () => query?.matches ?? false)
}

/** True on a screen as narrow as a telephone's. */
export const useNarrow = follow('(max-width: 767px)')

/** True where the reader's system asks for little motion. */
export const useStill = follow('(prefers-reduced-motion: reduce)')
