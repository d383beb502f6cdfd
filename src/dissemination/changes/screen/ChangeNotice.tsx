/// <reference types="vite/client" />
import '../../dissemination.css'
import { Alert } from 'antd'
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
  return (
    <>
      {takenBack && (
        <Alert
          type="warning"
          showIcon
          className="alert-above"
          title={t(`takenBack-${takenBack.kind === 'replace' ? 'replace' : 'recall'}`, { day: showDay(takenBack.sentOn) })}
          description={
            <>
              {takenBack.reason}
              <ReplacedBy kind={takenBack.kind} replacement={takenBack.replacement} />
            </>
          }
        />
      )}
      {isWaiting && (
        <Alert
          type="info"
          showIcon
          className="alert-above"
          title={t('waits')}
          action={<PlaceLink place={disseminationPlace(directiveId, { view: 'changes' })}>{t('goAnswer')}</PlaceLink>}
        />
      )}
    </>
  )
}
