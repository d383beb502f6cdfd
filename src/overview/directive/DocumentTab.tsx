import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useEffect } from 'react'
import type { z } from 'zod'
import type { DirectivePage } from '../../directives/contract.ts'
import { DirectiveFacts } from '../../directives/DirectiveFacts.tsx'
import { findWords } from '../../directives/DocumentText.tsx'
import { addressOf } from '../../kernel/call.ts'
import { CompareButton } from '../../tasks/comparison/CompareButton.tsx'
import { type Task, endpoints as tasksEndpoints } from '../../tasks/contract.ts'
import { DocumentBesideTasks } from '../../tasks/DocumentBesideTasks.tsx'
import { obligationsPlace } from '../../tasks/obligation/places.ts'
import { DownloadMenu } from '../../tasks/outputs/DownloadMenu.tsx'
import { forms } from '../../tasks/outputs/forms.ts'
import { words as outputWords } from '../../tasks/outputs/words.ts'
import { bringIntoView } from '../../tasks/review/DocumentPane.tsx'
import { useRawAddress } from '../../ui/address.ts'
import { useAsk } from '../../ui/ask.ts'
import { Answer } from '../../ui/Faults.tsx'
import { StandingBar } from '../../ui/Standing.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { words } from '../words.ts'

/** The document beside its tasks, each with how far it is. */
export function DocumentTab({ directive }: { directive: z.infer<typeof DirectivePage> }) {
  const t = useWords(words)
  const say = useWords(outputWords)
  const isNarrow = useNarrow()
  const directiveId = directive.id as never
  const [{ task: asked }] = useRawAddress()
  const first = typeof asked === 'string' ? asked : null
  const tasks = useAsk(tasksEndpoints.listTasks, { directiveId })
  const board = useAsk(endpoints.openBoard, { directiveId })
  const counts = board.data?.tasks
  const placeOf = useCallback((one: Task) => obligationsPlace({ directiveId: directive.id, taskId: one.id }), [directive.id])
  const extra = useCallback(
    (one: Task) => {
      const counted = counts?.find(({ taskId }) => taskId === one.id)
      return counted ? <StandingBar counts={counted} /> : null
    },
    [counts],
  )
  return (
    <>
      <div className="tab-acts">
        {isNarrow ? (
          <DownloadMenu directiveId={directive.id} />
        ) : (
          forms.map(([word, endpoint]) => (
            <Button
              key={word}
              icon={<DownloadOutlined aria-hidden="true" />}
              href={addressOf(endpoint, { directiveId })}
              download
              title={say(`${word}Hint`)}
            >
              {say(word)}
            </Button>
          ))
        )}
        <CompareButton directiveId={directive.id} />
      </div>
      <details className="document-facts">
        <summary>{t('aboutDocument')}</summary>
        <DirectiveFacts directive={directive} />
      </details>
      <Answer of={tasks}>
        {(all) => (
          <>
            <DocumentBesideTasks
              provisions={directive.provisions}
              text={directive.text}
              recognition={directive.recognition}
              tasks={all.filter(({ droppedWhy }) => droppedWhy === null)}
              placeOf={placeOf}
              extra={extra}
              first={first}
            />
            {first && <StartAt taskId={first} />}
          </>
        )}
      </Answer>
    </>
  )
}

/** Opens the document at the words of a task, its card beside them. */
function StartAt({ taskId }: { taskId: string }) {
  useEffect(() => {
    document.getElementById(`task-${taskId}`)?.scrollIntoView({ block: 'nearest' })
    const pane = document.querySelector<HTMLElement>('[data-document]')
    bringIntoView(pane, findWords(pane, taskId))
  }, [taskId])
  return null
}
