import { usePlace } from '../../directives/usePlace.ts'
import { endpoints } from '../../tasks/contract.ts'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { useAsk, useToday } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { ActDialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Form.tsx'
import { PlaceLink } from '../../ui/links.tsx'
import { Section } from '../../ui/Page.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../words.ts'

/** The tasks that wait for an event the document names; the standing body notes the day it came. */
export function Conditions({ directiveId, canMeet }: { directiveId: string; canMeet: boolean }) {
  const t = useWords(words)
  const sayPlace = usePlace()
  const today = useToday()
  const tasks = useAsk(endpoints.listTasks, { directiveId: directiveId as never })
  const waiting = (tasks.data ?? []).filter((task) => task.droppedWhy === null && task.condition !== '' && task.conditionMetOn === null)
  if (waiting.length === 0) return null
  return (
    <Section title={t('conditions')}>
      <p className="quiet">{t('conditionsLead')}</p>
      <ul className="conditions">
        {waiting.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{task.condition}</strong>
              <div className="work-where">
                <span>{sayPlace(task.address)}</span>
                <PlaceLink place={obligationsPlace({ directiveId, taskId: task.id })} className="work-directive">
                  {task.text}
                </PlaceLink>
              </div>
            </div>
            {canMeet && (
              <ActDialog
                open={t('meet')}
                title={t('meetTitle')}
                lead={task.condition}
                button={{ size: 'small' }}
                endpoint={endpoints.meetCondition}
                fixed={{ taskId: task.id as never }}
                start={{ day: today }}
                said={t('met')}
              >
                <Field name="day" label={t('meetDay')}>
                  <DayInput most={today} />
                </Field>
              </ActDialog>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
