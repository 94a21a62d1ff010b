/** What the keyboard's commands do. Their names stand in the manifest; the user gives them keys in the browser. */
import type { Result } from "../../lib/platform/result.ts";
import type { Settings } from "../../lib/settings.ts";
import { type StepNeeds, stepOver } from "./step.ts";

export type CommandNeeds = StepNeeds & {
  /** Reads the tab's page once, where it is not read anyway. */
  readTab(tab: number): Promise<boolean>;
  settings(): Promise<Settings>;
  openMark(tab: number, frame: number): Promise<Result<boolean>>;
  closeTooltip(tab: number, frame: number): Promise<Result<boolean>>;
};

/** Does what the command `name` says in `tab`; a name that is none of ours does nothing. */
export async function runCommand(name: string, tab: number, needs: CommandNeeds): Promise<void> {
  switch (name) {
    case "next-mark":
    case "previous-mark": {
      const { show } = await needs.settings();
      await stepOver(needs, tab, name === "next-mark" ? 1 : -1, show);
      return;
    }
    case "next-discrepancy":
      await stepOver(needs, tab, 1, "discrepancies");
      return;
    case "open-mark":
      for (const { frame, rows } of await needs.loadReadings(tab)) {
        if (rows.length === 0) continue;
        const opened = await needs.openMark(tab, frame);
        if (opened.ok && opened.value) return;
      }
      return;
    case "close-tooltip":
      await Promise.all((await needs.loadReadings(tab)).map(({ frame }) => needs.closeTooltip(tab, frame)));
      return;
    case "read-page":
      // Pressing the keys has just given the right to read this one page.
      await needs.readTab(tab);
  }
}
