import { Radio } from 'antd'
import { useState } from 'react'
import { endpoints as organisations } from '../../organisations/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { BodyPicker } from '../../ui/BodyPicker.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { useThere } from '../review/desk.ts'
import { ClassPicker } from '../review/RolesInput.tsx'
import { words as reviewWords } from '../review/words.ts'

/** A body or a class, and how a task names it. */
export type Meaning = { bodyId: string | null; classId: string | null; named: string }

/** Picks a body or a class of bodies; the name is that of the registry. */
export function MeaningInput({ value, onChange }: { value?: Meaning; onChange?: (meaning: Meaning) => void }) {
  const t = useWords(reviewWords)
  const there = useThere()
  const classes = useAsk(organisations.listClasses, there)
  const [as, setAs] = useState<'body' | 'class'>('body')
  const turn = (next: 'body' | 'class') => {
    setAs(next)
    onChange?.({ bodyId: null, classId: null, named: '' })
  }
  const nameOfClass = (classId: string | null) => classes.data?.find(({ id }) => id === classId)?.name ?? ''
  return (
    <div className="meaning">
      <Radio.Group
        optionType="button"
        size="small"
        value={as}
        aria-label={t('matchKind')}
        options={[
          { value: 'body', label: t('asBody') },
          { value: 'class', label: t('asClass') },
        ]}
        onChange={({ target }) => turn(target.value)}
      />
      {as === 'body' ? (
        <BodyPicker
          label={t('asBody')}
          asOf={there.asOf}
          value={value?.bodyId ?? null}
          onChange={(bodyId, body) => onChange?.({ bodyId, classId: null, named: body?.name ?? '' })}
        />
      ) : (
        <ClassPicker
          label={t('asClass')}
          value={value?.classId ?? null}
          onChange={(classId) => onChange?.({ bodyId: null, classId, named: nameOfClass(classId) })}
        />
      )}
    </div>
  )
}
