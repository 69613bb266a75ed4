import { parseHTML } from "linkedom";

/** A document from the parts of a page. */
export function page(body: string, head = "", attributes = ""): Document {
  const { document } = parseHTML(
    `<!doctype html><html ${attributes}><head><title>Title</title>${head}</head><body>${body}</body></html>`,
  );
  return document as unknown as Document;
}

export const sentence =
  "Officials said on Tuesday that the network would be built without the vendor's equipment. ";

export const paragraphs = (count: number) => `<p>${sentence.repeat(3)}</p>`.repeat(count);
