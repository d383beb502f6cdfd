import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { names, sayWrong } from './inputs.ts'
import { parametersOf } from './kernel/endpoint.ts'
import { endpoints as plans } from './plans/contract.ts'
import { slicesOf } from './slices.ts'

type Schema = { def?: { innerType?: Schema; element?: Schema; in?: Schema; options?: Schema[] }; shape?: Record<string, Schema> }

/** The names of all that may be sent, at any depth. */
function namesIn({ def, shape }: Schema): string[] {
  const inner = [def?.innerType, def?.element, def?.in, ...(def?.options ?? [])].filter((one) => one !== undefined)
  return [...Object.keys(shape ?? {}), ...Object.values(shape ?? {}).flatMap(namesIn), ...inner.flatMap(namesIn)]
}
const saysOf = (schema: z.ZodType, given: unknown) => {
  const parsed = schema.safeParse(given, { reportInput: true })
  return parsed.success ? null : sayWrong(parsed.error.issues)
}

describe('what is wrong with what was sent', () => {
  test('every field of every endpoint has a name', () => {
    const asked = slicesOf({} as never).flatMap(({ endpoints }) =>
      Object.values(endpoints).flatMap(({ input, path }) => namesIn(input as Schema).filter((name) => !parametersOf(path).includes(name))),
    )
    assert.ok(asked.length > 300)
    assert.deepEqual(
      [...new Set(asked)].filter((name) => !(name in names)),
      [],
    )
  })

  test('is said with the names of the screens, in plain words of either language', () => {
    const step = plans.takePlanStep.input
    const given = { planId: crypto.randomUUID(), version: 1, event: 'return' }
    assert.equal(
      saysOf(step, { ...given, remarks: [{ itemId: crypto.randomUUID(), text: '' }] })?.vi,
      'Chưa nhận được vì: «Nhận xét» ở dòng 1 chưa có, xin nhập.',
    )
    assert.deepEqual(saysOf(step, { ...given, event: 'fly', version: 'one', issuedOn: '2013-02-30' }), {
      vi: 'Chưa nhận được vì: «Lần sửa đang xem» phải ghi bằng số; «Bước thực hiện» không có trong các lựa chọn; xin chọn lại; «Ngày ban hành» không phải một ngày có trên lịch; xin ghi đủ ngày, tháng, năm.',
      en: 'It was not taken: «Version seen» must be a number; «Step» is none of the choices; choose again; «Day of issue» is no day of the calendar; give day, month and year.',
    })
    const facts = { money: -1, text: 'x'.repeat(4001), obligationIds: ['x'], lead: 7, product: [] }
    assert.equal(
      saysOf(plans.savePlanItem.input, { itemId: crypto.randomUUID(), was: {}, changes: facts })?.vi,
      'Chưa nhận được vì: «Nội dung» dài quá, nhiều nhất 4.000 ký tự; «Sản phẩm» phải ghi bằng chữ; «Chủ trì» phải ghi bằng chữ; và 2 chỗ khác.',
    )
    assert.equal(saysOf(z.object({ version: z.number().int() }), { version: 1.5 })?.vi, 'Chưa nhận được vì: «Lần sửa đang xem» phải là số nguyên.')
    assert.equal(saysOf(z.object({ reason: z.string().min(3) }), { reason: 'a' })?.vi, 'Chưa nhận được vì: «Lý do» cần ít nhất 3 ký tự.')
    assert.equal(saysOf(z.object({ reason: z.string() }), 'words')?.vi, 'Chưa nhận được vì: dữ liệu gửi lên chưa đúng dạng yêu cầu.')
    assert.equal(saysOf(z.object({ reason: z.string() }), undefined)?.en, 'It was not taken: what was sent is missing; fill it in.')
  })

  test('no word of a programmer’s is said, whatever is sent', () => {
    const junk: unknown[] = [undefined, null, '', 0, -1, 1.5, 'x', [], {}, true, ['x'], 'y'.repeat(5000), { a: 1 }]
    for (const { endpoints } of slicesOf({} as never))
      for (const { input } of Object.values(endpoints))
        for (const value of junk) {
          const given = Object.fromEntries(Object.keys(input.shape).map((name) => [name, value]))
          const said = saysOf(input, given)
          if (said) assert.doesNotMatch(`${said.vi} ${said.en}`, /undefined|string|expected|mong đợi|UUID|ISO|NaN|\bInvalid|object|\[/, said.vi)
        }
  })
})
