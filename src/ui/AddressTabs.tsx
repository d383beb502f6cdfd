import { useLocation } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useRawAddress } from './address.ts'

/** Tabs whose choice lives in the address, so that a link opens the right one; an address that names no tab is mended to the one that opens by itself: the first, or `start`. */
export function AddressTabs({
  items,
  name = 'tab',
  start = items[0]?.key ?? '',
}: {
  items: { key: string; label: ReactNode; children: ReactNode }[]
  name?: string
  start?: string
}) {
  const [address, change] = useRawAddress()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const [own] = useState(path)
  const asked = address[name]
  const isKnown = asked === undefined || items.some(({ key }) => key === asked)
  // while a page is being left the address is the next one's, and its tabs are not these
  useEffect(() => {
    if (!isKnown && path === own) change({ [name]: undefined })
  }, [isKnown, name, change, path, own])
  const active = items.some(({ key }) => key === asked) ? (asked as string) : start
  return <Tabs activeKey={active} items={items} destroyOnHidden onChange={(key) => change({ [name]: key === start ? undefined : key })} />
}
