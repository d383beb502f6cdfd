/// <reference types="vite/client" />
import '../../dissemination.css'
import { AlertAbove } from '../../../ui/AlertAbove.tsx'
import { useAsk } from '../../../ui/ask.ts'
import { showDay } from '../../../ui/days.ts'
import { PlaceLink } from '../../../ui/links.tsx'
import { useWords } from '../../../ui/useWords.tsx'
import { disseminationPlace } from '../../screen/places.ts'
import { endpoints } from '../contract.ts'
import { ReplacedBy } from './ReplacedBy.tsx'
import { words } from './words.ts'

/** Above a directive: that it was recalled or replaced, and that a change waits for one's own body; nothing otherwise. */
export function ChangeNotice({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const found = useAsk(endpoints.listReceivedChanges, { directiveId: directiveId as never })
  const { takenBack = null, changes = [] } = found.data ?? {}
  const isWaiting = changes.some(({ state }) => state === 'asked')
  const way = takenBack?.kind === 'replace' ? 'replace' : 'recall'
  return (
    <>
      {takenBack && (
        <AlertAbove
          type="warning"
          title={t(`takenBack-${way}`, { day: showDay(takenBack.sentOn) })}
          short={t(`takenBackShort-${way}`, { day: showDay(takenBack.sentOn) })}
        >
          {takenBack.reason}
          <ReplacedBy kind={takenBack.kind} replacement={takenBack.replacement} />
        </AlertAbove>
      )}
      {isWaiting && (
        <AlertAbove
          type="info"
          title={t('waits')}
          short={t('waitsShort')}
          action={<PlaceLink place={disseminationPlace(directiveId, { view: 'changes' })}>{t('goAnswer')}</PlaceLink>}
        />
      )}
    </>
  )
}
