import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { speak } from '../kernel/call.ts'
import { fill, type Language, type Values, type Word, type Words } from '../kernel/words.ts'

type Chosen = { language: Language; choose: (language: Language) => void }
const Chosen = createContext<Chosen>({ language: 'vi', choose: () => undefined })
const kept = 'trienkhai.language'

const remembered = (): Language => {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

/** Holds the reader's language: kept in the browser, told to the server, written on the document. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const language = remembered()
    speak(language)
    return language
  })
  const choose = useCallback((chosen: Language) => {
    speak(chosen)
    setLanguage(chosen)
    try {
      localStorage.setItem(kept, chosen)
    } catch {
      // a browser that keeps nothing still reads
    }
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const chosen = useMemo(() => ({ language, choose }), [language, choose])
  return <Chosen value={chosen}>{children}</Chosen>
}

/** The reader's language and the way to change it. */
export const useLanguage = (): Chosen => use(Chosen)

/** Says a word in the reader's language. */
export function useSay(): (word: Word, values?: Values) => string {
  const { language } = useLanguage()
  return useCallback((word, values) => (values ? fill(word, values) : word)[language], [language])
}

/** The words of a slice, by key, in the reader's language: `const t = useWords(words); t('saved', { day })`. */
export function useWords<W extends Words>(words: W): (key: keyof W & string, values?: Values) => string {
  const say = useSay()
  return useCallback((key, values) => say(words[key] as Word, values), [words, say])
}
