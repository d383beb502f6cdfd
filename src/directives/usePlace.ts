import { useCallback } from 'react'
import { useLanguage } from '../ui/useWords.tsx'
import { sayPlace } from './citing.ts'

/** Says a place in a document in the reader's language. */
export function usePlace(): (place: string) => string {
  const { language } = useLanguage()
  return useCallback((place) => sayPlace(place, language), [language])
}
