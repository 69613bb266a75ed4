import type { Answers, PageCall, Payload } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { pageApi } from "../platform/page-api.ts";

/** One call from the page to the background. The page script hands it on to marker and card. @throws CallError */
export type Ask = <N extends PageCall>(name: N, payload: Payload<N>) => Promise<Answers[N]>;

export const askBackground: Ask = (name, payload) =>
  send((envelope) => pageApi.runtime.sendMessage(envelope), name, payload);
