import { MenuOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Me } from '../people/contract.ts'
import { AccountMenu, LanguageSwitch, PostSwitch } from './HeaderMenus.tsx'
import { useLive } from './live.ts'
import { Mark } from './Mark.tsx'
import { menu } from './menu.tsx'
import { useSay, useWords } from './useWords.tsx'
import { words } from './words.ts'

const ClockBanner = lazy(() =>
  import('./ClockBanner.tsx').then(
    ({ ClockBanner }): { default: ComponentType<{ today: string }> } => ({ default: ClockBanner }),
    () => ({ default: () => null }), // the page does without it
  ),
)
const Bell = lazy(() =>
  import('../urging/notices/Bell.tsx').then(
    ({ Bell }): { default: ComponentType } => ({ default: Bell }),
    () => ({ default: () => null }),
  ),
)
type Person = NonNullable<Me['person']>

/** The frame around every page: the menu, the post acted in, the language, the account. */
export function Shell({ person, clock, children }: { person: Person; clock: Me['clock']; children: ReactNode }) {
  const t = useWords(words)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useLive()
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    setMenuOpen(false)
    main.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <header className="bar">
        <Button className="bar-menu" type="text" icon={<MenuOutlined />} aria-label={t('openMenu')} onClick={() => setMenuOpen(true)} />
        <Link to="/" className="brand" aria-label={t('product')}>
          <Mark />
          <span>{t('product')}</span>
        </Link>
        <div className="bar-end">
          {person.acting && <PostSwitch acting={person.acting} posts={person.posts} />}
          {person.acting && (
            <Suspense fallback={<span className="bell" />}>
              <Bell />
            </Suspense>
          )}
          <LanguageSwitch />
          <AccountMenu name={person.name} username={person.username} />
        </div>
      </header>
      {clock.isSet && (
        <Suspense fallback={<div className="clock" />}>
          <ClockBanner today={clock.today} />
        </Suspense>
      )}
      <aside className="side">
        <MainMenu duties={person.acting?.duties ?? []} />
      </aside>
      <Drawer placement="left" size={290} open={isMenuOpen} onClose={() => setMenuOpen(false)} title={t('product')} styles={{ body: { padding: 0 } }}>
        <MainMenu duties={person.acting?.duties ?? []} />
      </Drawer>
      <main id="main" className="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function MainMenu({ duties }: { duties: readonly string[] }) {
  const t = useWords(words)
  const say = useSay()
  const mine = menu.filter((entry) => !entry.for || entry.for.some((duty) => duties.includes(duty)))
  return (
    <nav aria-label={t('mainMenu')} className="menu">
      <ul>
        {mine.map((entry, index) => (
          <li key={entry.to} className={index > 0 && entry.group !== mine[index - 1]?.group ? 'menu-apart' : undefined}>
            <Link
              to={entry.to as '/bodies'}
              activeOptions={{ exact: (entry.to as string) === '/', includeSearch: false }}
              activeProps={{ className: 'is-here' }}
            >
              <span aria-hidden="true">{entry.icon}</span>
              {say(entry.word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
