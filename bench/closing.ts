const left: (() => Promise<unknown>)[] = []
let closing: Promise<void> | undefined

/** Remembers how to take away what a bench has begun to set up, from the moment it begins. */
export function leaveNothingOf(takeAway: () => Promise<unknown>): void {
  left.push(takeAway)
}

/** Takes everything away, the newest first; asked twice, it waits for the first time. */
export function closeAll(): Promise<void> {
  closing ??= (async () => {
    for (let takeAway = left.pop(); takeAway; takeAway = left.pop()) await takeAway().catch((error) => console.error(error))
    closing = undefined
  })()
  return closing
}
