import { useEffect, useState } from "preact/hooks";
import { GrantedSites } from "../../components/GrantedSites.tsx";
import { GrantOffers } from "../../components/GrantOffers.tsx";
import { Icon } from "../../components/Icon.tsx";
import { KeyList } from "../../components/KeyList.tsx";
import { useInterface } from "../../components/use-interface.ts";
import { type CommandKeys, commandKeys, openKeySettings } from "../../lib/platform/commands.ts";
import { askForSites, grantedSites, revokeSites, watchGrantChanges } from "../../lib/platform/grants.ts";
import type { Verdict } from "../../lib/reading/types.ts";

const VERDICTS: readonly Verdict[] = ["confirmed", "outdated", "discrepancy", "unverified"];

/** The first-run page: what the lines mean, where the extension reads and may read, and the keys. */
export function Welcome() {
  const { t } = useInterface();
  const [granted, setGranted] = useState<string[]>([]);
  const [keys, setKeys] = useState<CommandKeys | null>();

  useEffect(() => {
    const controller = new AbortController();
    const show = () => void grantedSites().then(setGranted);
    show();
    watchGrantChanges(show, controller.signal);
    void commandKeys().then(setKeys);
    return () => controller.abort();
  }, []);

  return (
    <>
      <header>
        <Icon size={44} />
        <h1>{t("welcome.title")}</h1>
      </header>
      <main>
        <p class="lead">{t("welcome.lead")}</p>
        <p class="privacy">{t("welcome.privacy")}</p>
        <section aria-labelledby="marks">
          <h2 id="marks">{t("welcome.marksTitle")}</h2>
          <dl class="legend">
            {VERDICTS.map((verdict) => (
              <div key={verdict}>
                <dt>
                  <span class={`line line-${verdict}`}>{t(`verdict.${verdict}`)}</span>
                </dt>
                <dd>{t(`welcome.${verdict}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="where">
          <h2 id="where">{t("welcome.sitesTitle")}</h2>
          <p>{t("welcome.sites")}</p>
          <GrantOffers granted={granted} onAsk={askForSites} />
          <h3>{t("access.title")}</h3>
          <GrantedSites patterns={granted} onRevoke={(patterns) => void revokeSites(patterns)} />
        </section>
        <section aria-labelledby="keys">
          <h2 id="keys">{t("keys.title")}</h2>
          <KeyList keys={keys} onChange={() => void openKeySettings()} />
        </section>
      </main>
    </>
  );
}
