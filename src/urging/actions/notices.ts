import { Refusal } from '../../kernel/errors.ts'
import type { Answer } from '../../kernel/serve.ts'
import type { endpoints } from '../contract.ts'
import * as queries from '../queries/notices.ts'
import { words } from '../words.ts'

export const countNotices: Answer<typeof endpoints.countNotices> = async ({ db, user }) => ({ unread: await queries.countUnread(db, user) })

export const listNotices: Answer<typeof endpoints.listNotices> = async ({ db, user }, asked) => {
  const [page, unread] = await Promise.all([queries.noticesTo(db, user, asked), queries.countUnread(db, user)])
  return { ...page, unread }
}

export const readNotice: Answer<typeof endpoints.readNotice> = async ({ db, user, now }, { noticeId, isGathered }) => {
  if (!(await queries.readOne(db, user.personId, noticeId, isGathered, now.toString()))) throw new Refusal('missing', words.noNotice)
  return {}
}

export const readAllNotices: Answer<typeof endpoints.readAllNotices> = async ({ db, user, now }) => ({
  count: await queries.readAll(db, user, now.toString()),
})
