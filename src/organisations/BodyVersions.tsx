import { Input, Tag, Timeline } from 'antd'
import type { z } from 'zod'
import { useToday } from '../ui/ask.ts'
import { BodyPicker } from '../ui/BodyPicker.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { showDay, showSpan } from '../ui/days.ts'
import { Field } from '../ui/Form.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { useSay, useWords } from '../ui/useWords.tsx'
import { useAsOf } from './AsOf.tsx'
import { BodyChanges, changedFacts } from './BodyChanges.tsx'
import { type BodyPage, endpoints } from './contract.ts'
import { useKindName } from './kindNames.tsx'
import { BodyFields } from './NewBodyDialog.tsx'
import { words } from './words.ts'

type Body = z.infer<typeof BodyPage>
type Version = Body['versions'][number]

/** What a body was over time, newest first; a slip in the newest is mended here while that may be. */
export function BodyVersions({ body }: { body: Body }) {
  const kindName = useKindName()
  const t = useWords(words)
  const say = useSay()
  const today = useToday()
  const asOf = useAsOf().asOf ?? today
  return (
    <Timeline
      items={body.versions.map((version) => {
        const isShown = (version.from ?? '') <= asOf && asOf <= (version.to ?? '9999')
        return {
          key: `${version.from}`,
          color: isShown ? 'red' : 'gray',
          content: (
            <div className="version">
              <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: body.id }, search: { asOf: version.to ?? version.from ?? undefined } }}>
                {version.name}
              </PlaceLink>{' '}
              {isShown && <Tag>{t('current')}</Tag>}
              {(version.from ?? '') > today && <Tag>{t('planned')}</Tag>}
              <div className="quiet">
                {say(showSpan(version.from, version.to))} · {kindName(version)} · {t(version.level)}
              </div>
              {version.parentName && (
                <div className="quiet">
                  {t('parent')}: {version.parentName}
                </div>
              )}
              {version.canCorrect && (
                <div className="acts">
                  <CorrectDialog bodyId={body.id} version={version} />
                  {version.canWithdraw && <WithdrawDialog bodyId={body.id} version={version} />}
                </div>
              )}
            </div>
          ),
        }
      })}
    />
  )
}

function CorrectDialog({ bodyId, version }: { bodyId: string; version: Version }) {
  const t = useWords(words)
  const { name, shortName, kind, level, parentId, from } = version
  return (
    <ActDialog
      open={t('correct')}
      title={t('correctTitle')}
      lead={t('correctLead')}
      button={{ size: 'small' }}
      endpoint={endpoints.correctBody}
      fixed={{ bodyId, begins: from ?? '' }}
      start={{ name, shortName, kind, level, parentId, from: from ?? '' }}
      shape={(values) => ({ ...values, parentId: values.parentId ?? null })}
      said={t('corrected')}
      submit={t('correct')}
      ready={(values) => changedFacts(version, values).length > 0 || values.from !== from}
    >
      <BodyFields />
      <Field name="parentId" label={t('parent')}>
        <BodyPicker />
      </Field>
      <Field name="from" label={t('from')}>
        <DayInput />
      </Field>
      <WhyField />
      <BodyChanges body={version} />
    </ActDialog>
  )
}

function WithdrawDialog({ bodyId, version }: { bodyId: string; version: Version }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('withdrawChange')}
      lead={t('withdrawLead', { day: showDay(version.from) })}
      button={{ size: 'small' }}
      endpoint={endpoints.withdrawBodyChange}
      fixed={{ bodyId, begins: version.from ?? '' }}
      said={t('withdrawn')}
    >
      <WhyField />
    </ActDialog>
  )
}

function WhyField() {
  const t = useWords(words)
  return (
    <Field name="why" label={t('why')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
    </Field>
  )
}
