/// <reference types="vite/client" />
import './dissemination.css'
import { Segmented } from 'antd'
import type { z } from 'zod'
import type { DirectivePage } from '../directives/contract.ts'
import { citationOf } from '../directives/naming.ts'
import { isInForce } from '../directives/rules.ts'
import { BodyId } from '../organisations/contract.ts'
import { words as organisationWords } from '../organisations/words.ts'
import { useRawAddress } from '../ui/address.ts'
import { useAsk } from '../ui/ask.ts'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { Section } from '../ui/Page.tsx'
import { useNarrow } from '../ui/useNarrow.ts'
import { useWords } from '../ui/useWords.tsx'
import { whole } from '../ui/whole.tsx'
import { Branches } from './board/Branches.tsx'
import { Further } from './board/Further.tsx'
import { ReceiptList } from './board/ReceiptList.tsx'
import { Tiles } from './board/Tiles.tsx'
import { ChangesView } from './changes/screen/ChangesView.tsx'
import { type Dissemination, endpoints } from './contract.ts'
import { OwnMembers } from './members/Members.tsx'
import { listAnchor } from './screen/places.ts'
import { words } from './screen/words.ts'
import { SessionButton } from './session/SessionForm.tsx'
import { Sessions } from './session/Sessions.tsx'
import { StartDialog } from './start/StartDialog.tsx'
import { words as stateWords } from './words.ts'

type Directive = z.infer<typeof DirectivePage>
const views = ['branches', 'list', 'sessions', 'changes'] as const

/** Phổ biến, quán triệt: whom a directive was sent to, who has received and studied it, and who is silent; from the whole down to a commune. On a telephone the numbers of the whole stand with the branches alone, so that every other view begins within the first screen. */
export function DisseminationTab({ directive }: { directive: Directive }) {
  const t = useWords(words)
  const [address, change] = useRawAddress()
  const under = BodyId.safeParse(address.under).data
  const directiveId = directive.id as never
  const asked = { directiveId, ...(under ? { under } : {}) }
  const board = useAsk(endpoints.openReceiptBoard, asked, { keep: true })
  useAsk(endpoints.openReceiptBoard, board.data?.arePlansToCome ? asked : null, { every: 3000 })
  const view = views.find((one) => one === address.view) ?? 'branches'
  const isNarrow = useNarrow()
  return (
    <Answer of={board}>
      {(shown) => {
        if (!shown.dissemination)
          return (
            <Empty
              title={t('notSent')}
              advice={t(shown.canStart ? 'notSentAdvice' : 'notSentOther')}
              action={shown.canStart && <StartDialog directive={directive} />}
            />
          )
        const acts = shown.isSender && isInForce(directive) && (
          <>
            <SessionButton directiveId={directive.id} topic={t('topicOf', { directive: citationOf(directive) })} />
            <Further directiveId={directive.id} />
          </>
        )
        const counts = (
          <Section title={t('tiles')} actions={acts}>
            <p className="quiet">
              <About {...shown.dissemination} />
            </p>
            {shown.arePlansToCome && (
              <p role="status" className="quiet">
                {t('plansToCome')}
              </p>
            )}
            <Tiles directiveId={directive.id} totals={shown.totals} dissemination={shown.dissemination} under={under} />
          </Section>
        )
        return (
          <>
            {!isNarrow && counts}
            <Segmented
              id={listAnchor}
              className="order dissemination-views"
              aria-label={t('view')}
              value={view}
              options={views.map((value) => ({ value, label: t(value) }))}
              onChange={(next) => change({ view: next === 'branches' ? undefined : next, group: undefined, receiptpage: undefined })}
            />
            {isNarrow && view === 'branches' && counts}
            {isNarrow && view === 'sessions' && acts && <div className="acts list-acts">{acts}</div>}
            {view === 'branches' && <Branches directiveId={directive.id} board={shown} />}
            {view === 'list' && (
              <ReceiptList directiveId={directive.id} receiveBy={shown.dissemination.receiveBy} studyBy={shown.dissemination.studyBy} />
            )}
            {view === 'changes' && <ChangesView directiveId={directive.id} />}
            {view === 'sessions' && (
              <>
                <OwnMembers directiveId={directive.id} />
                <Sessions directiveId={directive.id} {...(under ? { underId: under } : {})} />
              </>
            )}
          </>
        )
      }}
    </Answer>
  )
}

function About({ senderName, startedOn, way, downTo, receiveBy, studyBy, note }: Dissemination) {
  const t = useWords(words)
  const say = useWords(stateWords)
  const sayLevel = useWords(organisationWords)
  const said = [
    t('about', { sender: senderName, day: showDay(startedOn) }),
    say(way).toLocaleLowerCase('vi'),
    downTo && t('toLevel', { level: sayLevel(downTo).toLocaleLowerCase('vi') }),
    receiveBy && t('receiveUntil', { day: showDay(receiveBy) }),
    studyBy && t('studyUntil', { day: showDay(studyBy) }),
  ]
  return (
    <>
      {whole(said.filter(Boolean).join(' · '))}
      {note && <span className="dissemination-note">«{note}»</span>}
    </>
  )
}
