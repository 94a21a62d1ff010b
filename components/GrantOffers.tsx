import { useState } from "preact/hooks";
import { ALL_SITES, hostMeant, NEWS_HOSTS, patternOf } from "../lib/news-sites.ts";
import { useInterface } from "./use-interface.ts";

export type GrantOffersProps = {
  /** What is granted already: an offer that is taken is not made again. */
  granted: readonly string[];
  /** Called straight from the click, since browsers show their question only then. Resolves to whether it was agreed. */
  onAsk: (patterns: string[]) => Promise<boolean>;
};

/** What else may be read, each offer with its reason: the list of finance news, one site, all sites. */
export function GrantOffers({ granted, onAsk }: GrantOffersProps) {
  const { t } = useInterface();
  const [answer, setAnswer] = useState<"done" | "refused" | "wrong" | null>(null);
  const ask = (patterns: string[]) => {
    void onAsk(patterns).then((agreed) => setAnswer(agreed ? "done" : "refused"));
  };
  const all = granted.includes(ALL_SITES);
  const news = NEWS_HOSTS.map(patternOf);
  const hasNews = all || news.every((pattern) => granted.includes(pattern));
  return (
    <div class="offers">
      {!hasNews && (
        <section>
          <button type="button" class="primary" onClick={() => ask(news)}>
            {t("access.news", { count: NEWS_HOSTS.length })}
          </button>
          <p class="hint">{t("access.newsWhy")}</p>
          <details>
            <summary>{t("access.newsList")}</summary>
            <p class="hosts" dir="ltr">
              {NEWS_HOSTS.join(", ")}
            </p>
          </details>
        </section>
      )}
      {!all && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const input = event.currentTarget.elements.namedItem("site") as HTMLInputElement;
            const host = hostMeant(input.value);
            if (host === null) setAnswer("wrong");
            else ask([patternOf(host)]);
          }}
        >
          <label for="one-site">{t("access.one")}</label>
          <div class="row">
            <input
              id="one-site"
              name="site"
              type="text"
              inputmode="url"
              autocomplete="off"
              spellcheck={false}
              dir="ltr"
              placeholder="news.example"
              aria-description={t("access.oneLabel")}
              aria-invalid={answer === "wrong"}
              onInput={() => setAnswer(null)}
            />
            <button type="submit">{t("access.oneAdd")}</button>
          </div>
          <p class="hint">{t("access.oneWhy")}</p>
        </form>
      )}
      {!all && (
        <section>
          <button type="button" onClick={() => ask([ALL_SITES])}>
            {t("access.everything")}
          </button>
          <p class="hint">{t("access.everythingWhy")}</p>
        </section>
      )}
      <p class="answer" role="status">
        {answer === "done" && t("access.done")}
        {answer === "refused" && t("access.refused")}
        {answer === "wrong" && t("access.oneWrong")}
      </p>
    </div>
  );
}
