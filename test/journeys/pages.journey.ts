import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page, Request } from 'playwright-core'
import { enterAs, openBrowser, openWindow, serveHouse } from '../browser.ts'
import { openHouse } from '../kit.ts'
import { pagesToOpen } from '../pages.ts'

describe('every page', () => {
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  for (const [i, [template, list]] of pagesToOpen.entries())
    test(`of house ${i + 1} is without barriers, without faults, and fits a telephone`, async () => {
      const house = await openHouse(template, { withPage: true })
      try {
        const pages = await list(house)
        const origin = await serveHouse(house)
        const found: string[] = []
        const waiting = [...Map.groupBy(pages, ([, username]) => username)]
        // two tabs, each for one person after another, who comes in by an address and goes on inside the page
        const open = async () => {
          const window = await openWindow(browser, origin)
          const page = await window.newPage()
          const settled = watchAsking(page)
          let shown = ''
          let words = ''
          page.on('pageerror', (error) => found.push(`${shown}: ${error.message}`))
          page.on('response', (response) => response.status() >= 500 && found.push(`${shown}: ${response.status()} ${response.url()}`))
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const [username, theirs] = next
            await enterAs(window, origin, username ? await house.visit(username) : null)
            for (const [i, [name, , address]] of theirs.entries()) {
              shown = name
              await page.setViewportSize({ width: 1440, height: 900 })
              if (i === 0) await page.goto(address)
              else await page.evaluate((to) => history.pushState({}, '', to), address)
              const before = words
              // what leads to a page may take longer to load than a moment
              for (let tries = 0; words === before && tries < 20; tries++) {
                await settled()
                words = (await page.locator('body').textContent()) ?? ''
              }
              if (words === before) found.push(`${name}: the same as the page before it`)
              found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`))
            }
          }
          await window.close()
        }
        await Promise.all([open(), open()])
        assert.deepEqual(found, [])
      } finally {
        await house.close()
      }
    })
})

/** Gives what waits until a page has its heading, has asked nothing for a moment, and has nothing left to draw. */
function watchAsking(page: Page): () => Promise<void> {
  const asking = new Set<Request>()
  let last = 0
  const note = (request: Request) => {
    if (request.url().endsWith('/api/changes')) return
    asking[asking.has(request) ? 'delete' : 'add'](request)
    last = performance.now()
  }
  for (const event of ['request', 'requestfinished', 'requestfailed'] as const) page.on(event as 'request', note)
  return async () => {
    last = performance.now()
    await page.locator('main h1').first().waitFor()
    while (asking.size > 0 || performance.now() - last < 300)
      await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => setTimeout(done, 50), { timeout: 2000 })))
  }
}

/** Looks at a page wide and narrow: what bars anybody from it, what is wider than a telephone. */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  // one document without frames: looked at where it is, and only what is wrong told in full, which takes a third of the time
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  for (const { id, nodes } of violations) found.push(`${id} at ${nodes[0]?.target.join(' ')} (${nodes.length})`)
  await page.setViewportSize({ width: 390, height: 844 })
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  let overflow = await beyond()
  for (let tries = 0; overflow > 0 && tries < 10; tries++) {
    await page.waitForTimeout(200) // while it is laid out anew
    overflow = await beyond()
  }
  if (overflow > 0) found.push(`${overflow} px wider than a telephone`)
  return found
}
