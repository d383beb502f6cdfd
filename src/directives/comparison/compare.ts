import { diffArrays } from 'diff'
import { fold } from '../reading/words/plaintext.ts'
import { align, keyOf } from './align.ts'

/** Words that stand in both, in the second alone, or in the first alone. */
export type Piece = { kind: 'same' | 'added' | 'removed'; words: string }
/** A provision; `whole` is all that it prints, where that is more than its words: every cell of a row; `cited` the place that stays when paragraphs are put in elsewhere. */
export type ProvisionWords = { address: string; label: string; text: string; whole?: string; cited?: string }
/** A provision in both documents, or in one of them. */
export type Compared = { kind: 'same' | 'changed' | 'added' | 'removed'; before: number | null; after: number | null }

/** So many words may differ at most before two texts are shown one after the other. */
const mostWords = 1500

/** What became of the provisions of a document in another version of it, in its order. Another number alone is no change. */
export function compareProvisions(before: readonly ProvisionWords[], after: readonly ProvisionWords[]): Compared[] {
  const placed = ({ text, address, cited }: ProvisionWords) => ({ text, place: address === '' ? '' : (cited ?? address) })
  return align(before.map(placed), after.map(placed)).map((pair) => {
    if (pair.after === null) return { kind: 'removed', ...pair }
    if (pair.before === null) return { kind: 'added', ...pair }
    const printed = (one: ProvisionWords | undefined) => keyOf(one?.whole ?? one?.text ?? '')
    return { kind: printed(before[pair.before]) === printed(after[pair.after]) ? 'same' : 'changed', ...pair }
  })
}

/** Two texts word by word; what differs in capitals or in the place of a tone mark alone is the same. */
export function compareWords(before: string, after: string): Piece[] {
  const split = (text: string) => text.split(/\s+/).filter(Boolean)
  const changes = diffArrays(split(before), split(after), {
    maxEditLength: mostWords,
    comparator: (one, other) => one === other || fold(one) === fold(other),
  })
  const whole: Piece[] = [
    { kind: 'removed', words: split(before).join(' ') },
    { kind: 'added', words: split(after).join(' ') },
  ]
  const pieces: Piece[] =
    changes?.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', words: value.join(' ') })) ?? whole
  return pieces.filter(({ words }) => words !== '')
}
