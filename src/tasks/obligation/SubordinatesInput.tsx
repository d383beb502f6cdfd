import { Checkbox } from 'antd'
import { endpoints } from '../../organisations/contract.ts'
import { useAsk } from '../../ui/ask.ts'
import { BodiesPicker } from '../../ui/BodyPicker.tsx'
import { Answer } from '../../ui/Faults.tsx'
import { useWords } from '../../ui/useWords.tsx'
import { words } from './words.ts'

type Props = { bodyId: string; bodyName: string; held: readonly string[]; value?: string[]; onChange?: (bodyIds: string[]) => void; id?: string }

/** Chooses bodies to hand down to: ticks for those right under a body, a search for the others within reach. */
export function SubordinatesInput({ bodyId, bodyName, held, value = [], onChange, id }: Props) {
  const t = useWords(words)
  const branches = useAsk(endpoints.listBranches, { parentId: bodyId as never })
  const near = branches.data ?? []
  const free = near.filter((branch) => !held.includes(branch.id)).map((branch) => branch.id)
  const nearIds = new Set(near.map((branch) => branch.id))
  const ticked = value.filter((one) => nearIds.has(one))
  const others = value.filter((one) => !nearIds.has(one))
  const put = (ticks: readonly string[], more: readonly string[]) => onChange?.([...ticks, ...more])
  return (
    <fieldset className="subordinates" id={id} tabIndex={-1}>
      <legend className="unseen">{t('handDownBodies')}</legend>
      <Answer of={branches}>
        {() =>
          near.length > 0 && (
            <>
              <div className="subordinates-head">
                <span>{t('handDownRight', { body: bodyName })}</span>
                <Checkbox
                  checked={free.length > 0 && ticked.length === free.length}
                  indeterminate={ticked.length > 0 && ticked.length < free.length}
                  disabled={free.length === 0}
                  onChange={({ target }) => put(target.checked ? free : [], others)}
                >
                  {t('all')}
                </Checkbox>
              </div>
              <Checkbox.Group className="checks" value={ticked} onChange={(ticks) => put(ticks, others)}>
                {near.map((branch) => (
                  <Checkbox key={branch.id} value={branch.id} disabled={held.includes(branch.id)}>
                    {branch.name}
                    {held.includes(branch.id) && <small className="quiet"> ({t('holdsIt')})</small>}
                  </Checkbox>
                ))}
              </Checkbox.Group>
            </>
          )
        }
      </Answer>
      <BodiesPicker label={t('handDownOther')} placeholder={t('handDownOther')} value={others} onChange={(more) => put(ticked, more)} />
      <p className="quiet" aria-live="polite">
        {t('handDownChosen', { count: value.length })}
      </p>
    </fieldset>
  )
}
