/// <reference types="vite/client" />
import './urgings.css'
import { NotificationOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAsk, useDuty } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { ActForm, Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints } from '../contract.ts'
import { words } from './words.ts'

type Meant = z.input<typeof endpoints.previewUrging.input>

/** Urges over the late that a list shows, or over some by name: shows to whom it would go, takes words and day, sends. Only for posts that may. */
export function UrgeButton({ meant }: { meant: Meant }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const mayUrge = useDuty('clerk', 'leader')
  if (!mayUrge) return null
  return (
    <>
      <Button icon={<NotificationOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('urge')}
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        title={t('urgeTitle')}
        destroyOnHidden
        mask={{ closable: false }}
        width={680}
      >
        <UrgeForm meant={meant} close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function UrgeForm({ meant, close }: { meant: Meant; close: () => void }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const preview = useAsk(endpoints.previewUrging, meant)
  const [except, setExcept] = useState<readonly string[]>([])
  return (
    <Answer of={preview}>
      {({ bodies, leftOut, answerBy, words: said, place, signer, signerTitle }) => {
        const chosen = bodies.filter(({ bodyId }) => !except.includes(bodyId))
        if (bodies.length === 0) return <Empty title={t('nothing')} advice={t('nothingAdvice')} />
        return (
          <>
            <div className="dialog-lead">
              {t('urgeLead', { things: chosen.reduce((sum, { things }) => sum + things, 0), bodies: chosen.length })}
              {leftOut > 0 && <div className="quiet">{t('leftOut', { count: leftOut })}</div>}
            </div>
            <fieldset className="urge-bodies">
              <legend>{t('recipients')}</legend>
              <Checkbox.Group
                value={chosen.map(({ bodyId }) => bodyId)}
                onChange={(kept) => setExcept(bodies.map(({ bodyId }) => bodyId).filter((id) => !kept.includes(id)))}
                options={bodies.map(({ bodyId, name, things, daysLate }) => ({
                  value: bodyId,
                  label: (
                    <>
                      {name} <span className="quiet">– {t('lateLine', { things, days: daysLate })}</span>
                    </>
                  ),
                }))}
              />
            </fieldset>
            <ActForm
              endpoint={endpoints.urge}
              start={{ answerBy, words: said, place, signer, signerTitle, number: '', escalates: false }}
              fixed={{ ...meant, obligationIds: meant.obligationIds as never, exceptBodyIds: except as never }}
              submit={t('send')}
              said={t('sentSaid')}
              cancel={close}
              done={() => {
                close()
                void navigate({ to: '/urgings', search: { side: 'sent' } })
              }}
            >
              <Field name="answerBy" label={t('answerBy')}>
                <DayInput />
              </Field>
              <Field name="words" label={t('words')}>
                <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
              </Field>
              <Field name="escalates" label={t('ifSilent')} valuePropName="checked">
                <Checkbox>{t('escalates')}</Checkbox>
              </Field>
              <div className="urge-signing">
                <Field name="number" label={t('number')} hint={t('numberHint')}>
                  <Input autoComplete="off" />
                </Field>
                <Field name="place" label={t('place')}>
                  <Input autoComplete="off" />
                </Field>
                <Field name="signerTitle" label={t('signerTitle')}>
                  <Input autoComplete="off" />
                </Field>
                <Field name="signer" label={t('signer')}>
                  <Input autoComplete="off" />
                </Field>
              </div>
            </ActForm>
          </>
        )
      }}
    </Answer>
  )
}
