import { StarOutlined } from '@ant-design/icons'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { endpoints } from '../../overview/contract.ts'
import { readAddress, writeAddress } from '../address.ts'
import { useAct, useAsk } from '../ask.ts'
import { useWords } from '../useWords.tsx'
import { words } from '../words.ts'

/** Filters kept under a name, for this person and page, wherever they sign in. */
export function SavedViews() {
  const t = useWords(words)
  const navigate = useNavigate()
  const { pathname: page, search } = useLocation()
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const views = useAsk(endpoints.listViews, isOpen ? { page } : null).data ?? []
  const { act: keep } = useAct(endpoints.saveView, { done: () => setName('') })
  const { act: forget } = useAct(endpoints.dropView)
  const here = writeAddress(search)
  const save = () => name.trim() && keep({ page, name, query: here })
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      getPopupContainer={(button) => button.closest('main') ?? document.body}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="views">
          {views.length === 0 && <p>{t('noViews')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <Button
                  type="link"
                  onClick={() => {
                    setOpen(false)
                    void navigate({ to: '.', search: readAddress(view.query) as never })
                  }}
                >
                  {view.name}
                </Button>
                <Button type="text" size="small" aria-label={t('forgetView', { name: view.name })} onClick={() => forget({ viewId: view.id })}>
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
