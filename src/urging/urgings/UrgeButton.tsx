import { NotificationOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useDuty } from '../../ui/ask.ts'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import type { endpoints } from '../contract.ts'
import { UrgeForm } from './UrgeForm.tsx'
import { words } from './words.ts'

/** The late that are meant: some by name, or all that a list shows. */
export type Meant = z.input<typeof endpoints.previewUrging.input>

type Props = {
  meant: Meant
  /** The words on it, where «Đôn đốc» alone would leave open what is urged. */
  label?: string
  /** What is urged, for those who hear it: where such buttons stand row by row, small. */
  what?: string
  done?: () => void
}

/** Urges over the late that a list shows, or over some by name: shows to whom it would go, takes words and day, sends. Only for posts that may. */
export function UrgeButton({ meant, label, what, done }: Props) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const mayUrge = useDuty('clerk', 'leader')
  if (!mayUrge) return null
  const close = () => setOpen(false)
  return (
    <>
      <Button
        icon={<NotificationOutlined aria-hidden="true" />}
        onClick={() => setOpen(true)}
        {...(what ? { size: 'small', 'aria-label': t('urgeThis', { what }) } : {})}
      >
        {label ?? t('urge')}
      </Button>
      <Modal
        open={isOpen}
        onCancel={close}
        footer={null}
        title={t(`urgeTitle-${meant.what ?? 'milestone'}`)}
        destroyOnHidden
        mask={{ closable: false }}
        width={680}
      >
        <UrgeForm
          meant={meant}
          close={close}
          done={() => {
            close()
            done?.()
          }}
        />
      </Modal>
    </>
  )
}
