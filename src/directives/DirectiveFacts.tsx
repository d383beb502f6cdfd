import './directives.css'
import { addressOf } from '../kernel/call.ts'
import { AlertAbove } from '../ui/AlertAbove.tsx'
import { showDay } from '../ui/days.ts'
import { FileList } from '../ui/Files.tsx'
import { PlaceLink } from '../ui/links.tsx'
import { Facts } from '../ui/Page.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useWords } from '../ui/useWords.tsx'
import { type DirectiveLine, type DirectivePage, endpoints, type Related, Relation, type TakenBack } from './contract.ts'
import { citationOf, fullNameOf } from './naming.ts'
import { placeOf } from './places.ts'
import { shownState } from './rules.ts'
import { words } from './words.ts'

const tones: Record<DirectiveState, Tone> = {
  draft: 'waiting',
  issued: 'good',
  withdrawn: 'over',
  closed: 'plain',
  recalled: 'over',
  replaced: 'over',
}
type DirectiveState = DirectiveLine['state'] | TakenBack

/** How it is put from the other side. */
const namedAs = { ground: 'byGround', implements: 'byImplements', amends: 'byAmends', replaces: 'byReplaces', mentions: 'byMentions' } as const

/** In which state a directive is; recalled or replaced, where its sender did that. */
export function DirectiveStateTag({ directive }: { directive: Pick<DirectiveLine, 'state' | 'takenBack'> }) {
  const t = useWords(words)
  const said = shownState(directive)
  return <StateTag tone={tones[said]}>{t(said)}</StateTag>
}

/** What is known of a document: kind, number, day, issuer, who stands for it, what it names and what names it, who receives it. */
export function DirectiveFacts({ directive }: { directive: DirectivePage }) {
  const t = useWords(words)
  const { issuerId, issuerName, standingId, standingName, references, namedBy, recipients, file, id } = directive
  return (
    <Facts
      facts={[
        { label: t('kind'), value: directive.kind },
        { label: t('number'), value: directive.number ?? <Unknown /> },
        { label: t('issuedOn'), value: directive.issuedOn ? showDay(directive.issuedOn) : <Unknown /> },
        {
          label: t('issuer'),
          value: issuerId ? (
            <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: issuerId } }}>{issuerName}</PlaceLink>
          ) : (
            <>
              {issuerName || t('unknown')} <span className="amiss">({t('unmatchedIssuer')})</span>
            </>
          ),
        },
        {
          label: t('standing'),
          value: standingId ? <PlaceLink place={{ to: '/bodies/$bodyId', params: { bodyId: standingId } }}>{standingName}</PlaceLink> : <Unknown />,
        },
        { label: t('secrecy'), value: t(directive.secrecy) },
        ...(directive.effectiveOn ? [{ label: t('effectiveOn'), value: showDay(directive.effectiveOn) }] : []),
        ...Relation.options.flatMap((relation) => {
          const named = references.filter((one) => one.relation === relation)
          return named.length ? [{ label: t(relation), value: <References references={named} /> }] : []
        }),
        ...Relation.options.flatMap((relation) => {
          const namers = namedBy.filter((one) => one.relation === relation)
          return namers.length ? [{ label: t(namedAs[relation]), value: <Namers namers={namers} /> }] : []
        }),
        { label: t('recipients'), value: recipients.length ? recipients.join('; ') : <Unknown /> },
        {
          label: t('original'),
          value: (
            <FileList
              files={[
                {
                  name: file?.name ?? t('pasted'),
                  ...(file ? { size: file.size } : {}),
                  href: addressOf(endpoints.downloadOriginal, { directiveId: id as never }),
                },
              ]}
            />
          ),
        },
      ]}
    />
  )
}

function References({ references }: Pick<DirectivePage, 'references'>) {
  return (
    <ul className="plain">
      {references.map(({ kind, number, issuedOn, issuerName, worded, found }, row) => {
        const named = worded || `${citationOf({ kind, number })}${issuerName && ` của ${issuerName}`}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a document may name another twice
          <li key={row}>
            {found && !worded ? <PlaceLink place={placeOf(found)}>{named}</PlaceLink> : named}
            {issuedOn && !worded && <span className="quiet"> ({showDay(issuedOn)})</span>}
            {found && worded && (
              <>
                {' '}
                <PlaceLink place={placeOf(found)}>{citationOf(found)}</PlaceLink>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Namers({ namers }: { namers: readonly Related[] }) {
  return (
    <ul className="plain">
      {namers.map((one) => (
        <li key={one.id}>
          <PlaceLink place={placeOf(one)}>{fullNameOf(one)}</PlaceLink>
          {one.issuedOn && <span className="quiet"> ({showDay(one.issuedOn)})</span>}
        </li>
      ))}
    </ul>
  )
}

/** Says at the top of a document that another one takes its place, or changes it. */
export function ForceNotice({ directive: { namedBy } }: { directive: Pick<DirectivePage, 'namedBy'> }) {
  const t = useWords(words)
  const of = (relation: Relation) => namedBy.filter((one) => one.relation === relation)
  const replacing = of('replaces')
  const shown = replacing.length ? replacing : of('amends')
  if (shown.length === 0) return null
  const word = replacing.length ? 'isReplaced' : 'isAmended'
  return (
    <AlertAbove type="warning" title={t(word)} short={t(`${word}Short`)}>
      <Namers namers={shown} />
    </AlertAbove>
  )
}

function Unknown() {
  const t = useWords(words)
  return <span className="amiss">{t('unknown')}</span>
}
