/** Writes to standard output and waits until it is taken, so that a long answer is not cut at the end of the process. */
export const writeOut = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(text, (error) => (error ? fail(error) : done()))
  })
