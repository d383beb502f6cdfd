import {
  ApartmentOutlined,
  CarryOutOutlined,
  ClusterOutlined,
  DashboardOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  InboxOutlined,
  NotificationOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Word } from '../kernel/words.ts'
import type { Duty } from '../people/contract.ts'
import type { Place } from './links.tsx'
import { words } from './words.ts'

type Entry = { to: Place['to']; word: Word; icon: ReactNode; for?: Duty[]; group?: 'registry' }

/** The main menu, in order; an entry with duties shows only to posts that carry one of them. */
export const menu: Entry[] = [
  { to: '/', word: words.myWork, icon: <CarryOutOutlined /> },
  { to: '/overview', word: words.overview, icon: <DashboardOutlined /> },
  { to: '/incoming', word: words.incoming, icon: <InboxOutlined /> },
  { to: '/directives', word: words.directives, icon: <FileTextOutlined /> },
  { to: '/obligations', word: words.obligations, icon: <ProfileOutlined /> },
  { to: '/plans', word: words.plans, icon: <ScheduleOutlined /> },
  { to: '/urgings', word: words.urgings, icon: <NotificationOutlined /> },
  { to: '/bodies', word: words.bodies, icon: <ApartmentOutlined />, group: 'registry' },
  { to: '/classes', word: words.classes, icon: <ClusterOutlined />, group: 'registry' },
  { to: '/people', word: words.people, icon: <TeamOutlined />, for: ['administrator'], group: 'registry' },
  { to: '/reminders', word: words.reminders, icon: <FieldTimeOutlined />, for: ['administrator'], group: 'registry' },
]
