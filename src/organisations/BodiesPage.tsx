import { z } from 'zod'
import { useAddress } from '../ui/address.ts'
import { useAsk, useDuty } from '../ui/ask.ts'
import { useParentNames } from '../ui/BodyPicker.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Answer } from '../ui/Faults.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Page } from '../ui/Page.tsx'
import { WordsInput } from '../ui/table/FilterBar.tsx'
import { useWords } from '../ui/useWords.tsx'
import { AsOf, useAsOf } from './AsOf.tsx'
import { BodyTree } from './BodyTree.tsx'
import { endpoints } from './contract.ts'
import { useKindName } from './kindNames.tsx'
import { NewBodyDialog } from './NewBodyDialog.tsx'
import { words } from './words.ts'

const Where = z.object({ words: z.string().optional() })
const most = 50

/** The tree of bodies as of a day, and the way to find one by any of its names. */
export function BodiesPage() {
  const t = useWords(words)
  const isAdministrator = useDuty('administrator')
  const [{ words: sought }, change] = useAddress(Where)
  return (
    <Page
      title={t('bodies')}
      description={t('bodiesLead')}
      actions={
        <>
          <AsOf />
          {isAdministrator && <NewBodyDialog />}
        </>
      }
    >
      <search className="filters">
        <WordsInput wide label={t('searchBodies')} value={sought ?? ''} onChange={(next) => change({ words: next || undefined })} />
      </search>
      {sought ? <Found sought={sought} /> : <BodyTree />}
    </Page>
  )
}

function Found({ sought }: { sought: string }) {
  const t = useWords(words)
  const day = useAsOf()
  const found = useAsk(endpoints.searchBodies, { words: sought, ids: undefined, limit: most, ...day }, { keep: true })
  const kindName = useKindName()
  const parentName = useParentNames(found.data, day.asOf)
  return (
    <Answer of={found}>
      {(bodies) =>
        bodies.length === 0 ? (
          <Empty title={t('noneFound')} advice={t('noneFoundAdvice')} />
        ) : (
          <>
            <p className="quiet" role="status">
              {t(bodies.length === most ? 'foundMost' : 'found', { count: bodies.length })}
            </p>
            <ul className="bodies">
              {bodies.map((body) => (
                <li key={body.id}>
                  <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: body.id }, search: day }}>{body.name}</PlaceLink>
                  <span className="quiet">{[kindName(body), t(body.level), parentName(body)].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answer>
  )
}
