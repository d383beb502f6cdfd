import { Tag, Tooltip } from 'antd'
import { z } from 'zod'
import { useAddress } from '../ui/address.ts'
import { useAsk } from '../ui/ask.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { showCount } from '../ui/numbers.ts'
import { Page } from '../ui/Page.tsx'
import { contains } from '../ui/table/columns.ts'
import { useWords } from '../ui/useWords.tsx'
import { AsOf } from './AsOf.tsx'
import { type BodyClass, type BodyLine, ClassId, Day, endpoints } from './contract.ts'
import { useKindName } from './kindNames.tsx'
import { words } from './words.ts'

type Class = z.infer<typeof BodyClass>
const Where = z.object({ asOf: Day.optional(), class: ClassId.optional() })

/** The classes of bodies, and the bodies one of them resolves to on a day. */
export function ClassesPage() {
  const t = useWords(words)
  const [where] = useAddress(Where)
  const day = where.asOf ? { asOf: where.asOf } : {}
  const classes = useAsk(endpoints.listClasses, day, { keep: true })
  const chosen = where.class ? classes.data?.find(({ id }) => id === where.class) : undefined
  if (chosen) return <ClassBodies chosen={chosen} day={day} />
  const columns: Column<Class>[] = [
    { key: 'name', title: t('className'), main: true, sort: ({ name }) => name, show: ({ name }) => name, width: '36%' },
    { key: 'bodies', title: t('classBodies'), align: 'end', width: 130, sort: ({ bodies }) => bodies, show: (line) => <Size of={line} /> },
    { key: 'note', title: t('classNote'), show: ({ note }) => <span className="quiet">{note}</span> },
  ]
  return (
    <Page title={t('classes')} description={t('classesLead')} actions={<AsOf />}>
      <DataTable
        label={t('classes')}
        of={classes}
        columns={columns}
        idOf={({ id }) => id}
        filters={[
          { name: 'words', kind: 'words', label: t('classSearch'), match: (line, [sought]) => contains(`${line.name} ${line.note}`, sought ?? '') },
        ]}
        views={false}
        open={({ id }) => ({ to: '/classes', search: { ...day, class: id } })}
        empty={{ title: t('noClasses') }}
        pageSize={50}
      />
    </Page>
  )
}

function Size({ of }: { of: Class }) {
  const t = useWords(words)
  if (!of.isOpen) return showCount(of.bodies)
  return (
    <Tooltip title={t('openHint')}>
      <Tag>{t('open')}</Tag>
    </Tooltip>
  )
}

function ClassBodies({ chosen, day }: { chosen: Class; day: { asOf?: string } }) {
  const t = useWords(words)
  const kindName = useKindName()
  const bodies = useAsk(endpoints.resolveClass, { classId: chosen.id, ...day }, { keep: true })
  const columns: Column<BodyLine>[] = [
    { key: 'name', title: t('body'), main: true, sort: ({ name }) => name, show: ({ name }) => name },
    {
      key: 'kind',
      title: t('kind'),
      sort: kindName,
      show: kindName,
      width: 260,
    },
    { key: 'level', title: t('level'), show: ({ level }) => t(level), width: 180 },
  ]
  return (
    <Page
      title={chosen.name}
      trail={[{ label: t('backToAll'), place: { to: '/classes', search: day } }]}
      description={chosen.isOpen ? t('openHint') : chosen.note}
      actions={<AsOf />}
    >
      <DataTable
        label={chosen.name}
        of={bodies}
        columns={columns}
        idOf={({ id }) => id}
        filters={[
          {
            name: 'name',
            kind: 'words',
            label: t('filterBodies'),
            match: (line, [sought]) => contains(`${line.name} ${line.shortName}`, sought ?? ''),
          },
        ]}
        views={false}
        open={({ id }) => ({ to: '/bodies/$bodyId', params: { bodyId: id }, search: day })}
        empty={{ title: t('emptyClass') }}
      />
    </Page>
  )
}
