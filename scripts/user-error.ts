/** Something the user can do something about: its message is shown plainly, without a stack trace. */
export class UserError extends Error {
  override name = "UserError";
}
