import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { endpoints as directives } from '../src/directives/contract.ts'
import type { Visitor } from './kit.ts'

/** Hands a file in and waits until its text is worked out; gives the id of that. */
export async function workOut(visitor: Visitor, name: string, content: Buffer | string): Promise<never> {
  const { body } = await visitor.upload(name, content)
  const { extractionId } = await visitor.ask(directives.startExtraction, { fileId: body.id })
  for (let left = 300; left > 0; left--) {
    const { state, refusal } = await visitor.ask(directives.followExtraction, { extractionId })
    if (state === 'done') return extractionId as never
    if (refusal) throw new Error(refusal)
    await setTimeout(100)
  }
  throw new Error(`${name} was never read`)
}

/** The plan of the example as it might have been signed: one day put off, one body exchanged, one of its aims left out. */
export async function signedPlan(): Promise<string> {
  const plan = await readFile(new URL('../examples/plan-2013/ke-hoach-64-kl-tw.txt', import.meta.url), 'utf8')
  return plan
    .normalize('NFC')
    .replace('trước tháng 12-2013', 'trước ngày 15-01-2014')
    .replace('Ban Tuyên giáo Trung ương chủ trì', 'Ban Dân vận Trung ương chủ trì')
    .replace(/\n-[^\n]*kiện toàn tổ chức[^\n]*(?=\n)/, '')
}
