import { Alert } from 'antd'
import { useWords } from '../ui/useWords.tsx'
import type { Recognition } from './contract.ts'
import { words } from './words.ts'

/** Says that a text was recognised in a picture, and how sure its words are. */
export function RecognitionNotice({ recognition: { pages, words: count, confidence, doubtful } }: { recognition: Recognition }) {
  const t = useWords(words)
  return (
    <Alert
      className="recognised"
      type="warning"
      showIcon
      title={t('recognised')}
      description={t('recognisedHow', { pages, confidence, words: count, doubtful: doubtful.length })}
    />
  )
}
