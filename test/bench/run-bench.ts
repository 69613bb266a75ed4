/**
 * `npm run bench [-- --pages FOLDER] [--node | --extension | --library | --anchoring] [--browser NAME] [--long] [--rounds N]`
 *
 * First (not with --extension) how fast mentions are found, against the floor (a bare loop over the characters through a
 * class table) and against what npm has, in Node and in Chromium, in one run on one text. Without --pages the text is that
 * of the articles in test/fixtures/mentions. FOLDER is searched for .html files.
 *
 * Then (not with --node) what the extension costs in Chromium and Firefox (or the one of --browser), with against
 * without, each budget with its figure; on FOLDER's pages, or our sample articles. --long appends for a minute instead of ten
 * seconds, and opens every page in Firefox too. Main-thread time is work: where the thread waited for a processor, because the
 * machine was busy, is not in it. In Firefox a visit counts what its profiler, which looks every half millisecond, saw in our
 * scripts and in what they called; how much of that was Firefox making the extension's interface stands beside it. A page
 * without mentions is one that names nothing; what one costs that names something and is no article stands beside it, too. Times up to marks and cards are by the clock on
 * the wall, and want a machine at rest.
 *
 * With --library only the options page with 50,000 notes, in both browsers.
 *
 * With --anchoring only how well passages of notes are found again on FOLDER's pages and our sample articles after these
 * changed (anchoring/bench-anchoring.ts): `[--quotes N] [--develop]`.
 */
import { benchOptions } from "./bench-options.ts";
import { measureExtension } from "./browser/measure-extension.ts";
import { measureLibrary } from "./browser/measure-library.ts";

if (benchOptions.anchoring) await import("./anchoring/bench-anchoring.ts");
else {
  if (!benchOptions.extension && !benchOptions.library) await import("./bench-matching.ts");
  if (!benchOptions.node) {
    const over = await (benchOptions.library
      ? measureLibrary(benchOptions.browsers)
      : measureExtension(benchOptions));
    console.log(over === 0 ? "Every measured row is within its budget." : `Over their budget: ${over} rows.`);
  }
}
