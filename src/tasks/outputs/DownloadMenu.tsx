import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { addressOf } from '../../kernel/call.ts'
import { useWords } from '../../ui/useWords.tsx'
import { forms } from './forms.ts'
import { words } from './words.ts'

/** A directive to take away: as it was handed in, or as it is read and corrected so far. */
export function DownloadMenu({ directiveId }: { directiveId: string }) {
  const t = useWords(words)
  return (
    <Dropdown
      trigger={['click']}
      getPopupContainer={(button) => button.closest('main') ?? document.body}
      menu={{
        // by the mouse the link is pressed itself
        onClick: ({ domEvent }) => domEvent.type === 'keydown' && (domEvent.target as Element).querySelector('a')?.click(),
        items: forms.map(([word, endpoint]) => ({
          key: word,
          label: (
            <a href={addressOf(endpoint, { directiveId: directiveId as never })} download>
              {t(`${word}Hint`)}
            </a>
          ),
        })),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden="true" />}>{t('download')}</Button>
    </Dropdown>
  )
}
