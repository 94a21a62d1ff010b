/**
 * The extension's icon: a line of text, and the marked figure in it, with a corrected line beneath. The pictures in
 * `public/icon` are drawn from it.
 *
 * As markup, since a file of its own costs the popup a request and a document, which it would wait for.
 */
export function Icon({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect width="128" height="128" rx="28" fill="#12324f" />
      <rect x="24" y="30" width="80" height="12" rx="6" fill="#6d8aa6" />
      <rect x="24" y="54" width="80" height="24" rx="6" fill="#ffd166" />
      <path
        d="M24 95q8-11 16 0t16 0 16 0 16 0 16 0"
        fill="none"
        stroke="#ff6b5e"
        stroke-width="9"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
