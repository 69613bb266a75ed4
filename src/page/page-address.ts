/** The page's address; a frame whose document was written into it has that of the page around it. */
export function pageAddress(): string {
  return location.protocol === "about:" ? parent.location.href : location.href;
}

/**
 * What tells one article's address from another's: an anchor within the page is no other one; a route that an
 * application keeps after the hash is.
 */
export function articleAddress(address = pageAddress()): string {
  // Most have none, and the expression would be compiled in every page.
  return address.includes("#") ? address.replace(/#(?![!/]).*$/, "") : address;
}
