import { readdirSync } from "node:fs";
import { ArticleFileError, readArticleFile } from "../../../data/tools/read-article-file.ts";

/** Shorter texts hold too little to choose from. */
const shortestText = 2_000;

/** The texts of a folder's pages as a note would see them, in the order of their names; pages without enough text are left out. */
export function readTexts(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.html?$/.test(file))
    .sort();
  // Where a page stands in a source and a cleaned form, it is the source that readers see.
  const sources = files.filter((file) => file.endsWith("source.html"));
  return (sources.length > 0 ? sources : files).flatMap((file) => {
    try {
      const { blocks, doubt } = readArticleFile(file, folder, "9999-12-30");
      // The extension has no text to note a passage of there.
      if (doubt) return [];
      // White space as a browser shows it, so that a line is a block.
      const text = blocks.map((block) => block.text.trim().replace(/\s+/g, " ")).join("\n");
      // What fills pages that are no pages is the same again and again.
      if (/lorem ipsum/i.test(text)) return [];
      return text.length >= shortestText ? [text] : [];
    } catch (error) {
      // Empty, or not in UTF-8.
      if (error instanceof ArticleFileError) return [];
      throw error;
    }
  });
}
