import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useDuty } from '../../ui/ask.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

/** The way to lay another file of a directive beside it, for who may. */
export function CompareButton({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const navigate = useNavigate()
  if (!useDuty('clerk', 'leader')) return null
  return <Button onClick={() => void navigate({ to: '/directives/$directiveId/compare', params: { directiveId } })}>{t('compare')}</Button>
}
