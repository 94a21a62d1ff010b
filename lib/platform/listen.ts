/** An event of the browser's extension interface, as far as it is needed here. */
type BrowserEvent<Listener> = { addListener(listener: Listener): void; removeListener(listener: Listener): void };

/** Has `listener` told of `event` until `signal` aborts. */
export function listen<Listener>(event: BrowserEvent<Listener>, listener: Listener, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener("abort", () => event.removeListener(listener), { once: true });
}
