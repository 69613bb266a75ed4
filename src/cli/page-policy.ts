/**
 * What the extension's own pages may load, spelled out: nothing but the extension's files, and the address from which the
 * reader lets it take a newer dataset. (https, or this machine itself. Names of IPv6 have no place in a policy.)
 * Saving a file needs no entry: a `blob:` address that is downloaded is not loaded.
 */
export const pagePolicy = Object.entries({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join("; ");
