import { useParams } from '@tanstack/react-router'
import { Input, Tag } from 'antd'
import type { z } from 'zod'
import { useAsk, useMe } from '../ui/ask.ts'
import { ActDialog } from '../ui/Dialog.tsx'
import { showSpan } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { Field } from '../ui/Form.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Facts, Page, Section } from '../ui/Page.tsx'
import { useSay, useWords } from '../ui/useWords.tsx'
import { whole } from '../ui/whole.tsx'
import { endpoints, type PersonPage as PersonFacts } from './contract.ts'
import { words } from './words.ts'

type Person = z.infer<typeof PersonFacts>

/** For administrators: one person's account, and the posts they hold and held. */
export function PersonPage() {
  const t = useWords(words)
  const { personId } = useParams({ from: '/people/$personId' })
  const person = useAsk(endpoints.openPerson, { personId: personId as never })
  const title = person.data?.name ?? t('person')
  return (
    <Page
      title={title}
      trail={[{ label: t('people'), place: { to: '/people' } }]}
      badge={person.data?.disabled && <Tag color="red">{t('disabled')}</Tag>}
      description={person.data && !person.data.canChange && t('onlyShown')}
      actions={person.data?.canChange && <AccountActions key={personId} person={person.data} />}
    >
      <Answer of={person}>
        {(shown) => (
          <>
            <Section>
              <Facts
                facts={[
                  { label: t('username'), value: shown.username },
                  { label: t('accountState'), value: t(shown.disabled ? 'disabled' : 'inUse') },
                ]}
              />
            </Section>
            <Holdings holdings={shown.holdings} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function AccountActions({ person: { id, name, disabled } }: { person: Person }) {
  const t = useWords(words)
  const me = useMe().data?.person?.id
  const fixed = { personId: id as never }
  return (
    <>
      <ActDialog
        open={t('rename')}
        endpoint={endpoints.renamePerson}
        fixed={{ ...fixed, was: name }}
        start={{ name }}
        ready={(values) => String(values.name ?? '').trim() !== name}
        said={t('renamed')}
      >
        <Field name="name" label={t('personName')}>
          <Input autoComplete="off" autoFocus />
        </Field>
      </ActDialog>
      <ActDialog
        open={t('resetPassword')}
        title={`${t('resetPassword')}: ${name}`}
        lead={t('resetPasswordLead')}
        endpoint={endpoints.resetPassword}
        fixed={fixed}
        said={t('passwordReset')}
      >
        <Field name="password" label={t('newPassword')} hint={t('passwordHint')}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Field>
      </ActDialog>
      {id !== me && (
        <ActDialog
          open={t(disabled ? 'unlock' : 'lock')}
          title={`${t(disabled ? 'unlock' : 'lock')}: ${name}`}
          lead={t(disabled ? 'unlockLead' : 'lockLead')}
          endpoint={endpoints.lockPerson}
          fixed={{ ...fixed, locked: !disabled }}
          said={t(disabled ? 'wasUnlocked' : 'wasLocked')}
        >
          {null}
        </ActDialog>
      )}
    </>
  )
}

function Holdings({ holdings }: { holdings: Person['holdings'] }) {
  const t = useWords(words)
  const [now, other] = [holdings.filter(({ isNow }) => isNow), holdings.filter(({ isNow }) => !isNow)]
  return (
    <>
      <Section title={t('heldPosts')}>
        {now.length > 0 ? (
          <HoldingList holdings={now} />
        ) : (
          <Empty title={t('noHoldings')} advice={t('noHoldingsAdvice')} action={<PlaceLink place={{ to: '/bodies' }}>{t('toBodies')}</PlaceLink>} />
        )}
      </Section>
      {other.length > 0 && (
        <Section title={t('earlierPosts')}>
          <HoldingList holdings={other} />
        </Section>
      )}
    </>
  )
}

function HoldingList({ holdings }: { holdings: Person['holdings'] }) {
  const t = useWords(words)
  const say = useSay()
  return (
    <ul className="posts">
      {holdings.map(({ holdingId, title, bodyId, bodyName, duties, from, to }) => (
        <li key={holdingId}>
          <div className="post-head">
            <strong>{title}</strong>
            <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId } }}>{bodyName}</PlaceLink>
            <span>
              {duties.map((duty) => (
                <Tag key={duty}>{t(duty)}</Tag>
              ))}
            </span>
          </div>
          <div className="quiet">{whole(say(showSpan(from, to)))}</div>
        </li>
      ))}
    </ul>
  )
}
