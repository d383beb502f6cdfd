import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
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
        // two tabs, each for one person after another: what it has fetched and compiled serves them all
        const open = async () => {
          const window = await openWindow(browser, origin)
          const page = await window.newPage()
          let shown = ''
          page.on('pageerror', (error) => found.push(`${shown}: ${error.message}`))
          page.on('response', (response) => response.status() >= 500 && found.push(`${shown}: ${response.status()} ${response.url()}`))
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const [username, theirs] = next
            await enterAs(window, origin, username ? await house.visit(username) : null)
            for (const [name, , address] of theirs) {
              shown = name
              found.push(...(await faultsOf(page, address)).map((fault) => `${name}: ${fault}`))
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

/** Opens a page wide and narrow: what bars anybody from it, what is wider than a telephone. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('load')
  await page.waitForTimeout(600) // what is asked after the first answer
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
