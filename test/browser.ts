import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'

/** A real Chromium from the package registry, without a system package and as root or not. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !/single-process|web-security/.test(arg)),
    headless: true,
  })
}

/** A window of its own, in Vietnamese, wide or as narrow as a telephone. */
export const openWindow = (browser: Browser, origin: string, width: 1440 | 390 = 1440): Promise<BrowserContext> =>
  browser.newContext({
    baseURL: origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width, height: width === 390 ? 844 : 900 },
    reducedMotion: 'reduce',
  })
