import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openBrowser, openWindow, serveHouse } from './browser.ts'
import { openHouse } from './kit.ts'
import { pagesToOpen } from './pages.ts'
import { globalSetup, globalTeardown } from './setup.ts'

/** Opens every page on the example's data, wide and narrow, and writes its picture into a folder. */
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), process.argv[2] ?? 'screens')
await mkdir(folder, { recursive: true })
await globalSetup()
const browser = await openBrowser()
try {
  for (const [template, list] of pagesToOpen) {
    const house = await openHouse(template, { withPage: true })
    const pages = await list(house)
    const origin = await serveHouse(house)
    for (const width of [1440, 390] as const)
      for (const [name, username, address] of pages) {
        const window = await openWindow(browser, origin, width, username ? await house.visit(username) : null)
        const page = await window.newPage()
        page.on('pageerror', (error) => process.stderr.write(`${name}: ${error.message}\n`))
        await page.goto(address)
        await page.locator('main h1, .outside h2').first().waitFor()
        await page.waitForTimeout(800) // what is asked after the first answer
        await page.waitForFunction(() => !document.querySelector('.ant-skeleton, .ant-spin-spinning'))
        await page.waitForTimeout(700) // the pictures
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
        await window.close()
        process.stderr.write(`${name}-${width}.png\n`)
      }
    await house.close()
  }
} finally {
  await browser.close()
  await globalTeardown()
}
