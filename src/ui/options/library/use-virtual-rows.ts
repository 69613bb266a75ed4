import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

interface VirtualRowsOptions {
  /** The element that scrolls. */
  scroller: { current: HTMLDivElement | null };
  count: number;
  /** Both must be the same functions as long as the rows are. */
  keyOf: (index: number) => string;
  /** Height of a row that was not drawn yet, in pixels. */
  estimate: (index: number) => number;
  /** A row that stays drawn wherever the list is scrolled to: the one that the focus is on. */
  pinned: number;
}

export interface VirtualRows {
  /** The rows to be drawn, in their order. */
  items: VirtualItem[];
  /** Height of all rows, in pixels. */
  height: number;
  /** For each drawn row, which also needs its number in `data-index`. */
  measure(row: HTMLElement | null): void;
  /** Brings a row into view, by the shortest way. */
  scrollTo(index: number, align?: "auto" | "center" | "start"): void;
}

/** Draws only those of many rows that are in view, each as high as what it holds. */
export function useVirtualRows({
  scroller,
  count,
  keyOf,
  estimate,
  pinned,
}: VirtualRowsOptions): VirtualRows {
  const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0);
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: estimate,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll<HTMLDivElement>,
    observeElementRect: observeElementRect<HTMLDivElement>,
    observeElementOffset: observeElementOffset<HTMLDivElement>,
    measureElement: measureElement<HTMLElement>,
    overscan: 4,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const drawn = defaultRangeExtractor(range);
      if (pinned < 0 || pinned >= count || drawn.includes(pinned)) return drawn;
      return [...drawn, pinned].sort((one, other) => one - other);
    },
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index, align = "auto") => virtualizer.scrollToIndex(index, { align }),
  };
}
