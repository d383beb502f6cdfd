import { modernised } from './encodings.ts'

/** Letters of a Vietnamese text, and those of its neighbours in the West. */
const own = /[A-Za-z\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/
const foreign = /(?![A-Za-z\u00c0-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u00aa\u00b5\u00ba\u03bc\u03a9])\p{L}|[\u0250-\u02ff]/u
/** Fewer such words prove nothing. */
const fewest = 8
/** Of the words of a page so many are mixed where its font does not say what its letters are; of an honest page hardly one. */
const atLeast = 0.1

/**
 * Whether the words of a page are no words: letters of several scripts in one ("ÿӏQK" for «định»). Some programs that stamp or sign a pdf put in fonts that print well and do not
 * say, or say wrongly, which letters they print.
 */
export function isGarbled(text: string): boolean {
  const all = text.split(/\s+/).filter((word) => /\p{L}/u.test(word))
  const mixed = (words: readonly string[]) => words.filter((word) => own.test(word) && foreign.test(word)).length
  const isMixed = (words: readonly string[]) => mixed(words) >= Math.max(fewest, atLeast * words.length)
  return isMixed(all) && isMixed(modernised(all.join(' ')).split(' '))
}
