import { type ReactNode, useEffect } from 'react'
import { LanguageSwitch } from '../ui/HeaderMenus.tsx'
import { Mark } from '../ui/Mark.tsx'
import { useWords } from '../ui/useWords.tsx'
import { words } from './words.ts'

/** The frame of the pages before anyone is signed in. */
export function Outside({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const t = useWords(words)
  useEffect(() => {
    document.title = `${title} · Triển Khai`
  }, [title])
  return (
    <div className="outside">
      <header className="outside-bar">
        <LanguageSwitch />
      </header>
      <main className={wide ? 'outside-main is-wide' : 'outside-main'}>
        <div className="outside-brand">
          <Mark size={48} />
          <div>
            <h1>Triển Khai</h1>
            <p>{t('productSentence')}</p>
          </div>
        </div>
        {children}
      </main>
    </div>
  )
}
