/** Writes to standard output and waits until it is taken, so that a long answer is not cut at the end of the process; a reader who has seen enough is no fault. */
export const writeOut = (content: string | Uint8Array): Promise<void> =>
  new Promise((done, fail) => {
    const end = (error?: Error | null) => (error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? fail(error) : done())
    process.stdout.once('error', end)
    process.stdout.write(content, end)
  })
