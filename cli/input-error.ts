/** Something is wrong with one input; its message completes "FILE: …". The other inputs are still done. */
export class InputError extends Error {
  override name = "InputError";
}
