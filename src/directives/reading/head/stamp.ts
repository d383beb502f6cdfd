import type { Secrecy } from '../../contract.ts'
import { fold } from '../words/plaintext.ts'

const stamps: Readonly<Record<string, Secrecy>> = { mật: 'confidential', 'tối mật': 'secret', 'tuyệt mật': 'top-secret' }

/** The stamp of secrecy in the head of a document, a line of its own: «MẬT», «TỐI MẬT», «TUYỆT MẬT»; where there are several, the highest. */
export function stampOf(text: string): Secrecy {
  const found = text
    .split('\n', 60)
    .map((line) => stamps[fold(line.trim().replace(/^(?:độ mật\s*:)?\s*|[.\s]+$/giu, ''))])
    .filter((secrecy) => secrecy !== undefined)
  return (['top-secret', 'secret', 'confidential'] as const).find((secrecy) => found.includes(secrecy)) ?? 'none'
}

const order: readonly Secrecy[] = ['none', 'confidential', 'secret', 'top-secret']

/** The stricter of two stamps. */
export const stricter = (one: Secrecy, other: Secrecy): Secrecy => (order.indexOf(other) > order.indexOf(one) ? other : one)
