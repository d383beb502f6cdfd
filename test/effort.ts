/** The seconds of work this process has done since a moment (`process.cpuUsage()`): unlike those on the clock, they do not grow with what else a machine does. */
export function workSince(moment: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(moment)
  return (user + system) / 1_000_000
}
