import { describe, expect, test } from "vitest";
import { longestAddress, readUpdateAddress } from "../../../src/core/dataset/update-address.ts";
import { settingsChangeSchema, settingsSchema } from "../../../src/core/settings.ts";

describe("an address of updates", () => {
  test.each([
    ["https://data.example/telecom.json", "https://data.example/telecom.json", "https://data.example/*"],
    ["  HTTPS://Data.Example  ", "https://data.example/", "https://data.example/*"],
    [
      "https://data.example:8443?of=today#part",
      "https://data.example:8443/?of=today",
      "https://data.example/*",
    ],
    ["http://127.0.0.1:8080/a.json", "http://127.0.0.1:8080/a.json", "http://127.0.0.1/*"],
    ["http://localhost/a", "http://localhost/a", "http://localhost/*"],
    ["https://[::1]:80/a", "https://[::1]:80/a", "https://[::1]/*"],
  ])("%s is asked as %s", (typed, url, access) => {
    expect(readUpdateAddress(typed)).toEqual({ url, access });
    // The browser reads the same out of it.
    expect(new URL(typed.trim()).hostname).toBe(new URL(url).hostname);
  });

  test.each([
    ["", "none"],
    ["   ", "none"],
    ["data.example/a.json", "malformed"],
    ["ftp://data.example/a", "malformed"],
    ["file:///etc/passwd", "malformed"],
    ["javascript:alert(1)", "malformed"],
    ["https://", "malformed"],
    ["https://name:word@data.example/", "malformed"],
    ["https://data.example/a b", "malformed"],
    ["https://data.example\\@other.example/", "malformed"],
    [`https://data.example/${"a".repeat(longestAddress)}`, "malformed"],
    ["http://data.example/a.json", "insecure"],
    ["http://127.0.0.1.data.example/", "insecure"],
    ["http://[::1]/", "insecure"],
    ["http://localhost.data.example/", "insecure"],
  ])("%s is none: %s", (typed, problem) => {
    expect(readUpdateAddress(typed)).toEqual({ problem });
  });

  test("is refused as a setting where it is none, and a stored one that is none is forgotten", () => {
    expect(settingsChangeSchema.safeParse({ updateAddress: "http://data.example/" }).success).toBe(false);
    expect(settingsChangeSchema.parse({ updateAddress: "" })).toEqual({ updateAddress: "" });
    expect(settingsSchema.parse({ updateAddress: "http://data.example/" }).updateAddress).toBe("");
    expect(settingsSchema.parse({ updateAddress: "https://data.example/" }).updateAddress).not.toBe("");
  });
});
