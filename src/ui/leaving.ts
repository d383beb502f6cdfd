import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useWords } from './useWords.tsx'
import { words } from './words.ts'

/** Asks before the page is left, for another one or for good, while something entered on it is not sent, and says how long it is kept. Filters of the same page lead nowhere else. */
export function useAskBeforeLeaving(isUnsent: () => boolean, isLasting = false): void {
  const t = useWords(words)
  const { modal } = App.useApp()
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname &&
      isUnsent() &&
      !(await modal.confirm({
        title: t('leavePage'),
        content: t(isLasting ? 'leaveLastingAdvice' : 'leavePageAdvice'),
        okText: t('leavePageYes'),
        cancelText: t('leavePageNo'),
      })),
    enableBeforeUnload: isUnsent,
  })
}
