import { useState } from "preact/hooks";
import { feedAddress } from "../../lib/feeds/address.ts";
import type { FeedPreview } from "../../lib/feeds-protocol.ts";
import { formatDay, formatNumber } from "../../lib/interface/format.ts";
import { useInterface } from "../use-interface.ts";
import { errorWords } from "./FeedState.tsx";

type Found = Extract<FeedPreview, { is: "feed" }>;

export type AddFeedProps = {
  /** Asks for the host's permission, then looks at the feed. Called from the click itself. */
  onLook: (url: string) => Promise<FeedPreview>;
  /** @returns null, or the code of what went wrong */
  onAdd: (found: Found) => Promise<string | null>;
  /** The feed is not wanted after all. */
  onCancel: (found: Found) => void;
};

/** Adds a feed: by its address, after showing who signs it. */
export function AddFeed({ onLook, onAdd, onCancel }: AddFeedProps) {
  const ui = useInterface();
  const { t } = ui;
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<{ is: "idle" | "looking" } | { is: "error"; words: string } | Found>({
    is: "idle",
  });
  const fail = (code: string) => setState({ is: "error", words: errorWords(code, ui) ?? t("feedError.failed") });

  const look = async () => {
    const url = feedAddress(typed);
    if (url === null) {
      setState({ is: "error", words: t("feeds.add.wrong") });
      return;
    }
    // Nothing is awaited before this: browsers show their question only in answer to the click.
    const preview = onLook(url);
    setState({ is: "looking" });
    const found = await preview;
    if (found.is === "error") fail(found.code);
    else setState(found);
  };
  const add = async (found: Found) => {
    setState({ is: "looking" });
    const code = await onAdd(found);
    if (code !== null) {
      fail(code);
      return;
    }
    setTyped("");
    setState({ is: "idle" });
  };

  return (
    <section class="add-feed" aria-labelledby="add-feed">
      <h2 id="add-feed">{t("feeds.add.title")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label for="feed-address">{t("feeds.add.address")}</label>
        <p class="row">
          <input
            id="feed-address"
            class="address-field"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            required
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" disabled={state.is === "looking"}>
            {t("feeds.add.look")}
          </button>
        </p>
        <p class="hint">{t("feeds.add.hint")}</p>
      </form>
      {state.is === "looking" && <p role="status">{t("feeds.add.looking")}</p>}
      {state.is === "error" && (
        <p class="problem" role="alert">
          {state.words}
        </p>
      )}
      {state.is === "feed" && (
        <section class="preview" aria-label={state.name}>
          <h3>{state.name}</h3>
          <p class="address">
            <bdi dir="ltr">{state.url}</bdi>
          </p>
          <p>
            {t("feeds.add.what", {
              deals: t("feeds.deals", { count: state.deals, number: formatNumber(state.deals, ui) }),
              version: state.version,
              date: formatDay(state.published, ui),
            })}
          </p>
          <h4>{t("feeds.add.who")}</h4>
          <ul class="fingerprints">
            {state.keys.map(({ role, fingerprint }) => (
              <li key={`${role} ${fingerprint}`}>
                {t(`feeds.add.${role}`)}
                <code dir="ltr">{fingerprint.match(/.{4}/g)?.join(" ")}</code>
              </li>
            ))}
          </ul>
          <p>{t("feeds.add.compare")}</p>
          {state.isKnown && <p class="problem">{t("feeds.add.same")}</p>}
          <p class="buttons">
            {!state.isKnown && (
              <button type="button" class="primary" onClick={() => void add(state)}>
                {t("feeds.add.confirm")}
              </button>
            )}
            <button
              type="button"
              onClick={() => {
                onCancel(state);
                setState({ is: "idle" });
              }}
            >
              {t("feeds.add.cancel")}
            </button>
          </p>
        </section>
      )}
    </section>
  );
}
