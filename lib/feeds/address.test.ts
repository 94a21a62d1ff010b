import { describe, expect, it } from "vitest";
import { feedAddress } from "./address.ts";

describe("feedAddress", () => {
  it.each([
    ["https://feeds.example/deals/", "https://feeds.example/deals/"],
    ["https://feeds.example/deals", "https://feeds.example/deals/"],
    ["https://feeds.example/deals/head.json", "https://feeds.example/deals/"],
    [" feeds.example/deals ", "https://feeds.example/deals/"],
    ["feeds.example:8443/a", "https://feeds.example:8443/a/"],
    ["https://feeds.example", "https://feeds.example/"],
    ["https://feeds.example/a//#top", "https://feeds.example/a/"],
    ["http://127.0.0.1:8080/out", "http://127.0.0.1:8080/out/"],
    ["http://localhost:8080", "http://localhost:8080/"],
  ])("takes %j for %s", (typed, address) => expect(feedAddress(typed)).toBe(address));

  it.each([
    "",
    "http://feeds.example/",
    "http://127.0.0.1.example/",
    "ftp://feeds.example/",
    "javascript:alert(1)",
    "data:text/plain,x",
    "file:///etc/passwd",
    "https://user:secret@feeds.example/",
    "https://feeds.example/?version=1",
    "two words",
  ])("refuses %j", (typed) => expect(feedAddress(typed)).toBeNull());
});
