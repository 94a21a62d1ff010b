/**
 * The tooltip's own style sheet, as text: an extension's file would have to be open to every page. Pixels throughout,
 * since `rem` is the page's.
 */
export const tooltipStyle = `
:host { all: initial !important; }
.tip {
  --paper: #ffffff; --ink: #1b1f24; --soft: #59636e; --line: #d9dee3; --link: #0b57d0;
  --tone: #59636e;
  visibility: var(--dm-live, hidden);
  position: fixed; inset: auto; margin: 0; box-sizing: border-box;
  width: max-content; min-width: min(240px, calc(100vw - 16px)); overflow: auto; overscroll-behavior: contain;
  padding: 12px 14px 10px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--paper); color: var(--ink); box-shadow: 0 1px 2px #0000001f, 0 8px 28px #0000002e;
  font: 13px/1.45 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; text-align: start; letter-spacing: normal;
  color-scheme: light dark; cursor: default; user-select: text;
}
.tip.placing { opacity: 0; }
.view { position: fixed; inset: 0; pointer-events: none; visibility: hidden; }
.tip:focus { outline: 2px solid var(--link); outline-offset: 1px; }
.tip:focus:not(:focus-visible) { outline: none; }
.tip[data-verdict="discrepancy"] { --tone: #b3261e; }
.tip[data-verdict="outdated"] { --tone: #8a5300; }
.tip[data-verdict="confirmed"] { --tone: #1d6f45; }
header { display: flex; align-items: center; gap: 7px; }
.sign { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--tone); }
[data-verdict="discrepancy"] .sign { border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%); width: 11px; height: 10px; }
[data-verdict="outdated"] .sign { border-radius: 1px; transform: rotate(45deg); width: 8px; height: 8px; }
[data-verdict="unverified"] .sign { background: none; border: 2px solid var(--tone); width: 6px; height: 6px; }
.label { font-weight: 650; font-size: 14px; color: var(--tone); }
.position { margin-inline-start: auto; color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; white-space: nowrap; }
button.close { all: unset; box-sizing: border-box; flex: none; width: 24px; height: 24px; margin: -4px -6px -4px 0; border-radius: 6px; text-align: center; font-size: 17px; line-height: 22px; color: var(--soft); cursor: pointer; }
[dir="rtl"] button.close { margin: -4px 0 -4px -6px; }
button.close:hover { background: var(--line); color: var(--ink); }
button.close:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
p, dl, dd, ul { margin: 0; padding: 0; }
.summary { margin-top: 3px; }
dl { margin-top: 10px; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: 104px 1fr; gap: 10px; padding: 6px 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); }
dd b { display: block; font-weight: 600; font-variant-numeric: tabular-nums; }
.former dd b { color: var(--soft); }
.current dd b { font-weight: 700; }
[data-verdict="discrepancy"] .said dd b { color: var(--tone); }
small { display: block; font-size: 12px; color: var(--soft); }
.plot { margin: 8px 0 0; }
.plot svg { display: block; width: 100%; height: 34px; overflow: visible; }
.plot path { fill: none; stroke: var(--soft); stroke-width: 2; vector-effect: non-scaling-stroke; }
.plot .area { stroke: none; fill: var(--soft); fill-opacity: 0.14; }
.plot .ends { display: flex; justify-content: space-between; margin-top: 3px; color: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
.plot .said { position: absolute; width: 8px; height: 8px; margin: -4px 0 0 -4px; border-radius: 50%; background: var(--tone); box-shadow: 0 0 0 2px var(--paper); }
.plot .frame { position: relative; margin: 0 4px; direction: ltr; }
.plot .ends { direction: ltr; }
.notes { margin: 8px 0 0; padding-inline-start: 16px; color: var(--soft); }
.deal { margin-top: 9px; display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; font-weight: 600; }
.deal-status { padding: 0 7px; border: 1px solid var(--line); border-radius: 999px; font-weight: 400; font-size: 12px; color: var(--soft); white-space: nowrap; }
footer { margin-top: 7px; color: var(--soft); font-size: 12px; }
h2 { margin: 0; font: inherit; font-weight: 600; }
.sources { list-style: none; display: flex; flex-wrap: wrap; gap: 0 12px; }
.sources li { white-space: nowrap; }
a { color: var(--link); text-decoration: underline; text-underline-offset: 2px; }
.dataset { margin-top: 3px; }
.status { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-color-scheme: dark) {
  .tip { --paper: #1f2328; --ink: #eceff2; --soft: #a8b1bb; --line: #3b424a; --link: #8ab4f8; --tone: #a8b1bb; box-shadow: 0 1px 2px #00000066, 0 8px 28px #00000080; }
  .tip[data-verdict="discrepancy"] { --tone: #ff8d85; }
  .tip[data-verdict="outdated"] { --tone: #f0b45b; }
  .tip[data-verdict="confirmed"] { --tone: #74d39c; }
}
@media (forced-colors: active) {
  .tip { border: 2px solid CanvasText; }
  .sign { forced-color-adjust: none; background: CanvasText; }
  .plot path { stroke: CanvasText; }
  .plot .said { forced-color-adjust: none; background: Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  .tip:popover-open { animation: appear 90ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media print { .tip { display: none; } }
`;
