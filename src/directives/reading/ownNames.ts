/** The letters that the document being read gives to bodies for a name: no list of words can know them. */
let names: ReadonlySet<string> = new Set()

/** Reads while these words count as names of bodies. */
export function knowing<T>(own: Iterable<string>, read: () => T): T {
  const before = names
  names = new Set(own)
  try {
    return read()
  } finally {
    names = before
  }
}

/** Whether the document being read has said that a word is the name of a body. */
export const isOwnName = (word: string): boolean => names.has(word)
