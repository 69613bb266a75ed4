import type { Answers, PageCall, Payload } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { pageApi } from "../platform/page-api.ts";

/** One call from the page to the background. @throws CallError */
export function askBackground<N extends PageCall>(name: N, payload: Payload<N>): Promise<Answers[N]> {
  return send((envelope) => pageApi.runtime.sendMessage(envelope), name, payload);
}
