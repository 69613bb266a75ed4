/** Time (ms) that a change of theme takes to come to rest: many fade. */
const fading = 700;

/** Tells when the page's colours may have changed: at once and when a fading is over. Returns what ends the watch. */
export function watchColours(changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const recoloured = () => {
    if (timer) return;
    frame = requestAnimationFrame(changed);
    timer = setTimeout(() => {
      timer = undefined;
      changed();
    }, fading);
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", recoloured);
  // Pages switch their theme by a class or attribute of their root.
  const observer = new MutationObserver(recoloured);
  for (const element of [document.documentElement, document.body]) {
    if (element) observer.observe(element, { attributes: true });
  }
  return () => {
    scheme.removeEventListener("change", recoloured);
    observer.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
