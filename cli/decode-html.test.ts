import { describe, expect, it } from "vitest";
import { decodeHtml } from "./decode-html.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** ASCII, with single bytes written `\x..`. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("decodeHtml", () => {
  it.each<[string, Uint8Array, string]>([
    ["UTF-8 without being told", bytes("<p>1000 milliards d’euros, 1000亿"), "<p>1000 milliards d’euros, 1000亿"],
    ["UTF-8 with a byte order mark", bytes("\ufeff<p>é"), "<p>é"],
    ["UTF-16 with a byte order mark", latin("\xff\xfe<\0p\0>\0\xe9\0"), "<p>é"],
    ["a declared encoding", latin('<meta charset="windows-1252"><p>5 \x80'), '<meta charset="windows-1252"><p>5 €'],
    [
      "an encoding in http-equiv",
      latin('<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>\xd2\xda'),
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>亿',
    ],
    [
      "Shift_JIS declared without quotes",
      latin("<html><meta charset=Shift_JIS><p>\x89\xad"),
      "<html><meta charset=Shift_JIS><p>億",
    ],
    ["UTF-8 where UTF-16 is declared in ASCII", bytes('<meta charset="utf-16"><p>é'), '<meta charset="utf-16"><p>é'],
    [
      "a declaration in a comment as no declaration",
      bytes("<!-- <meta charset=big5> --><p>é"),
      "<!-- <meta charset=big5> --><p>é",
    ],
  ])("reads %s", (_what, page, text) => {
    expect(decodeHtml(page)).toBe(text);
  });

  it.each([
    "<!doctype html>",
    "  \n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
    "<?xml version='1.0'?>\n<!DOCTYPE html><html/>",
    "<!-- saved from url=(0014)about:internet -->\n<html>",
    "<p>A paragraph",
    "<h1 class=x>",
    "<article\n>",
  ])("takes %j for HTML", (start) => {
    expect(decodeHtml(bytes(start))).toBe(start);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["plain text", bytes("Nvidia invests $30 billion"), /^is not HTML$/],
    ["JSON with HTML in it", bytes('{"html":"<p>$30 billion</p>"}'), /^is not HTML$/],
    ["a feed", bytes('<?xml version="1.0"?><rss><channel><description>&lt;p></description>'), /^is not HTML$/],
    ["a picture in XML", bytes("<svg><path d=''/></svg>"), /^is not HTML$/],
    ["a tag that only begins like one", bytes("<paragraph>"), /^is not HTML$/],
    ["a PDF", bytes("%PDF-1.7\n"), /^is not HTML \(a PDF\)$/],
    ["a ZIP archive", latin("PK\x03\x04\0\0"), /^is not HTML \(a ZIP archive\)$/],
    ["a picture", latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), /^is not HTML \(binary data\)$/],
    ["a compressed page", latin("\x1f\x8b\x08rest"), /^is not HTML \(compressed with gzip\)$/],
    ["bytes that are not UTF-8", latin("<p>5 \x80 caf\xe9"), /^is not UTF-8, and declares no other encoding$/],
    ["bytes that are not the UTF-8 they declare", latin("<meta charset=utf-8><p>\xe9"), /^declares UTF-8, but/],
    [
      "bytes that are not the encoding they declare",
      latin("<meta charset=euc-jp><p>\xff\xff"),
      /^declares EUC-JP, but/,
    ],
    ["an encoding that nobody knows", bytes("<meta charset=klingon><p>"), /^declares an unknown encoding, "klingon"$/],
  ])("refuses %s", (_what, page, reason) => {
    expect(() => decodeHtml(page)).toThrow(
      expect.objectContaining({ name: "InputError", message: expect.stringMatching(reason) }),
    );
  });
});
