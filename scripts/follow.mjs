// Loaded into each program that scripts/pass.mjs runs, so that it ends when it should, once, and in good order.
if (process.channel) {
  // the one that started it is gone, killed perhaps
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()

  // Ctrl-C may arrive more than once, from the terminal and through npm: only the first counts; before the program listens itself, it ends at once
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    let isTold = false
    process.on(signal, () => {
      if (!isTold && process.listenerCount(signal) === 1) process.exit(code)
      isTold = true
    })
  }
}
