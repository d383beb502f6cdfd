import { App, ConfigProvider } from 'antd'
import enModule from 'antd/es/locale/en_US.js'
import type { Locale } from 'antd/es/locale/index.js'
import viModule from 'antd/es/locale/vi_VN.js'
import { type ReactNode, useMemo } from 'react'
import { look } from './look.ts'
import { signStyles } from './nonce.ts'
import { useStill } from './useNarrow.ts'
import { useLanguage } from './useWords.tsx'

const localeOf = (module: unknown): Locale => (module as { default?: Locale }).default ?? (module as Locale)
const locales = { vi: localeOf(viModule), en: localeOf(enModule) }
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
signStyles(nonce)

/** Ant Design in the product's look, the reader's language, and with the page's nonce on its styles. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const isStill = useStill()
  const theme = useMemo(() => (isStill ? { ...look, token: { ...look.token, motion: false } } : look), [isStill])
  return (
    <ConfigProvider theme={theme} locale={locales[language]} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      {/* what is told stands at the foot, so that no head of a page or dialog is covered */}
      <App component={false} message={{ duration: 4, top: 'auto' }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
