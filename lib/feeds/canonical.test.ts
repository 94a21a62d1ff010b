import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { canonicalBytes, parseCanonical } from "./canonical.ts";

const Schema = z.object({ spec: z.literal(1), name: z.string() });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array) => parseCanonical(bytes, Schema, "a file");

describe("canonical JSON", () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    [{ "\u20ac": 1, "\r": 2, "1": 3 }, '{"\\r":2,"1":3,"\u20ac":1}'],
    [[1e21, 1e-7, 0.1, -0], "[1e+21,1e-7,0.1,0]"],
  ])("%j has one form", (value, text) => expect(new TextDecoder().decode(canonicalBytes(value))).toBe(text));

  it.each([Number.NaN, undefined, "\ud800"])("%j has none", (value) => expect(() => canonicalBytes(value)).toThrow());

  it("is parsed into what its schema says", () => {
    expect(parse(bytesOf('{"name":"a","spec":1}'))).toEqual({ name: "a", spec: 1 });
  });

  it.each<[string, Uint8Array, string]>([
    ["no JSON", bytesOf("<html>"), "no-feed"],
    ["nothing", bytesOf(""), "no-feed"],
    ["no UTF-8", Uint8Array.of(0x22, 0xff, 0x22), "no-feed"],
    ["a byte order mark", bytesOf('\ufeff{"name":"a","spec":1}'), "no-feed"],
    ["other white space", bytesOf('{"name": "a","spec":1}'), "no-feed"],
    ["a line end", bytesOf('{"name":"a","spec":1}\n'), "no-feed"],
    ["fields in another order", bytesOf('{"spec":1,"name":"a"}'), "no-feed"],
    ["a field twice", bytesOf('{"name":"a","name":"b","spec":1}'), "no-feed"],
    ["an escape that need not be", bytesOf('{"name":"\\u0061","spec":1}'), "no-feed"],
    ["a number written otherwise", bytesOf('{"name":"a","spec":1.0}'), "no-feed"],
    ["half a character", bytesOf('{"name":"\\ud800","spec":1}'), "no-feed"],
    ["another schema's fields", bytesOf('{"name":2,"spec":1}'), "no-feed"],
    ["a later version of the formats", bytesOf('{"name":"a","spec":2}'), "unsupported"],
  ])("is refused with %s", (_, bytes, code) => expect(() => parse(bytes)).toThrow(expect.objectContaining({ code })));
});
