import { Button } from 'antd'
import { useWords } from '../../ui/useWords.tsx'
import type { PlanPage } from '../contract.ts'
import { Saved } from '../editor/Saved.tsx'
import { words as editorWords } from '../editor/words.ts'
import type { HeadDrafts, Part } from './useHead.ts'
import { words } from './words.ts'

const parts = ['title', 'grounds', 'aims', 'carryingOut'] as const

/** The words around the items: title, grounds, aims, how it is carried out; each kept here while it is typed and saved when it is left. */
export function TextTab({ plan, head }: { plan: PlanPage; head: HeadDrafts }) {
  const t = useWords(words)
  if (plan.canEdit)
    return (
      <div className="plan-text">
        <div className="editor-bar">
          <Saved {...head} />
        </div>
        {parts.map((part) => (
          <Written key={part} plan={plan} part={part} head={head} />
        ))}
      </div>
    )
  return (
    <div className="plan-text">
      {parts.map(
        (part) =>
          plan[part] && (
            <div key={part}>
              <h3>{t(`head_${part}`)}</h3>
              <p className="said">{plan[part]}</p>
            </div>
          ),
      )}
    </div>
  )
}

function Written({ plan, part, head }: { plan: PlanPage; part: Part; head: HeadDrafts }) {
  const t = useWords(words)
  const edit = head.edits[part]
  return (
    <div className="plan-part">
      <label>
        {t(`head_${part}`)}
        <textarea
          className="cell-input"
          rows={part === 'title' ? 1 : 3}
          value={edit?.text ?? plan[part]}
          onChange={({ target }) => head.type(part, target.value)}
          onBlur={() => head.leave(part)}
        />
      </label>
      {edit?.refusal && <Clash theirs={plan[part]} part={part} head={head} refusal={edit.refusal} />}
    </div>
  )
}

/** What somebody else wrote into the same part, and the choice; or why it was not taken. */
function Clash({ theirs, part, head, refusal }: { theirs: string; part: Part; head: HeadDrafts; refusal: { message: string; isClash: boolean } }) {
  const t = useWords(editorWords)
  return (
    <div className="part-clash" role="alert">
      <strong>{refusal.isClash ? t('clash') : t('refused', { why: refusal.message })}</strong>
      {refusal.isClash && (
        <p>
          {t('theirs')}: <q>{theirs || t('empty')}</q>
        </p>
      )}
      <div className="clash-acts">
        <Button size="small" type="primary" onClick={() => head.keepMine(part)}>
          {t(refusal.isClash ? 'keepMine' : 'tryAgain')}
        </Button>
        <Button size="small" onClick={() => head.dropMine(part)}>
          {t(refusal.isClash ? 'takeTheirs' : 'dropMine')}
        </Button>
      </div>
    </div>
  )
}
