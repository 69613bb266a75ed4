import type { Answers, CallName, Envelope, Payload, Reply } from "./protocol.ts";

/** Thrown by a call when the other side refused or failed; the message is fit to be shown to people. */
export class CallError extends Error {
  override name = "CallError";
}

/** Something that carries one envelope to its receiver: `runtime.sendMessage`, `tabs.sendMessage` to a tab. */
export type Carrier = (envelope: Envelope) => Promise<unknown>;

/**
 * Sends one call and waits for its answer.
 * @throws CallError when nobody answers, or the receiver reports a problem.
 */
export async function send<N extends CallName>(
  carry: Carrier,
  name: N,
  payload: Payload<N>,
): Promise<Answers[N]> {
  let reply: Reply<N> | undefined;
  try {
    reply = (await carry({ telecomLens: name, payload })) as Reply<N> | undefined;
  } catch (cause) {
    throw new CallError(`No answer to ${name}: nobody is there.`, { cause });
  }
  if (typeof reply === "object" && reply !== null && "answer" in reply) return reply.answer;
  throw new CallError(reply?.problem ?? `No answer to ${name}.`);
}
