import { PlaceLink } from '../../ui/links.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { documentPlace } from './places.ts'
import { words } from './words.ts'

type Props = { directiveId: string; taskId: string; text: string; provisions: readonly { label: string; text: string }[] }

/** Where the words that asked for it stand: the headings above them, each step up to the document itself, and their own provision where it says more than they do. */
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
      {own && own.text !== text && (
        <p className="source-words">
          {own.label && !/^[-–+•]$/.test(own.label) && <strong>{own.label} </strong>}
          {own.text}
        </p>
      )}
      <PlaceLink place={documentPlace(directiveId, taskId)}>{t('openSource')}</PlaceLink>
    </blockquote>
  )
}
