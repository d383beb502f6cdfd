import { fullNameOf } from '../../../directives/naming.ts'
import { PlaceLink } from '../../../ui/links.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import type { DirectiveChange } from '../contract.ts'
import { words } from './words.ts'

/** The way to the directive that takes the place of another, where there is one. */
export function ReplacedBy({ replacement }: { replacement: DirectiveChange['replacement'] }) {
  const t = useWords(words)
  if (!replacement) return null
  return (
    <>
      <p>
        {t('replacedBy')}{' '}
        <PlaceLink place={{ to: '/directives/$directiveId', params: { directiveId: replacement.id } }}>{fullNameOf(replacement)}</PlaceLink>
      </p>
      <NotSentYet replacement={replacement} />
    </>
  )
}

/** Says of a directive that takes the place of another that nobody has got it yet; nothing once it was sent out. */
export function NotSentYet({ replacement }: { replacement: DirectiveChange['replacement'] }) {
  const t = useWords(words)
  if (!replacement || replacement.isSent) return null
  return <p className="change-affects">{t('replacementNotSent', { directive: fullNameOf(replacement) })}</p>
}
