import { endpoints as directives } from '../src/directives/contract.ts'
import { endpoints as tasks } from '../src/tasks/contract.ts'
import type { TestHouse } from './kit.ts'

let issued = 0

/** The clerk of Tỉnh ủy Bắc Ninh issues a plan with some orders, secret or not; gives its id and its obligations in the order of the bodies' names. */
export async function issueOrders(house: TestHouse, orders: readonly string[], secrecy: 'none' | 'secret' = 'none') {
  const clerk = await house.visit('tubacninh.chuyenvien')
  const text = ['KẾ HOẠCH', `về việc thứ ${++issued} của tỉnh`, ...orders.map((order, i) => `${i + 1}- ${order}`)].join('\n')
  const read = await clerk.ask(directives.readDirective, { text })
  const { ownerId, kind, title } = await clerk.ask(directives.openDirective, read)
  const facts = { kind, title, number: null, issuedOn: null, recipients: [], references: [], issuerName: 'Tỉnh ủy Bắc Ninh', secrecy }
  await clerk.ask(directives.amendDirective, { ...read, version: 1, ...facts, issuerId: ownerId as never, standingId: ownerId as never })
  await clerk.ask(directives.issueDirective, { ...read, version: 2 })
  const { rows } = await clerk.ask(tasks.listObligations, { ...read, limit: 500 })
  return { directiveId: read.directiveId, obligations: rows.toSorted((one, other) => one.bodyName.localeCompare(other.bodyName, 'vi')) }
}
