import type { AddressInfo } from 'node:net'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'
import type { TestHouse, Visitor } from './kit.ts'

/** A real Chromium from the package registry, without a system package and as root or not. */
export async function openBrowser(): Promise<Browser> {
  // without a graphics card nothing draws faster than plain software
  const args = [...chromium.args.filter((arg) => !/single-process|web-security|gpu|use-gl|use-angle|swiftshader/.test(arg)), '--disable-gpu']
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true })
}

/** Lets a house listen on a free port of this machine; gives its address. */
export async function serveHouse(house: TestHouse): Promise<string> {
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
}

/** A window of its own, in Vietnamese, wide or as narrow as a telephone, of somebody signed in or of nobody. */
export async function openWindow(
  browser: Browser,
  origin: string,
  width: 1440 | 390 = 1440,
  visitor: Visitor | null = null,
): Promise<BrowserContext> {
  const viewport = { width, height: width === 390 ? 844 : 900 }
  const window = await browser.newContext({ baseURL: origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport, reducedMotion: 'reduce' })
  window.setDefaultTimeout(15_000)
  await enterAs(window, origin, visitor)
  return window
}

/** Makes a window that of somebody else, or of nobody. */
export async function enterAs(window: BrowserContext, origin: string, visitor: Visitor | null): Promise<void> {
  await window.clearCookies()
  const [name, value] = visitor?.cookie.split('=', 2) ?? []
  if (name && value) await window.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }])
}
