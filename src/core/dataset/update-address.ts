/** Longer ones are no addresses that anybody typed. */
export const longestAddress = 2_000;

/**
 *   none       there is no address
 *   malformed  it is none that can be asked
 *   insecure   neither https nor this machine: others could read and replace what is sent
 */
export type AddressProblem = "none" | "malformed" | "insecure";

export interface UpdateAddress {
  /** As it is asked for. */
  url: string;
  /** The browser's pattern for the permission to ask there; ports have no place in one. */
  access: string;
}

/** Scheme, host, port and the rest; a name and password have no place in it: they would be kept in the settings. */
const webAddress =
  /^(https?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?(\/[^\s\\#]*|\?[^\s\\#]*)?(#\S*)?$/i;

/** The address of a dataset package as somebody wrote it. */
export function readUpdateAddress(text: string): UpdateAddress | { problem: AddressProblem } {
  const typed = text.trim();
  if (typed === "") return { problem: "none" };
  const [, scheme = "", name = "", port = "", rest = ""] =
    typed.length <= longestAddress ? (webAddress.exec(typed) ?? []) : [];
  const [protocol, host] = [scheme.toLowerCase(), name.toLowerCase()];
  if (host === "") return { problem: "malformed" };
  if (protocol === "http" && !isLoopback(host)) return { problem: "insecure" };
  const origin = `${protocol}://${host}`;
  return { url: `${origin}${port}${rest.startsWith("/") ? rest : `/${rest}`}`, access: `${origin}/*` };
}

/** Nothing that is sent there leaves this machine. The policy of our own pages names these two. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1";
}
