import { randomBytes } from 'node:crypto'
import type { Database } from '../kernel/database.ts'
import { Refusal, sentences } from '../kernel/errors.ts'
import { fileLimit } from '../kernel/files.ts'
import { type Answer, type Call, dayOf, type Person } from '../kernel/serve.ts'
import { insertBody, refreshReach } from '../organisations/queries.ts'
import { requireReach } from '../organisations/reach.ts'
import { workbook } from '../paper/sheets.ts'
import { type Accounts, cookieOf, hashPassword, sessionHours, verifyPassword } from './accounts.ts'
import type { endpoints } from './contract.ts'
import { examplePassword } from './example.ts'
import { peopleSheet } from './exports.ts'
import { historyOfBody } from './history.ts'
import * as queries from './queries.ts'
import { words } from './words.ts'

export const getMe: Answer<typeof endpoints.getMe> = async ({ db, user, today }) => {
  const [isEmpty, isExample, clock, posts, account] = await Promise.all([
    user ? false : queries.isEmpty(db),
    queries.isExample(db),
    queries.clockDay(db),
    user ? queries.postsOf(db, user.personId, today) : [],
    user ? queries.usernameOf(db, user.personId) : undefined,
  ])
  const person =
    user && account
      ? {
          id: user.personId,
          name: user.name,
          username: account.username,
          acting: posts.find((post) => post.holdingId === user.holdingId) ?? null,
          posts,
        }
      : null
  return { isEmpty, isExample, fileLimit, clock: { today, isSet: clock !== null }, person }
}

/** The sign-in actions, on the sign-in library. */
export const signingIn = (accounts: Accounts) => {
  const signIn: Answer<typeof endpoints.signIn> = async (call, { username, password }) => {
    const { request, reply } = call
    const wait = await accounts.attempts.count(request.ip, username)
    if (wait > 0) throw new Refusal('too-many', sentences.tooMany, { seconds: wait })
    const answer = await accounts.library.handler(
      new Request('http://localhost/api/auth/sign-in/username', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-client-address': request.ip, 'user-agent': request.headers['user-agent'] ?? '' },
        body: JSON.stringify({ username, password }),
      }),
    )
    if (!answer.ok) throw new Refusal('unauthenticated', words.wrongPassword)
    await accounts.attempts.forgive(request.ip, username)
    if (await queries.isLocked(call.db, username)) throw new Refusal('forbidden', words.isLocked)
    reply.header('set-cookie', answer.headers.getSetCookie())
    return {}
  }

  const signOut: Answer<typeof endpoints.signOut> = async ({ db, user, reply }) => {
    await queries.endSession(db, user.sessionId)
    reply.header('set-cookie', [
      'trienkhai.session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
      '__Secure-trienkhai.session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ])
    return {}
  }

  const startEmpty: Answer<typeof endpoints.startEmpty> = async (
    { db, today, about, reply },
    { bodyName, bodyKind, bodyLevel, name, title, username, password },
  ) => {
    await queries.lockStart(db)
    if (!(await queries.isEmpty(db))) throw new Refusal('conflict', words.notEmpty)
    const bodyId = await insertBody(db, { name: bodyName, shortName: '', kind: bodyKind, level: bodyLevel, parentId: null, from: today })
    await refreshReach(db, [bodyId])
    const personId = await makePerson({ db }, { name, username, password, keptBy: bodyId })
    const post = await queries.insertPost(db, { bodyId, reachId: bodyId, title, duties: ['administrator', 'clerk', 'leader'], from: today })
    await queries.insertHolding(db, post.id, personId, today)
    const token = randomBytes(24).toString('hex')
    await queries.insertSession(db, personId, token, sessionHours)
    reply.header('set-cookie', await cookieOf(accounts, token))
    about(bodyId, personId)
    return {}
  }
  return { signIn, signOut, startEmpty }
}

export const switchPost: Answer<typeof endpoints.switchPost> = async ({ db, user, today, about }, { holdingId }) => {
  const posts = await queries.postsOf(db, user.personId, today)
  if (!posts.some((post) => post.holdingId === holdingId)) throw new Refusal('forbidden', words.notYourPost)
  await queries.actIn(db, user.sessionId, holdingId)
  about(user.personId)
  return {}
}

export const changePassword: Answer<typeof endpoints.changePassword> = async ({ db, user, about }, { currentPassword, newPassword }) => {
  const account = await queries.passwordOf(db, user.personId)
  if (!account?.password || !(await verifyPassword({ hash: account.password, password: currentPassword })))
    throw new Refusal('forbidden', words.wrongCurrent)
  await queries.setPassword(db, account.id, await hashPassword(newPassword))
  await queries.endOtherSessions(db, user.personId, user.sessionId)
  about(user.personId)
  return {}
}

export const listExampleAccounts: Answer<typeof endpoints.listExampleAccounts> = async ({ db, today }) =>
  (await queries.isExample(db)) ? { password: examplePassword, accounts: await queries.accountsWithPosts(db, today) } : { password: '', accounts: [] }

export const listPosts: Answer<typeof endpoints.listPosts> = ({ db, today }, { bodyId }) => queries.postsOfBody(db, bodyId, today)

export const listPeople: Answer<typeof endpoints.listPeople> = ({ db, user, today }, wanted) =>
  queries.peopleUnder(db, user.reachId, today, { ...wanted, limit: 1000 })

export const exportPeople: Answer<typeof endpoints.exportPeople> = async ({ db, user, today, language }, wanted) =>
  workbook('can-bo', [peopleSheet({ language, today }, await queries.peopleUnder(db, user.reachId, today, { ...wanted, limit: 100_000 }))])

export const openPerson: Answer<typeof endpoints.openPerson> = async ({ db, user, today }, { personId }) => {
  const person = await queries.findPersonUnder(db, user.reachId, today, personId)
  if (!person) throw new Refusal('missing', words.noPerson)
  const [holdings, canChange] = await Promise.all([queries.holdingsOf(db, personId, today), queries.standsWholly(db, personId, user.reachId, today)])
  return { ...person, holdings, canChange }
}

export const renamePerson: Answer<typeof endpoints.renamePerson> = async ({ db, user, today, about }, { personId, was, name }) => {
  await requireWholly(db, user.reachId, today, personId)
  if (!(await queries.renamePerson(db, personId, was, name))) throw new Refusal('conflict', words.renamedMeanwhile)
  about(personId)
  return {}
}

export const lockPerson: Answer<typeof endpoints.lockPerson> = async ({ db, user, today, about }, { personId, locked }) => {
  if (personId === user.personId) throw new Refusal('conflict', words.notLockYourself)
  await requireWholly(db, user.reachId, today, personId)
  await queries.lockPerson(db, personId, locked)
  if (locked) await queries.endSessions(db, personId)
  about(personId)
  return {}
}

/** Refuses whoever may not act on the account of a person itself. */
async function requireWholly(db: Database, reachId: string, today: string, personId: string): Promise<void> {
  if (!(await queries.findPersonById(db, personId))) throw new Refusal('missing', words.noPerson)
  if (!(await queries.standsWholly(db, personId, reachId, today))) throw new Refusal('forbidden', words.notYours)
}

export const createPost: Answer<typeof endpoints.createPost> = async ({ db, user, today, about }, { bodyId, title, duties, reachId }) => {
  await requireReach(db, user.reachId, bodyId, today)
  if (reachId) await requireReach(db, user.reachId, reachId, today)
  const post = await queries.insertPost(db, { bodyId, reachId: reachId ?? bodyId, title, duties, from: today })
  about(bodyId, post.id)
  return { postId: post.id as never }
}

export const createPerson: Answer<typeof endpoints.createPerson> = async (call, person) => {
  const personId = await makePerson(call, { ...person, keptBy: call.user.bodyId })
  call.about(personId)
  return { personId: personId as never }
}

async function makePerson(
  { db }: Pick<Call<Person | null>, 'db'>,
  { username, password, ...person }: { name: string; username: string; password: string; keptBy: string },
): Promise<string> {
  const personId = await queries.insertPerson(db, { ...person, username, password: await hashPassword(password) })
  if (!personId) throw new Refusal('conflict', words.usernameTaken, { username })
  return personId
}

export const appoint: Answer<typeof endpoints.appoint> = async ({ db, user, today, about }, { postId, personId, from }) => {
  const post = await queries.findPost(db, postId)
  if (!post) throw new Refusal('missing', words.noPost)
  await requireReach(db, user.reachId, post.bodyId, today)
  await requireReach(db, user.reachId, post.reachId, today)
  if (!(await queries.findPersonById(db, personId))) throw new Refusal('missing', words.noPerson)
  if (!(await queries.insertHolding(db, postId, personId, from))) throw new Refusal('conflict', words.alreadyHolds)
  about(personId, postId, post.bodyId)
  return {}
}

export const relieve: Answer<typeof endpoints.relieve> = async ({ db, user, today, about }, { holdingId, from }) => {
  const holding = await queries.findHolding(db, holdingId)
  if (!holding) throw new Refusal('missing', words.noPost)
  if (holdingId === user.holdingId) throw new Refusal('conflict', words.notYourself)
  await requireReach(db, user.reachId, holding.bodyId, today)
  await queries.endHolding(db, holdingId, from)
  about(holding.personId, holding.bodyId)
  return {}
}

export const resetPassword: Answer<typeof endpoints.resetPassword> = async ({ db, user, today, about }, { personId, password }) => {
  const account = await queries.passwordOf(db, personId)
  if (!account) throw new Refusal('missing', words.noPerson)
  if (!(await queries.standsWholly(db, personId, user.reachId, today))) throw new Refusal('forbidden', words.notYours)
  await queries.setPassword(db, account.id, await hashPassword(password))
  await queries.endOtherSessions(db, personId, user.sessionId)
  about(personId)
  return {}
}

export const bodyHistory: Answer<typeof endpoints.bodyHistory> = async ({ db, user, today }, { bodyId }) => {
  await requireReach(db, user.reachId, bodyId, today)
  const lines = await historyOfBody(db, bodyId)
  return bodyId === user.bodyId ? lines : lines.map((line) => ({ ...line, input: null })) // what was written may be secret to those above
}

export const setClock: Answer<typeof endpoints.setClock> = async ({ db, user }, { day }) => {
  if (!(await queries.isExample(db))) throw new Refusal('forbidden', words.onlyExample)
  if ((await queries.postsOf(db, user.personId, day ?? dayOf(Temporal.Now.instant()))).length === 0) throw new Refusal('invalid', words.nobodyThen)
  await queries.setClockDay(db, day)
  return {}
}
