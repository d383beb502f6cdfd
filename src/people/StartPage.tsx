import { Button, Form, Input, Steps } from 'antd'
import { useState } from 'react'
import { Level } from '../organisations/contract.ts'
import { KindPicker } from '../organisations/KindPicker.tsx'
import { words as bodyWords } from '../organisations/words.ts'
import { Choice } from '../ui/Choice.tsx'
import { ActForm, Field } from '../ui/Form.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints } from './contract.ts'
import { Outside } from './Outside.tsx'
import { words } from './words.ts'

type FirstBody = { bodyName: string; bodyKind: string; bodyLevel: Level }

/** The first run: the first body, then its administrator. */
export function StartPage() {
  const t = useWords(words)
  const level = useWords(bodyWords)
  const [body, setBody] = useState<FirstBody | null>(null)
  const [step, setStep] = useState(0)
  const needed = [{ required: true, message: t('fillIn') }]
  return (
    <Outside title={t('firstRun')}>
      <div className="entry">
        <h2>{t('firstRun')}</h2>
        <p className="quiet">{t('firstRunLead')}</p>
        <Steps
          size="small"
          current={step}
          items={[{ title: t('stepBody') }, { title: t('stepAdministrator') }]}
          className="steps"
          responsive={false}
        />
        {step === 0 && (
          <Form<FirstBody>
            className="form"
            layout="vertical"
            requiredMark={false}
            initialValues={body ?? { bodyLevel: 'province' }}
            onFinish={(values) => {
              setBody(values)
              setStep(1)
            }}
          >
            <Form.Item
              name="bodyName"
              label={t('bodyName')}
              extra={t('bodyNameHint')}
              rules={[{ required: true, min: 2, whitespace: true, message: t('fillIn') }]}
            >
              <Input autoFocus maxLength={300} />
            </Form.Item>
            <Form.Item name="bodyKind" label={t('bodyKind')} rules={needed}>
              <KindPicker />
            </Form.Item>
            <Form.Item name="bodyLevel" label={t('bodyLevel')} rules={needed}>
              <Choice options={Level.options.map((value) => ({ value, label: level(value) }))} />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {t('next')}
            </Button>
          </Form>
        )}
        {body && (
          // hidden, not gone: who goes back to correct the body finds what was typed here
          <div hidden={step === 0}>
            <ActForm endpoint={endpoints.startEmpty} fixed={body} submit={t('finish')} cancel={() => setStep(0)} leave={t('back')}>
              <Field name="name" label={t('personName')}>
                <Input autoComplete="name" autoFocus />
              </Field>
              <Field name="title" label={t('postTitle')} hint={t('postTitleHint')}>
                <Input />
              </Field>
              <Field name="username" label={t('username')} hint={t('usernameHint')}>
                <Input autoComplete="username" autoCapitalize="none" />
              </Field>
              <Field name="password" label={t('password')} hint={t('passwordHint')}>
                <Input.Password autoComplete="new-password" />
              </Field>
            </ActForm>
          </div>
        )}
      </div>
    </Outside>
  )
}
