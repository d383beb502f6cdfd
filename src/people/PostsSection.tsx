import { Checkbox, Input, Tag } from 'antd'
import type { z } from 'zod'
import { useAsk, useToday } from '../ui/ask.ts'
import { BodyPicker } from '../ui/BodyPicker.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { ActDialog } from '../ui/Dialog.tsx'
import { showDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { Field } from '../ui/Form.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Section } from '../ui/Page.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { useWords } from '../ui/useWords.tsx'
import { Duty, endpoints, type PostLine } from './contract.ts'
import { words } from './words.ts'

/** The posts of a body and who holds them today; administrators make posts, appoint and relieve. */
export function PostsSection({ bodyId, canChange }: { bodyId: string; canChange: boolean }) {
  const t = useWords(words)
  const posts = useAsk(endpoints.listPosts, { bodyId })
  return (
    <Section title={t('postsOfBody')} actions={canChange && <NewPost bodyId={bodyId} />}>
      <Answer of={posts}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty title={t('noPostsInBody')} advice={t('noPostsAdvice')} />
          ) : (
            <ul className="posts">
              {lines.map((post) => (
                <Post key={post.id} post={post} bodyId={bodyId} canChange={canChange} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}

function Post({ post, bodyId, canChange }: { post: z.infer<typeof PostLine>; bodyId: string; canChange: boolean }) {
  const t = useWords(words)
  const today = useToday()
  return (
    <li>
      <div className="post-head">
        <strong>{post.title}</strong>
        <span>
          {post.duties.map((duty) => (
            <Tag key={duty}>{t(duty)}</Tag>
          ))}
        </span>
        {canChange && (
          <ActDialog
            open={t('appoint')}
            title={t('appointTo', { title: post.title })}
            button={{ size: 'small' }}
            endpoint={endpoints.appoint}
            fixed={{ postId: post.id }}
            start={{ from: today }}
            said={t('appointed')}
          >
            <Field name="personId" label={t('person')}>
              <PersonPicker />
            </Field>
            <Field name="from" label={t('from')}>
              <DayInput />
            </Field>
          </ActDialog>
        )}
      </div>
      {post.reachId !== bodyId && (
        <div className="quiet">
          {t('reach')}: {post.reachName}
        </div>
      )}
      {post.holders.length === 0 && <div className="quiet">{t('vacant')}</div>}
      {post.holders.map(({ holdingId, personId, name, username, from }) => (
        <div key={holdingId} className="holder">
          <span>
            {canChange ? <PlaceLink place={{ to: '/people/$personId', params: { personId } }}>{name}</PlaceLink> : name}{' '}
            <span className="quiet">
              ({username}
              {from && `, ${t('since', { day: showDay(from) })}`})
            </span>
          </span>
          {canChange && (
            <ActDialog
              open={t('relieve')}
              title={t('relieveOf', { name, title: post.title })}
              button={{ size: 'small', type: 'text', 'aria-label': t('relieveOf', { name, title: post.title }) }}
              endpoint={endpoints.relieve}
              fixed={{ holdingId }}
              start={{ from: today }}
              said={t('relieved')}
            >
              <Field name="from" label={t('from')}>
                <DayInput />
              </Field>
            </ActDialog>
          )}
        </div>
      ))}
    </li>
  )
}

function NewPost({ bodyId }: { bodyId: string }) {
  const t = useWords(words)
  return (
    <ActDialog
      open={t('addPost')}
      endpoint={endpoints.createPost}
      fixed={{ bodyId }}
      shape={(values) => ({ ...values, reachId: values.reachId ?? undefined })}
      said={t('postAdded')}
      draftKey={`post.new.${bodyId}`}
    >
      <Field name="title" label={t('postTitle')} hint={t('postTitleHint')}>
        <Input autoFocus />
      </Field>
      <Field name="duties" label={t('duties')}>
        <Checkbox.Group options={Duty.options.map((duty) => ({ value: duty, label: t(duty) }))} />
      </Field>
      <Field name="reachId" label={t('reach')} hint={t('reachHint')}>
        <BodyPicker />
      </Field>
    </ActDialog>
  )
}
