import { WarningFilled } from '@ant-design/icons'
import { Form } from 'antd'
import type { z } from 'zod'
import { useAsk } from '../../ui/ask.ts'
import { ActDialog } from '../../ui/Dialog.tsx'
import { showDay } from '../../ui/days.ts'
import { Field } from '../../ui/Form.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { showCount, showShare } from '../../ui/numbers.ts'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../screen/words.ts'
import { endpoints } from './contract.ts'

/** How many of its members one's own body has brought to study a directive, and the way to say so. */
export function OwnMembers({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  const { data } = useAsk(endpoints.openMembers, { directiveId: directiveId as never })
  if (!data || (data.studied === null && !data.canSay)) return null
  const { members, studied, saidOn } = data
  return (
    <div className="members">
      {studied === null ? (
        <p className="members-unsaid">
          <WarningFilled aria-hidden="true" /> {t('membersUnsaid')}
        </p>
      ) : (
        <p>
          <MembersOf members={members ?? 0} studied={studied} /> <span className="quiet">{t('membersSaid', { day: showDay(saidOn) })}</span>
        </p>
      )}
      {data.canSay && <SayMembers directiveId={directiveId} known={data} />}
      {data.said.length > 1 && (
        <details className="members-before">
          <summary>{t('membersBefore', { count: data.said.length - 1 })}</summary>
          <ul>
            {data.said.slice(1).map((before) => (
              <li key={JSON.stringify(before)}>
                {showDay(before.day)}: <MembersOf {...before} /> <span className="quiet">{before.person}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** "N trên M đảng viên đã quán triệt". */
export function MembersOf({ members, studied }: { members: number; studied: number }) {
  const t = useWords(words)
  return <>{t('membersOf', { studied: showCount(studied), members: showCount(members), share: showShare(studied, members) })}</>
}

function SayMembers({ directiveId, known }: { directiveId: string; known: z.infer<typeof endpoints.openMembers.output> }) {
  const t = useWords(words)
  const { members, studied, present } = known
  return (
    <ActDialog
      open={t('sayMembers')}
      title={t('sayMembersTitle')}
      lead={t('sayMembersLead')}
      endpoint={endpoints.sayMembers}
      fixed={{ directiveId: directiveId as never }}
      start={{ members: members ?? undefined, studied: studied ?? (members === null ? undefined : Math.min(members, present)) }}
      said={t('membersTold')}
    >
      <FarOff known={members} />
      <div className="fields-pair">
        <Field name="members" label={t('membersTotal')} hint={members === null ? undefined : t('membersTotalKnown')}>
          <NumberInput whole />
        </Field>
        <Field
          name="studied"
          label={t('membersStudied')}
          hint={studied === null && present > 0 ? t('membersFromPresent', { present: showCount(present) }) : undefined}
        >
          <NumberInput whole />
        </Field>
      </div>
    </ActDialog>
  )
}

/** A figure more than twice as large or small as the one known is rather a slip. */
function FarOff({ known }: { known: number | null }) {
  const t = useWords(words)
  const typed = Form.useWatch('members') as number | null | undefined
  if (known === null || !typed || (typed <= 2 * known && typed >= known / 2)) return null
  return (
    <p className="members-unsaid" role="status">
      <WarningFilled aria-hidden="true" /> {t('membersFarOff', { members: showCount(known) })}
    </p>
  )
}
