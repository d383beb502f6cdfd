import { useNavigate } from '@tanstack/react-router'
import { Input, Tag } from 'antd'
import { z } from 'zod'
import { addressOf } from '../kernel/call.ts'
import { BodyId } from '../organisations/contract.ts'
import { useAddress } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../ui/useWords.tsx'
import { endpoints, type PersonLine } from './contract.ts'
import { words } from './words.ts'

type Line = z.infer<typeof PersonLine>
const Where = z.object({ words: z.string().optional(), bodyId: BodyId.optional(), posts: z.enum(['none']).optional() })

/** For administrators: who has an account, and the posts each holds. */
export function PeoplePage() {
  const t = useWords(words)
  const isAdministrator = useDuty('administrator')
  const [where] = useAddress(Where)
  const navigate = useNavigate()
  const people = useAsk(endpoints.listPeople, where, { keep: true })
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('personName'),
      main: true,
      sort: ({ name }) => givenNameFirst(name),
      width: 260,
      show: ({ name, disabled }) => (disabled ? `${name} (${t('disabled')})` : name),
    },
    { key: 'username', title: t('username'), sort: ({ username }) => username, width: 200, show: ({ username }) => username },
    {
      key: 'posts',
      title: t('posts'),
      show: ({ posts }) => (posts.length ? posts.map((post) => <div key={post}>{post}</div>) : <Tag>{t('noPosts')}</Tag>),
    },
  ]
  return (
    <Page
      title={t('people')}
      description={t('peopleLead')}
      actions={
        isAdministrator && (
          <ActDialog
            open={t('addPerson')}
            button={{ type: 'primary' }}
            lead={t('addPersonLead')}
            endpoint={endpoints.createPerson}
            said={t('personAdded')}
            done={({ personId }) => void navigate({ to: '/people/$personId', params: { personId } })}
            draftKey="person.new"
          >
            <Field name="name" label={t('personName')}>
              <Input autoComplete="off" autoFocus />
            </Field>
            <Field name="username" label={t('username')} hint={t('usernameHint')}>
              <Input autoComplete="off" autoCapitalize="none" />
            </Field>
            <Field name="password" label={t('firstPassword')} hint={t('passwordHint')}>
              <Input.Password autoComplete="new-password" />
            </Field>
          </ActDialog>
        )
      }
    >
      <DataTable
        label={t('people')}
        of={people}
        columns={columns}
        idOf={({ id }) => id}
        filters={[
          { name: 'words', kind: 'words', label: t('searchPeople') },
          { name: 'bodyId', kind: 'body', label: t('filterByBody') },
          { name: 'posts', kind: 'choice', label: t('filterByPosts'), choices: [{ value: 'none', label: t('noPostsYet') }] },
        ]}
        open={({ id }) => ({ to: '/people/$personId', params: { personId: id } })}
        exportTo={addressOf(endpoints.exportPeople, where)}
        empty={{ title: t('noPeople'), advice: t('noPeopleAdvice') }}
      />
    </Page>
  )
}

const givenNameFirst = (name: string): string => {
  const parts = name.split(' ')
  return [parts.at(-1), ...parts.slice(0, -1)].join(' ')
}
