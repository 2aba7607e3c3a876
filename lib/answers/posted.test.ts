import { expect, test } from "vitest";
import { readPosted } from "./posted";

test.each([
  ["what was pasted joins the list", "https://b.example,https://a.example", ["a", "b"]],
  ["nothing pasted leaves the list as it is", " \n", ["", "a"]],
  ["PostgreSQL takes what was pasted", "https://c\0.example", ["a", "c"]],
])("%s", (_, pasted, names) => {
  const data = new FormData();
  data.append("redirectUris.0", "");
  data.append("redirectUris.1", "https://a.example");
  data.append("pastedUris", pasted);
  const redirectUris = names.map((name) => name && `https://${name}.example`);
  expect(readPosted("redirect-uris", data)).toEqual({ redirectUris });
  expect(readPosted("logo", data)).toEqual({ createLinkCustomization: false, logo: "" });
});
