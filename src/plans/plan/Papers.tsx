import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../kernel/call.ts'
import { showDay } from '../../ui/days.ts'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import { endpoints } from '../papers/contract.ts'
import { ImportDialog } from '../papers/ImportDialog.tsx'
import { words } from '../papers/words.ts'

/** In these states a plan is as it was approved last. */
const standing: readonly string[] = ['approved', 'accepted', 'issued']

/** A plan as files: to take away as a sheet or as the official document, and to bring back in while it is being written. */
export function Papers({ plan }: { plan: PlanPage }) {
  const t = useWords(words)
  const [isImporting, setImporting] = useState(false)
  const planId = plan.id as never
  const [last] = plan.editions
  return (
    <>
      {plan.canEdit && (
        <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => setImporting(true)}>
          {t('import')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        getPopupContainer={(button) => button.closest('main') ?? document.body}
        menu={{
          items: [
            { key: 'sheet', href: addressOf(endpoints.exportPlan, { planId }), label: t('asSheet') },
            { key: 'text', href: addressOf(endpoints.exportPlanDocument, { planId }), label: t('asText') },
            { key: 'annex', href: addressOf(endpoints.exportPlanDocument, { planId, items: 'annex' }), label: t('asAnnex') },
            ...(last && !standing.includes(plan.state)
              ? [
                  {
                    key: 'approved',
                    href: addressOf(endpoints.exportPlanDocument, { planId, edition: last.number }),
                    label: t('asApproved', { day: showDay(last.frozenOn) }),
                  },
                ]
              : []),
          ].map(({ key, href, label }) => ({
            key,
            label: (
              <a href={href} download>
                {label}
              </a>
            ),
          })),
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden="true" />}>{t('export')}</Button>
      </Dropdown>
      {isImporting && <ImportDialog plan={plan} close={() => setImporting(false)} />}
    </>
  )
}
