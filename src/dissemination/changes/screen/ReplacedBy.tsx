import { fullNameOf } from '../../../directives/naming.ts'
import { PlaceLink } from '../../../ui/links.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { whole } from '../../../ui/whole.tsx'
import type { ChangeKind, DirectiveChange } from '../contract.ts'
import { words } from './words.ts'

type Props = { kind: ChangeKind; replacement: DirectiveChange['replacement'] }

/** The way to the directive that takes the place of another; whoever has not got it is told that it has still to come. */
export function ReplacedBy({ kind, replacement }: Props) {
  const t = useWords(words)
  if (kind !== 'replace') return null
  if (!replacement) return <p className="quiet">{t('replacementUnseen')}</p>
  return (
    <>
      <p>
        {t('replacedBy')}{' '}
        <PlaceLink place={{ to: '/directives/$directiveId', params: { directiveId: replacement.id } }}>{whole(fullNameOf(replacement))}</PlaceLink>
      </p>
      <NotSentYet replacement={replacement} />
    </>
  )
}

/** Says of a directive that takes the place of another that nobody has got it yet; nothing once it was sent out. */
export function NotSentYet({ replacement }: Pick<Props, 'replacement'>) {
  const t = useWords(words)
  if (!replacement || replacement.isSent) return null
  return <p className="change-affects">{t('replacementNotSent')}</p>
}
