import { Link, type LinkProps, type RegisteredRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Address } from './address.ts'
import { Whole } from './whole.tsx'

/** A place in the product: a path of the router's list, its parameters, its query. */
export type Place = { to: keyof RegisteredRouter['routesByPath'] & string; params?: Record<string, string>; search?: Address; hash?: string }

/** A link to a place held as a value, as tables and breadcrumbs hold it. */
export function PlaceLink({ place, className, children, tabIndex }: { place: Place; className?: string; children: ReactNode; tabIndex?: number }) {
  return (
    <Link {...(place as LinkProps)} className={className} tabIndex={tabIndex}>
      <Whole>{children}</Whole>
    </Link>
  )
}
