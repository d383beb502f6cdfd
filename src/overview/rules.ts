type Tally = {
  doneOnTime: number
  doneLate: number
  openInTime: number
  openOverdue: number
  given: number
  reported: number
  returned: number
  sentBack: number
}

const none: Tally = { doneOnTime: 0, doneLate: 0, openInTime: 0, openOverdue: 0, given: 0, reported: 0, returned: 0, sentBack: 0 }

/** Counts added up, each with each. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce<Tally>(
    (sum, one) => Object.fromEntries(Object.keys(none).map((key) => [key, sum[key as keyof Tally] + one[key as keyof Tally]])) as Tally,
    none,
  )

/** How many obligations the four counts of the 2×2 stand for. */
export const allOf = ({
  doneOnTime,
  doneLate,
  openInTime,
  openOverdue,
}: Pick<Tally, 'doneOnTime' | 'doneLate' | 'openInTime' | 'openOverdue'>): number => doneOnTime + doneLate + openInTime + openOverdue
