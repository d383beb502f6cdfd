import { createContext, use, useEffect, useId } from 'react'

/** How the files of one input stand: some on their way, some that failed, or all arrived. */
export type UploadState = 'sending' | 'failed' | 'arrived'

/** Where the file inputs of a form tell how their files stand; a form asks before it sends. */
export const Uploads = createContext<Map<string, UploadState>>(new Map())

/** Tells the form around how the files of this input stand. */
export function useUploadState(state: UploadState): void {
  const uploads = use(Uploads)
  const id = useId()
  useEffect(() => {
    uploads.set(id, state)
    return () => void uploads.delete(id)
  }, [uploads, id, state])
}
