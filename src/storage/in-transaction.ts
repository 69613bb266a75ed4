/** The part of a transaction by which it is ended. */
interface Ending {
  abort(): void;
  done: Promise<void>;
}

/**
 * Does work in a transaction, which counts as done only when the transaction is. Where the work throws, nothing of it stays.
 *
 * @throws whatever the work throws, or else what ended the transaction.
 */
export async function inTransaction<T>(transaction: Ending, work: () => Promise<T>): Promise<T> {
  const working = async () => {
    try {
      return await work();
    } catch (cause) {
      // It may be at its end already, when it was the database that refused.
      try {
        transaction.abort();
      } catch {}
      throw cause;
    }
  };
  // Both are waited for; why the work failed says more than that its transaction ended.
  const [worked, done] = await Promise.allSettled([working(), transaction.done]);
  if (worked.status === "rejected") throw worked.reason;
  if (done.status === "rejected") throw done.reason;
  return worked.value;
}
