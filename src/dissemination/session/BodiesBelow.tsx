import { Button } from 'antd'
import { useAsk } from '../../ui/ask.ts'
import { BodiesPicker } from '../../ui/BodyPicker.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from '../screen/words.ts'
import { endpoints } from './contract.ts'

type Props = { directiveId: string; value?: string[]; onChange?: (bodyIds: string[]) => void; id?: string }

/** Picks the bodies below for which a session was held as well: one by one, or all right below that have the directive. */
export function BodiesBelow({ directiveId, value = [], onChange, ...rest }: Props) {
  const t = useWords(words)
  const below = useAsk(endpoints.listSessionBodies, { directiveId: directiveId as never }).data ?? []
  const isWhole = below.every((bodyId) => value.includes(bodyId))
  return (
    <>
      <BodiesPicker {...rest} value={value} {...(onChange ? { onChange } : {})} />
      {below.length > 0 && (
        <Button type="link" className="in-line" disabled={isWhole} onClick={() => onChange?.([...new Set([...value, ...below])])}>
          {t('allBelow', { count: below.length })}
        </Button>
      )}
    </>
  )
}
