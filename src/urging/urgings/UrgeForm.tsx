/// <reference types="vite/client" />
import './urgings.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAsk } from '../../ui/ask.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { showDay } from '../../ui/days.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { ActForm, Field } from '../../ui/Form.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { endpoints, type UrgedKind } from '../contract.ts'
import { words } from './words.ts'

type Meant = z.input<typeof endpoints.previewUrging.input>
type Preview = z.output<typeof endpoints.previewUrging.output>

/** What would be urged, body by body, and what not and why; then the words of the letter, the day to answer by, and whether silence goes to the superior by itself. */
export function UrgeForm({ meant, close, done }: { meant: Meant; close: () => void; done: () => void }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const what: UrgedKind = meant.what ?? 'milestone'
  const preview = useAsk(endpoints.previewUrging, meant)
  const [except, setExcept] = useState<readonly string[]>([])
  return (
    <Answer of={preview}>
      {({ bodies, withoutSuperior, leftOut, answerBy, words: said, place, signer, signerTitle }) => {
        const chosen = bodies.filter(({ bodyId }) => !except.includes(bodyId))
        if (bodies.length === 0)
          return (
            <>
              <Empty title={t(`nothing-${what}`)} advice={t(what === 'milestone' ? 'nothingAdvice' : 'nothingAdvice-other')} />
              <LeftOut leftOut={leftOut} what={what} />
            </>
          )
        return (
          <>
            <div className="dialog-lead">
              {t(`urgeLead-${what}`, {
                things: chosen.reduce((sum, { things }) => sum + things, 0),
                bodies: chosen.length,
              })}
            </div>
            <fieldset className="urge-bodies">
              <legend>{t('recipients')}</legend>
              {bodies.length > 2 && (
                <Checkbox
                  checked={chosen.length === bodies.length}
                  indeterminate={chosen.length > 0 && chosen.length < bodies.length}
                  onChange={({ target }) => setExcept(target.checked ? [] : bodies.map(({ bodyId }) => bodyId))}
                >
                  <strong>{t('allBodies', { count: bodies.length })}</strong>
                </Checkbox>
              )}
              <Checkbox.Group
                value={chosen.map(({ bodyId }) => bodyId)}
                onChange={(kept) => setExcept(bodies.map(({ bodyId }) => bodyId).filter((id) => !kept.includes(id)))}
                options={bodies.map(({ bodyId, name, things, daysLate, urgedOn }) => ({
                  value: bodyId,
                  label: (
                    <>
                      {name}{' '}
                      <span className="quiet">
                        – {t(what === 'milestone' ? 'lateLine' : 'lateLine-other', { things, days: daysLate })}
                        {urgedOn && `; ${t('urgedBefore', { day: showDay(urgedOn) })}`}
                      </span>
                    </>
                  ),
                }))}
              />
            </fieldset>
            <LeftOut leftOut={leftOut} what={what} />
            <ActForm
              endpoint={endpoints.urge}
              start={{ answerBy, words: said, place, signer, signerTitle, number: '', escalates: false }}
              fixed={{ ...meant, obligationIds: meant.obligationIds as never, thingIds: meant.thingIds as never, exceptBodyIds: except as never }}
              draftKey={`urge.${JSON.stringify(meant)}`}
              ready={() => chosen.length > 0}
              submit={t('send')}
              said={t('sentSaid')}
              cancel={close}
              done={() => {
                done()
                void navigate({ to: '/urgings', search: { side: 'sent' } })
              }}
            >
              <Field name="answerBy" label={t('answerBy')}>
                <DayInput />
              </Field>
              <Field name="words" label={t('words')}>
                <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
              </Field>
              <Field name="escalates" label={t('ifSilent')} valuePropName="checked" isExpected>
                <Checkbox>{t('escalates')}</Checkbox>
              </Field>
              <Alone {...withoutSuperior} />
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

/** Says of which bodies nobody above could take up the silence. */
function Alone({ bodies, names }: Preview['withoutSuperior']) {
  const t = useWords(words)
  const named = useNames()
  if (bodies === 0) return null
  return <Alert type="warning" showIcon className="urge-alone" title={t('withoutSuperior', { count: bodies, names: named(names, bodies) })} />
}

/** Some names of several bodies, and how many more there are. */
function useNames() {
  const t = useWords(words)
  return (names: readonly string[], bodies: number) =>
    bodies > names.length ? t('andOthers', { names: names.join(', '), count: bodies - names.length }) : names.join(', ')
}

/** What of the list is not urged, with the reason and the bodies. */
function LeftOut({ leftOut, what }: Pick<Preview, 'leftOut'> & { what: UrgedKind }) {
  const t = useWords(words)
  const named = useNames()
  if (leftOut.length === 0) return null
  return (
    <section className="urge-left-out" aria-label={t('leftOut')}>
      <h2>{t('leftOut')}</h2>
      <ul>
        {leftOut.map(({ why, things, bodies, names }) => (
          <li key={why}>
            {t(why)}: <span className="quiet">{t(`leftOutLine-${what}`, { things, bodies, names: named(names, bodies) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
