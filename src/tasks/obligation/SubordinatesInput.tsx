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
  const open = near.filter((branch) => !held.includes(branch.id))
  const free = open.map((branch) => branch.id)
  const ticked = value.filter((one) => free.includes(one))
  const others = value.filter((one) => !free.includes(one))
  const put = (ticks: readonly string[], more: readonly string[]) => onChange?.([...ticks, ...more])
  return (
    <fieldset className="subordinates" id={id} tabIndex={-1}>
      <legend className="unseen">{t('handDownBodies')}</legend>
      <Answer of={branches}>
        {() =>
          open.length > 0 && (
            <>
              <div className="subordinates-head">
                <span>{t('handDownRight', { body: bodyName })}</span>
                <Checkbox
                  checked={ticked.length === free.length}
                  indeterminate={ticked.length > 0 && ticked.length < free.length}
                  onChange={({ target }) => put(target.checked ? free : [], others)}
                >
                  {t('all')}
                </Checkbox>
              </div>
              <Checkbox.Group className="checks" value={ticked} onChange={(ticks) => put(ticks, others)}>
                {open.map((branch) => (
                  <Checkbox key={branch.id} value={branch.id}>
                    {branch.name}
                  </Checkbox>
                ))}
              </Checkbox.Group>
            </>
          )
        }
      </Answer>
      {near.length > open.length && <p className="quiet">{t('holdIt', { count: near.length - open.length })}</p>}
      <BodiesPicker label={t('handDownOther')} placeholder={t('handDownOther')} value={others} onChange={(more) => put(ticked, more)} />
      <p className="quiet" aria-live="polite">
        {t('handDownChosen', { count: value.length })}
      </p>
    </fieldset>
  )
}
