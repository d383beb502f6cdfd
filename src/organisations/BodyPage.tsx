import { useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import type { z } from 'zod'
import { useAsk, useDuty, useToday } from '../ui/ask.ts'
import { BodyPicker } from '../ui/BodyPicker.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { showDay } from '../ui/days.ts'
import { Answer } from '../ui/Faults.tsx'
import { Field } from '../ui/Form.tsx'
import { Facts, Page, Section } from '../ui/Page.tsx'
import { BodySections } from '../ui/sections.tsx'
import { useWords } from '../ui/useWords.tsx'
import { AsOf, useAsOf } from './AsOf.tsx'
import { BodyChanges, changedFacts } from './BodyChanges.tsx'
import { BodyTree } from './BodyTree.tsx'
import { BodyVersions } from './BodyVersions.tsx'
import { type BodyPage as BodyFacts, endpoints } from './contract.ts'
import { useKindName } from './kindNames.tsx'
import { BodyFields, NewBodyDialog } from './NewBodyDialog.tsx'
import { words } from './words.ts'

type Body = z.infer<typeof BodyFacts>

/** One body as of a day: what it is, where it stands, what it was, who holds its posts. */
export function BodyPage() {
  const t = useWords(words)
  const { bodyId } = useParams({ from: '/bodies/$bodyId' })
  const day = useAsOf()
  const kindName = useKindName()
  const body = useAsk(endpoints.openBody, { bodyId, ...day })
  const mayRegister = useDuty('clerk', 'administrator')
  const title = body.data?.name ?? t('body')
  const trail = [
    { label: t('bodies'), place: { to: '/bodies' as const, search: day } },
    ...(body.data?.path ?? []).map(({ id, name }) => ({
      label: name,
      place: { to: '/bodies/$bodyId' as const, params: { bodyId: id }, search: day },
    })),
  ]
  return (
    <Page
      title={title}
      trail={trail}
      description={body.data && `${kindName(body.data)} · ${t(body.data.level)}`}
      actions={
        <>
          <AsOf />
          {body.data?.canChange && <AmendDialog key={bodyId} body={body.data} />}
        </>
      }
    >
      <Answer of={body}>
        {(shown) => (
          <div className="columns" key={shown.id}>
            <div>
              <Section title={t('facts')}>
                <BodyFactsList body={shown} />
              </Section>
              <BodySections bodyId={shown.id} canChange={shown.canChange} />
              <Section title={t('children')} actions={mayRegister && shown.canChange && <NewBodyDialog parentId={shown.id} />}>
                <BodyTree under={shown.id} />
              </Section>
            </div>
            <div>
              <Section title={t('versions')}>
                <BodyVersions body={shown} />
              </Section>
              <Names body={shown} />
            </div>
          </div>
        )}
      </Answer>
    </Page>
  )
}

function BodyFactsList({ body }: { body: Body }) {
  const kindName = useKindName()
  const t = useWords(words)
  return (
    <Facts
      facts={[
        ...(body.shortName ? [{ label: t('shortName'), value: body.shortName }] : []),
        { label: t('kind'), value: kindName(body) },
        { label: t('bloc'), value: t(body.bloc) },
        { label: t('level'), value: t(body.level) },
        { label: t('established'), value: showDay(body.established) },
        ...(body.dissolved ? [{ label: t('dissolved'), value: showDay(body.dissolved) }] : []),
        ...body.codes.map(({ scheme, code }) => ({
          label: scheme === 'gso' || scheme === 'gso-party' ? t(`code-${scheme}`) : `${t('codes')} ${scheme}`,
          value: code,
        })),
      ]}
    />
  )
}

function Names({ body }: { body: Body }) {
  const t = useWords(words)
  return (
    <Section
      title={t('aliases')}
      actions={
        body.canChange && (
          <ActDialog
            open={t('addAlias')}
            title={t('addAliasTitle')}
            button={{ size: 'small' }}
            lead={t('aliasLead')}
            endpoint={endpoints.addAlias}
            fixed={{ bodyId: body.id }}
            said={t('aliasAdded')}
          >
            <Field name="name" label={t('alias')}>
              <Input autoFocus />
            </Field>
          </ActDialog>
        )
      }
    >
      {body.aliases.length === 0 ? (
        <p className="quiet">{t('noAliases')}</p>
      ) : (
        <ul className="plain">
          {body.aliases.map((alias) => (
            <li key={alias}>{alias}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function AmendDialog({ body }: { body: Body }) {
  const t = useWords(words)
  const today = useToday()
  const { name, shortName, kind, level, parentId } = body
  const parentName = body.path.at(-1)?.name ?? null
  return (
    <ActDialog
      open={t('amend')}
      title={t('amendTitle')}
      lead={t('amendLead')}
      endpoint={endpoints.amendBody}
      fixed={{ bodyId: body.id }}
      start={{ name, shortName, kind, level, parentId, from: today }}
      shape={(values) => ({ ...values, parentId: values.parentId ?? null })}
      said={t('amended')}
      draftKey={`body.${body.id}`}
      submit={t('save')}
      ready={(values) => changedFacts(body, values).length > 0}
    >
      <BodyFields />
      <Field name="parentId" label={t('parent')}>
        <BodyPicker />
      </Field>
      <Field name="from" label={t('from')}>
        <DayInput />
      </Field>
      <BodyChanges body={{ ...body, parentName }} />
    </ActDialog>
  )
}
