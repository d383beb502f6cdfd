import { PassThrough } from 'node:stream'
import { spec } from 'node:test/reporters'

/** Node's own report, with the whole count once more as the very last line; a run without tests fails. */
export default async function* report(events) {
  let total
  const watched = (async function* () {
    for await (const event of events) {
      if (event.type === 'test:summary' && event.data.file === undefined) total = event.data.counts
      yield event
    }
  })()
  yield* PassThrough.from(watched).pipe(new spec())
  if (!total?.tests) process.exitCode = 1
  const { tests = 0, passed = 0, skipped = 0, todo = 0 } = total ?? {}
  yield `${passed} passed, ${tests - passed - skipped - todo} failed, ${skipped + todo} skipped\n`
}
