/** A word or sentence of the screen in each language; `{{name}}` stands for a value. */
export type Word = { readonly vi: string; readonly en: string }
export type Words = Readonly<Record<string, Word>>
export type Language = keyof Word
export type Values = Readonly<Record<string, string | number>>

/** The word with its values put in, still in each language. */
export function fill(word: Word, values: Values): Word {
  const put = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
  return { vi: put(word.vi), en: put(word.en) }
}
