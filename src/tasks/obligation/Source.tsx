import { PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { documentPlace } from './places.ts'
import { words } from './words.ts'

type Props = { directiveId: string; taskId: string; text: string; provisions: readonly { label: string; text: string }[] }

/** The words that asked for it under the headings they stand below, each step up to the document itself. */
export function Source({ directiveId, taskId, text, provisions }: Props) {
  const t = useWords(words)
  const above = provisions.slice(0, -1)
  const own = provisions.at(-1)
  return (
    <blockquote className="source" lang="vi">
      {above.map(({ label, text }) => (
        <p key={`${label}${text}`} className="source-above">
          {label && <strong>{label} </strong>}
          {text}
        </p>
      ))}
      <p className="source-words">
        {own?.label && !/^[-–+•]$/.test(own.label) && <strong>{own.label} </strong>}
        {text}
      </p>
      <PlaceLink place={documentPlace(directiveId, taskId)}>{t('openSource')}</PlaceLink>
    </blockquote>
  )
}
