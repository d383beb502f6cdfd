import type { RefusalKind } from '../../kernel/errors.ts'
import type { Values, Word } from '../../kernel/words.ts'

/** A file that can’t be read, thrown where the reason is found; whoever knows the file’s name makes a refusal of it. */
export class Unfit extends Error {
  readonly kind: RefusalKind
  readonly sentence: Word
  readonly values: Values
  constructor(kind: RefusalKind, sentence: Word, values: Values = {}) {
    super(sentence.en)
    this.kind = kind
    this.sentence = sentence
    this.values = values
  }
}
