import { StarOutlined } from '@ant-design/icons'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { type Address, writeAddress } from '../address.ts'
import { useMe } from '../ask.ts'
import { useWords } from '../useWords.tsx'
import { words } from '../words.ts'

type View = { name: string; search: Address }
const keyOf = (owner: string, pathname: string) => `trienkhai.views.${owner}.${pathname}`

const readViews = (key: string): View[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as View[]
  } catch {
    return []
  }
}

/** Filters kept under a name, for this person and page, in this browser. */
export function SavedViews() {
  const t = useWords(words)
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const key = keyOf(useMe().data?.person?.id ?? '', pathname)
  const [views, setViews] = useState(() => readViews(key))
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const keep = (next: View[]) => {
    setViews(next)
    localStorage.setItem(key, JSON.stringify(next))
  }
  const here = writeAddress(search)
  const save = () => {
    if (!name.trim()) return
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), search: search as Address }])
    setName('')
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="views">
          {views.length === 0 && <p>{t('noViews')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Button
                  type="link"
                  onClick={() => {
                    setOpen(false)
                    void navigate({ to: '.', search: view.search as never })
                  }}
                >
                  {view.name}
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('forgetView', { name: view.name })}
                  onClick={() => keep(views.filter((other) => other !== view))}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
          {here && (
            <div className="views-save">
              <Input
                size="small"
                aria-label={t('viewName')}
                placeholder={t('saveView')}
                value={name}
                maxLength={60}
                onChange={({ target }) => setName(target.value)}
                onPressEnter={save}
              />
              <Button size="small" onClick={save}>
                {t('save')}
              </Button>
            </div>
          )}
        </div>
      }
    >
      <Button icon={<StarOutlined aria-hidden="true" />}>{t('savedViews')}</Button>
    </Popover>
  )
}
