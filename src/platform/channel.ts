/** One end of a channel between parts of the extension. What is told by it is heard at all other ends, and not at this one. */
export interface Channel<Told> {
  tell(told: Told): void;
  /** Gives back how to stop. */
  listen(listener: (told: Told) => void): () => void;
}

/** No page of the web hears it: only the extension's own pages and its background share an origin. */
export function openChannel<Told>(name: string): Channel<Told> {
  const channel = new BroadcastChannel(name);
  return {
    tell: (told) => channel.postMessage(told),
    listen: (listener) => {
      const heard = ({ data }: MessageEvent<Told>) => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}
