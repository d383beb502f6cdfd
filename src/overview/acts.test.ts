import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as changes } from '../dissemination/changes/contract.ts'
import { endpoints as dissemination } from '../dissemination/contract.ts'
import { endpoints as members } from '../dissemination/members/contract.ts'
import { words as disseminationWords } from '../dissemination/screen/words.ts'
import { endpoints as sessions } from '../dissemination/session/contract.ts'
import { endpoints as plans } from '../plans/contract.ts'
import { endpoints as orders } from '../plans/orders/contract.ts'
import { words as planWords } from '../plans/plan/words.ts'
import { words as stepWords } from '../plans/words.ts'
import { endpoints as tasks } from '../tasks/contract.ts'
import { words as taskWords } from '../tasks/obligation/words.ts'

/** Acts that leave a line in the history of no directive or plan: of a file, of one's own receipt. */
const elsewhere = /^(?:startExtraction|cancelExtraction|takeReceiptStep|receiveSeveral|passOn|setDaysBelow|takeStep|takePlanStep)$/

test('every act that the history of a directive or plan may show has words of its own', () => {
  const words = new Set([taskWords, disseminationWords, planWords].flatMap((some) => Object.keys(some)))
  const acts = Object.entries({ ...directives, ...tasks, ...dissemination, ...sessions, ...members, ...changes, ...plans, ...orders }).flatMap(
    ([name, { kind }]) => (kind === 'write' && !elsewhere.test(name) ? [name] : []),
  )
  assert.ok(acts.length > 30)
  assert.deepEqual(
    acts.filter((name) => !words.has(`act-${name}`)),
    [],
  )
  for (const event of plans.takePlanStep.input.shape.event.options) assert.ok(event in stepWords, event)
})
