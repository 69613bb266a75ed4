import { cdp } from "vitest/browser";

interface Emulation {
  send(method: "Emulation.setEmulatedMedia", media: object): Promise<unknown>;
}

/** Lets the browser behave as in a high-contrast theme, or as usual again. */
export async function forceColours(active: boolean): Promise<void> {
  const features = [{ name: "forced-colors", value: active ? "active" : "none" }];
  await (cdp() as unknown as Emulation).send("Emulation.setEmulatedMedia", { features });
}
