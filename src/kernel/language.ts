import type { Language } from './words.ts'

/** The language a request asks for: Vietnamese unless it prefers English. */
export const languageOf = (header: string | undefined): Language => (header?.trim().toLowerCase().startsWith('en') ? 'en' : 'vi')
