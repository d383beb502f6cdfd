/** A word or sentence of the screen in each language; `{{name}}` stands for a value, `{{name|thing waits|things wait}}` for a number with what is said of one and of others. */
export type Word = { readonly vi: string; readonly en: string }
export type Words = Readonly<Record<string, Word>>
export type Language = keyof Word
export type Values = Readonly<Record<string, string | number>>

/** The word with its values put in, still in each language; numbers are written as each language writes them. */
export function fill(word: Word, values: Values): Word {
  const put = (language: Language) =>
    word[language].replace(/\{\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}\}/g, (whole, name: string, one?: string, others?: string) => {
      const value = values[name] ?? whole
      const shown = typeof value === 'number' ? showNumber(value, language) : value
      return one ? `${shown} ${shown === '1' ? one : others}` : shown
    })
  return { vi: put('vi'), en: put('en') }
}

/** A number as a language writes it: 1.244 and 99,9 in Vietnamese, 1,244 and 99.9 in English. */
export const showNumber = (value: number, language: Language): string => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')

/** A text with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
