/** Room (CSS px) for the ring around it. */
const ring = 5;

/**
 * Scrolls the card, and nothing else, until what the keyboard has come to is in sight as a whole: browsers are content when
 * a part of it is.
 */
export function showWhole(control: Element): void {
  if (!control.matches(":focus-visible")) return;
  const scroller = control.closest(".card[data-low]") ?? control.closest(".scroll, .panel");
  if (!scroller || scroller === control) return;
  const box = control.getBoundingClientRect();
  const seen = scroller.getBoundingClientRect();
  const above = seen.top + ring - box.top;
  const below = box.bottom + ring - seen.bottom;
  if (above > 0) scroller.scrollTop -= above;
  else if (below > 0) scroller.scrollTop += below;
}
