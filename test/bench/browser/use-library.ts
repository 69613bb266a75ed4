/** What the bench does within the options page, where it is run by itself: no function here may use another. */

/** Types each text letter by letter and takes it back. @returns milliseconds of each keystroke */
export async function typeQueries(queries: string[]): Promise<{ work: number; drawn: number }[]> {
  const field = document.querySelector<HTMLInputElement>("[type=search]");
  const figures: { work: number; drawn: number }[] = [];
  const type = async (value: string) => {
    const begun = performance.now();
    if (field) field.value = value;
    field?.dispatchEvent(new Event("input", { bubbles: true }));
    // The page is drawn anew in a microtask; asking for a height lays it out.
    await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
    document.querySelector<HTMLElement>(".library-panes")?.offsetHeight;
    const work = performance.now() - begun;
    await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    figures.push({ work, drawn: performance.now() - begun });
    // As fast as people type.
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) await type(query.slice(0, end));
    for (let end = query.length - 1; end >= 0; end--) await type(query.slice(0, end));
  }
  return figures;
}

/** Scrolls the list from its beginning to its end. @returns the most rows that stood in the document. */
export async function scrollThrough(steps: number): Promise<number> {
  const list = document.querySelector<HTMLElement>(".list");
  if (!list) throw new Error("no list");
  let rows = 0;
  for (let step = 0; step <= steps; step++) {
    list.scrollTop = (list.scrollHeight * step) / steps;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    rows = Math.max(rows, list.querySelectorAll("[role=option]").length);
  }
  list.scrollTop = 0;
  return rows;
}

/** Presses the page's own buttons; what would be saved is kept for the import. */
export async function exportAll(): Promise<{ seconds: number; gap: number }> {
  const press = (name: string) =>
    [...document.querySelectorAll("button")].findLast((button) => button.textContent === name)?.click();
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  let file: Blob | undefined;
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob) file = blob;
    return make.call(URL, blob);
  };
  press("Export …");
  while (!document.querySelector("dialog[open]")) await pause();
  const begun = performance.now();
  press("Export");
  let gap = 0;
  for (let last = begun; !file; ) {
    await pause();
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
  }
  const seconds = (performance.now() - begun) / 1_000;
  URL.createObjectURL = make;
  Object.assign(globalThis, { kept: file });
  return { seconds, gap };
}

/** Empties the database and tells the page, as another page of the extension would. */
export async function clearNotes(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("telecom-lens");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("notes", "readwrite");
      transaction.objectStore("notes").clear();
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(transaction.error);
    };
  });
  new BroadcastChannel("telecom-lens-notes").postMessage({});
}

/** Imports what `exportAll` kept. */
export async function importKept(): Promise<{ seconds: number; gap: number; notes: number }> {
  const press = (name: string) =>
    [...document.querySelectorAll("button")].findLast((button) => button.textContent === name)?.click();
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  const { kept } = globalThis as unknown as { kept: Blob };
  const file = new File([kept], "backup.json");
  press("Import …");
  while (!document.querySelector("input[type=file]")) await pause();
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  const files = new DataTransfer();
  files.items.add(file);
  if (input) input.files = files.files;
  const begun = performance.now();
  input?.dispatchEvent(new Event("change", { bubbles: true }));
  let gap = 0;
  let last = begun;
  const until = async (isDone: () => boolean) => {
    while (!isDone()) {
      await pause();
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
    }
  };
  await until(() => document.querySelector(".import-counts") !== null);
  press("Import");
  await until(() => document.querySelector(".undo-bar") !== null);
  const said = document.querySelector(".undo-bar")?.textContent ?? "";
  return { seconds: (performance.now() - begun) / 1_000, gap, notes: Number.parseInt(said, 10) };
}
