import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words as changes } from '../dissemination/changes/screen/words.ts'
import { fill } from '../kernel/words.ts'
import { words as mail } from '../urging/mail/words.ts'
import { words as notices } from '../urging/notices/words.ts'
import { words as urgings } from '../urging/urgings/words.ts'
import { words } from './words.ts'

test('one thing is told in the singular', () => {
  const counted = ['count', 'total', 'todo', 'overdue', 'days', 'things', 'bodies', 'tasks', 'obligations']
  const one = Object.fromEntries(counted.map((name) => [name, 1]))
  const told = [words, mail, notices, urgings, changes].flatMap((some) => Object.entries(some))
  assert.ok(told.some(([, word]) => fill(word, one).en.startsWith('1 thing waits for you')))
  // what can only be told of several: a list longer than a file may be, many of one act
  const several = new Set(['tooMany', 'allBodies', 'letters'])
  const plural = told.flatMap(([key, word]) => {
    const { en } = fill(word, one)
    return !several.has(key) &&
      /\b1 (?:[a-z]+ )?(?:[a-z]{3,}s|bodies|have|are)\b/.test(en.replace(/1 (thing|task) (waits|lies)|1 (\w+ )*body has|1 has/g, ''))
      ? [en]
      : []
  })
  assert.deepEqual(plural, [])
})
