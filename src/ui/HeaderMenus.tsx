import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { HeldPost } from '../people/contract.ts'
import { endpoints } from '../people/contract.ts'
import { useAct } from './ask.ts'
import { forgetDrafts } from './drafts.ts'
import { useLanguage, useWords } from './useWords.tsx'
import { words } from './words.ts'

/** The post acted in; with several, the menu to change it. */
export function PostSwitch({ acting, posts }: { acting: HeldPost; posts: HeldPost[] }) {
  const t = useWords(words)
  const { act, isActing } = useAct(endpoints.switchPost)
  const shown = (
    <span className="post">
      <strong>{acting.title}</strong>
      <span>{acting.bodyName}</span>
    </span>
  )
  if (posts.length < 2)
    return (
      <div className="post-one" title={`${t('actingAs')}: ${acting.title}, ${acting.bodyName}`}>
        {shown}
      </div>
    )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [acting.holdingId],
        items: posts.map((post) => ({
          key: post.holdingId,
          label: (
            <span className="post">
              <strong>{post.title}</strong>
              <span>{post.bodyName}</span>
            </span>
          ),
        })),
        onClick: ({ key }) => key !== acting.holdingId && act({ holdingId: key }),
      }}
    >
      <Button type="text" className="post-many" loading={isActing} aria-label={`${t('switchPost')}: ${acting.title}, ${acting.bodyName}`}>
        {shown}
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  )
}

/** Shows the other language's name, and turns to it. */
export function LanguageSwitch() {
  const t = useWords(words)
  const { language, choose } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <Button type="text" className="language" lang={other} aria-label={t('otherLanguage')} title={t('otherLanguage')} onClick={() => choose(other)}>
      {other.toUpperCase()}
    </Button>
  )
}

/** The person's own menu. */
export function AccountMenu({ name, username }: { name: string; username: string }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { act } = useAct(endpoints.signOut, {
    done: () => {
      forgetDrafts()
      client.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', type: 'group', label: `${name} (${username})` },
          { key: 'password', label: t('changePassword'), onClick: () => void navigate({ to: '/password' }) },
          { key: 'notices', label: t('noticeSettings'), onClick: () => void navigate({ to: '/notices/settings' }) },
          { type: 'divider' },
          { key: 'out', label: t('signOut'), onClick: () => act({}) },
        ],
      }}
    >
      <Button type="text" className="account" icon={<UserOutlined aria-hidden="true" />} aria-label={`${t('account')}: ${name}`}>
        <span className="account-name">{name}</span>
      </Button>
    </Dropdown>
  )
}
