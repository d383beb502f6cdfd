import { useSyncExternalStore } from 'react'

const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 767px)') : null

const listen = (changed: () => void): (() => void) => {
  query?.addEventListener('change', changed)
  return () => query?.removeEventListener('change', changed)
}

/** True on a screen as narrow as a telephone's. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query?.matches ?? false)
