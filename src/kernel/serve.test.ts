import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { openHouse, type TestHouse, type Visitor } from '../../test/kit.ts'
import { endpoints as directives } from '../directives/contract.ts'
import { endpoints as organisations } from '../organisations/contract.ts'
import { endpoints as people } from '../people/contract.ts'
import { parametersOf } from './endpoint.ts'

type Described = { operationId?: string; summary?: string; parameters?: { name: string; in: string; required?: boolean; schema: object }[] } & {
  responses?: Record<string, { description?: string }>
  requestBody?: { content: Record<string, { schema: object }> }
}
type Description = { openapi: string; info: object; paths: Record<string, Record<string, Described>>; components?: object }

describe('what the product says about itself', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  after(() => house.close())

  test('the API description is OpenAPI 3.1 and has every endpoint, with its parameters', async () => {
    const description = (await house.app.inject('/api/openapi.json')).json<Description>()
    assert.match(description.openapi, /^3\.1\.\d+$/)
    assert.deepEqual(Object.keys(description.info).sort(), ['description', 'license', 'title', 'version'])
    const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
    const ids = operations.flatMap(({ operation }) => operation.operationId ?? [])
    assert.equal(new Set(ids).size, ids.length)
    for (const slice of house.office.slices)
      for (const [name, endpoint] of Object.entries(slice.endpoints)) {
        const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
        const operation = description.paths[path]?.[endpoint.kind === 'write' ? 'post' : 'get']
        assert.ok(operation, `${name} is not described`)
        assert.equal(operation.operationId, name)
        assert.equal(operation.summary, endpoint.does)
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
        assert.deepEqual(inPath.map((parameter) => parameter.name).sort(), parametersOf(endpoint.path).sort())
        assert.ok(inPath.every((parameter) => parameter.required === true))
        const rest = Object.keys(endpoint.input.shape).filter((field) => !parametersOf(endpoint.path).includes(field))
        const inQuery = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name)
        if (endpoint.kind !== 'write') assert.deepEqual(inQuery.sort(), rest.sort(), name)
        else if (rest.length) assert.ok(operation.requestBody?.content['application/json']?.schema, name)
      }
    for (const { path, operation } of operations)
      for (const [status, response] of Object.entries(operation.responses ?? {}))
        assert.ok(/^\d{3}$|^default$/.test(status) && response.description !== undefined, `${path} ${status} has no description`)
  })

  test('every reference of the API description leads somewhere', async () => {
    const description = (await house.app.inject('/api/openapi.json')).json<Description>()
    for (const [, pointer] of JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)) {
      const found = (pointer as string)
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description)
      assert.ok(found, `${pointer} leads nowhere`)
    }
  })

  test('metrics tell durations by route and status, and connections, but no ids', async () => {
    const clerk = await house.visit('btctw.chuyenvien')
    const [root] = await clerk.ask(organisations.listBranches, {})
    await clerk.ask(organisations.openBody, { bodyId: root?.id as never })
    const { body, headers } = await house.app.inject('/metrics')
    assert.match(String(headers['content-type']), /^text\/plain/)
    assert.match(body, /trienkhai_request_seconds_count\{method="GET",route="\/api\/bodies\/:bodyId",status="200"\} 1/)
    assert.match(body, /trienkhai_database_connections\{use="idle"\} \d+/)
    assert.match(body, /process_cpu_seconds_total/)
    assert.equal(body.includes(root?.id as string), false)
  })
})

describe('refusals and faults', () => {
  let house: TestHouse
  let clerk: Visitor
  before(async () => {
    house = await openHouse()
    clerk = await house.visit('btctw.chuyenvien')
  })
  after(() => house.close())

  const get = (url: string, language = 'vi', cookie = clerk.cookie) =>
    house.app.inject({ url, headers: { cookie, 'accept-language': language } }).then((response) => ({
      status: response.statusCode,
      ...response.json<{ kind: string; message: string }>(),
    }))

  test('come in the language asked for, Vietnamese unless it is English', async () => {
    const absent = '/api/bodies/00000000-0000-4000-8000-000000000000'
    const vietnamese = { status: 404, kind: 'missing', message: 'Không có cơ quan này trong danh mục tại ngày đó.' }
    assert.deepEqual(await get(absent), vietnamese)
    assert.deepEqual(await get(absent, 'fr'), vietnamese)
    assert.deepEqual(await get(absent, 'en-GB,en;q=0.8'), { status: 404, kind: 'missing', message: 'The registry has no such body on that day.' })
  })

  test('tell which field is not right, in the language asked for', async () => {
    const vietnamese = await get('/api/bodies/search?words=a&limit=0')
    const english = await get('/api/bodies/search?words=a&limit=0', 'en')
    assert.deepEqual([vietnamese.status, vietnamese.kind, english.status], [400, 'invalid', 400])
    assert.match(vietnamese.message, /^Chưa nhận được vì: «.+» không được nhỏ hơn 1\.$/)
    assert.match(english.message, /^It was not taken: «.+» can’t be less than 1\.$/)
  })

  test('an address that is not there is missing, not a page', async () => {
    for (const url of ['/api/khong-co', '/khong-co', '/api/bodies/x/y/z']) assert.equal((await get(url)).status, 404)
  })

  test('what is no JSON, or too long, is refused with a sentence', async () => {
    const post = (payload: string) =>
      house.app.inject({ method: 'POST', url: people.signIn.path, payload, headers: { 'content-type': 'application/json' } })
    const broken = await post('{"username":')
    assert.deepEqual([broken.statusCode, broken.json<{ kind: string }>().kind], [400, 'invalid'])
    const long = await post(`{"username":"${'x'.repeat(9 * 1024 * 1024)}"}`)
    assert.deepEqual([long.statusCode, long.json<{ kind: string }>().kind], [413, 'too-large'])
    assert.match(long.json<{ message: string }>().message, /lớn quá mức/)
  })

  test('texts enter as NFC and without what no database keeps', async () => {
    const name = 'Hội Đàn môi\u0000 Tây Bắc \ud800'.normalize('NFD')
    const [root] = await clerk.ask(organisations.listBranches, {})
    const { bodyId } = await clerk.ask(organisations.createBody, {
      name,
      kind: 'association',
      level: 'central',
      parentId: root?.id as never,
      from: '2013-11-01',
      aliases: [name],
    })
    const body = await clerk.ask(organisations.openBody, { bodyId })
    const kept = 'Hội Đàn môi Tây Bắc \ufffd'
    assert.deepEqual([body.name, body.aliases], [kept, [kept]])
    assert.equal((await clerk.try(organisations.searchBodies, { words: 'đàn môi tây bắc\u0000'.normalize('NFD') })).body.length, 1)
  })

  test('a value that the database can’t take, and an id that leads nowhere, are refused, not faults', async () => {
    assert.equal((await clerk.try(organisations.listBranches, { asOf: '0000-01-01' })).status, 400)
    const { directiveId } = await clerk.ask(directives.readDirective, { text: 'THÔNG BÁO\nVề một việc' })
    const answer = await clerk.try(directives.amendDirective, {
      directiveId,
      version: 1,
      kind: 'Thông báo',
      number: null,
      title: 'Về một việc',
      issuedOn: null,
      issuerName: 'Không rõ',
      issuerId: '00000000-0000-4000-8000-000000000000' as never,
      standingId: null,
      secrecy: 'none',
      recipients: [],
      references: [],
    })
    assert.deepEqual([answer.status, answer.body.kind], [400, 'invalid'])
    assert.match(answer.body.message as string, /không có trong hệ thống/)
  })

  test('a fault says nothing of the inside, only a code to tell the administrator', async () => {
    await sql`alter table body_kind rename to hidden_kind`.execute(house.db)
    try {
      const vietnamese = await get('/api/body-kinds')
      assert.deepEqual([vietnamese.status, vietnamese.kind], [500, 'fault'])
      assert.match(vietnamese.message, /^Có lỗi phía máy chủ\..* kèm mã [0-9a-f]{12}\.$/)
      const english = await get('/api/body-kinds', 'en')
      assert.match(english.message, /^Something went wrong on the server\..* the code [0-9a-f]{12}\.$/)
      assert.doesNotMatch(JSON.stringify([vietnamese, english]), /body_kind|relation|sql|stack/i)
    } finally {
      await sql`alter table hidden_kind rename to body_kind`.execute(house.db)
    }
    assert.equal((await clerk.try(organisations.listKinds, {})).status, 200)
  })
})

describe('the door', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse('empty')
  })
  after(() => house.close())

  test('every answer forbids foreign scripts, frames and guessing of types', async () => {
    for (const url of ['/api/me', '/health', '/api/nothing-here']) {
      const { headers } = await house.app.inject(url)
      const policy = new Map(
        String(headers['content-security-policy'])
          .split(';')
          .map((part): [string, string] => [part.trim().split(' ')[0] as string, part.trim()]),
      )
      assert.equal(policy.get('default-src'), "default-src 'none'")
      assert.match(policy.get('script-src') ?? '', /^script-src 'self'( 'nonce-[^']+')?$/)
      assert.match(policy.get('style-src') ?? '', /^style-src 'self'( 'nonce-[^']+')?$/)
      assert.equal(policy.get('frame-ancestors'), "frame-ancestors 'none'")
      assert.equal(policy.get('base-uri'), "base-uri 'none'")
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['referrer-policy'], 'same-origin')
      assert.equal(headers['x-powered-by'], undefined)
    }
  })

  test('the nonce is another with every answer', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => /nonce-([^']+)/.exec(String((await house.app.inject('/api/me')).headers['content-security-policy']))?.[1]),
    )
    assert.ok(nonces[0])
    assert.notEqual(nonces[0], nonces[1])
  })

  test('the session’s cookie is out of reach of scripts and of other sites', async () => {
    const example = await openHouse()
    try {
      const payload = { username: 'btctw.chuyenvien', password: (await (await example.visit(null)).ask(people.listExampleAccounts, {})).password }
      const { headers } = await example.app.inject({ method: 'POST', url: people.signIn.path, payload })
      const cookie = [headers['set-cookie']].flat().find((one) => one?.includes('session_token'))
      for (const part of [/; HttpOnly/i, /; SameSite=(Lax|Strict)/i, /; Path=\//i]) assert.match(cookie as string, part)
      assert.doesNotMatch(cookie as string, /; Domain=/i)
    } finally {
      await example.close()
    }
  })

  test('the 3001st request of a minute from one address is refused with a sentence; other addresses go on', async () => {
    const ask = (remoteAddress: string) => house.app.inject({ url: '/api/changes', remoteAddress, headers: { 'accept-language': 'en' } })
    for (let i = 0; i < 3000; i++) assert.equal((await ask('10.9.9.9')).statusCode, 401)
    const refused = await ask('10.9.9.9')
    assert.equal(refused.statusCode, 429)
    assert.equal(refused.json<{ kind: string }>().kind, 'too-many')
    assert.match(refused.json<{ message: string }>().message, /^Too many attempts/)
    assert.equal((await ask('10.9.9.8')).statusCode, 401)
  })
})
