import type { AddressInfo } from 'node:net'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'
import { endpoints as people } from '../src/people/contract.ts'
import { examplePassword } from '../src/people/example.ts'
import type { TestHouse } from './kit.ts'

/** A real Chromium from the package registry, without a system package and as root or not. */
export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !/single-process|web-security/.test(arg))
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
}

/** Lets a house listen on a free port of this machine; gives its address. */
export async function serveHouse(house: TestHouse): Promise<string> {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
}

/** A window of its own, in Vietnamese, wide or as narrow as a telephone; signed in when somebody is named. */
export async function openWindow(
  browser: Browser,
  origin: string,
  width: 1440 | 390 = 1440,
  username: string | null = null,
): Promise<BrowserContext> {
  const viewport = { width, height: width === 390 ? 844 : 900 }
  const window = await browser.newContext({ baseURL: origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport, reducedMotion: 'reduce' })
  if (username) await window.request.post(people.signIn.path, { data: { username, password: examplePassword } })
  return window
}
