import { App, Button } from 'antd'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

const key = 'plan-items-pasted'

/** Says of rows that were pasted how many they are, and offers to take all of them back at once. */
export function useUndoPaste(): (rows: number, undo: () => void) => void {
  const t = useWords(words)
  const { message } = App.useApp()
  return (rows, undo) => {
    const back = () => {
      message.destroy(key)
      undo()
    }
    void message.open({
      key,
      type: 'success',
      duration: 20,
      content: (
        <>
          {t('pasted', { rows })}{' '}
          <Button size="small" type="link" onClick={back}>
            {t('undoPaste')}
          </Button>
        </>
      ),
    })
  }
}
