/**
 * Milliseconds that the processors of this machine worked for this process while something was done. Unlike the time on
 * the clock, they do not grow when other tests want the same processors.
 */
export function cpuMilliseconds(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}
