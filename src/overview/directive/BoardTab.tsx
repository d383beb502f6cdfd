import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { z } from 'zod'
import type { DirectivePage } from '../../directives/contract.ts'
import { isInForce } from '../../directives/rules.ts'
import { addressOf } from '../../kernel/call.ts'
import { useAsk, useDuty, useMe } from '../../ui/ask.ts'
import { Answer } from '../../ui/Faults.tsx'
import { showCount } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { allOf } from '../rules.ts'
import { words } from '../words.ts'
import { BodyTable, UrgeBodies } from './BodyTable.tsx'
import { Conditions } from './Conditions.tsx'
import { TaskTable } from './TaskTable.tsx'
import { Totals } from './Totals.tsx'

/** Bảng theo dõi: the 2×2 in all, by task and by body; each number leads to the obligations behind it. */
export function BoardTab({ directive }: { directive: z.infer<typeof DirectivePage> }) {
  const t = useWords(words)
  const directiveId = directive.id as never
  const board = useAsk(endpoints.openBoard, { directiveId })
  const acting = useMe().data?.person?.acting
  const isStanding = useDuty('clerk', 'leader') && acting?.bodyId === directive.standingId && isInForce(directive)
  return (
    <Answer of={board}>
      {({ totals, tasks, bodies, seesWhole }) => (
        <>
          {!seesWhole && <Alert type="info" showIcon title={t('partial')} className="alert-above" />}
          <Section
            title={
              <>
                {t('result')}{' '}
                <span className="section-note">
                  {t('inBodies', { total: showCount(allOf(totals)), tasks: tasks.length, bodies: showCount(bodies) })}
                </span>
              </>
            }
            actions={
              <Button icon={<DownloadOutlined aria-hidden="true" />} href={addressOf(endpoints.exportBoard, { directiveId })} download>
                {t('exportAll')}
              </Button>
            }
          >
            <Totals tally={totals} within={{ directiveId: directive.id }} />
          </Section>
          <Conditions directiveId={directive.id} canMeet={isStanding} />
          <Section title={t('byTask')}>
            <TaskTable directiveId={directive.id} tasks={tasks} canAssign={isStanding} isLive={isInForce(directive)} />
          </Section>
          <Section title={t('byBody')} actions={isInForce(directive) && <UrgeBodies directiveId={directive.id} />}>
            <BodyTable directiveId={directive.id} isLive={isInForce(directive)} />
          </Section>
        </>
      )}
    </Answer>
  )
}
