import { Switch } from 'antd'
import { Modal } from '../../ui/Modal.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

/** The keys of the review page, and the switch that turns them off. */
export function KeysDialog({ isOn, turn, close }: { isOn: boolean; turn: (on: boolean) => void; close: () => void }) {
  const t = useWords(words)
  const lines = [
    { keys: ['j', '↓'], what: t('keyNext') },
    { keys: ['k', '↑'], what: t('keyPrevious') },
    { keys: ['n'], what: t('keyDoubtful') },
    { keys: ['p'], what: t('keyDoubtfulBefore') },
    { keys: ['Enter', 'e'], what: t('keyEdit') },
    { keys: ['a'], what: t('keyAdd') },
    { keys: ['s'], what: t('keySplit') },
    { keys: ['m'], what: t('keyMerge') },
    { keys: ['c'], what: t('keySelect') },
    { keys: ['x'], what: t('keyDrop') },
    { keys: [t('space')], what: t('keyCheck') },
    { keys: ['?'], what: t('keyHelp') },
  ]
  return (
    <Modal open onCancel={close} footer={null} title={t('keys')} destroyOnHidden width={460}>
      <dl className="keys">
        {lines.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="keys-switch">
        <Switch id="keys-switch" checked={isOn} onChange={turn} />
        <label htmlFor="keys-switch">{t('keysOn')}</label>
      </div>
    </Modal>
  )
}
