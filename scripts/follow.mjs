// Loaded into a program that scripts/pass.mjs runs: when that one is gone, killed perhaps, this one is told to end as well.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
