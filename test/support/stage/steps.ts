/** What somebody does on a page that is shown, by the names that they read. */

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Until what was drawn is at rest: the card is placed by promises, pages load what they show. */
export async function rest(): Promise<void> {
  const deadline = performance.now() + 3_000;
  do {
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 30));
  } while (document.querySelector("[aria-busy=true]") && performance.now() < deadline);
}

export async function until(holds: () => unknown): Promise<void> {
  for (let look = 0; look < 30 && !holds(); look += 1) await rest();
  if (!holds()) throw new Error(`not within a second: ${holds}`);
}

/** Opens all that is folded, and what is folded in that. */
export async function unfold(root: ParentNode): Promise<void> {
  let folded = root.querySelectorAll<HTMLDetailsElement>("details:not([open])");
  while (folded.length > 0) {
    for (const details of folded) details.open = true;
    await rest();
    folded = root.querySelectorAll("details:not([open])");
  }
}

/** @param name what the button says, or begins with; the last such one is pressed, which lies above the others. */
export async function press(name: string, root: ParentNode = document): Promise<void> {
  const buttons = [...root.querySelectorAll<HTMLElement>("button, summary, label")];
  const seen = buttons.filter((button) => button.checkVisibility());
  const found =
    seen.findLast((button) => wordsOf(button) === name) ??
    seen.findLast((button) => wordsOf(button).startsWith(name));
  if (!found) throw new Error(`no button says “${name}”: ${buttons.map(wordsOf).join(", ")}`);
  found.click();
  await rest();
}

function wordsOf(element: HTMLElement): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param selector of the field, or of the list to choose from. */
export async function enter(selector: string, value: string, root: ParentNode = document): Promise<void> {
  const field = root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no field is ${selector}`);
  field.value = value;
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  await rest();
}

/** Hands a file to a field for files. */
export async function hand(name: string, text: string, selector = "input[type=file]"): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`no field for files is ${selector}`);
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  field.files = files.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  // A file is read in slices.
  for (let look = 0; look < 8; look += 1) await rest();
}
