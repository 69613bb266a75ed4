import { expect, test } from "vitest";
import { entityKinds } from "../../../src/core/dataset/schema.ts";
import { highlighted } from "../../../src/page/leftovers.ts";

test("what an older copy has left of any kind of entity, of notes and of the open card's mark is removed", () => {
  expect(highlighted.toSorted()).toEqual([...entityKinds, "current", "note"].toSorted());
});
