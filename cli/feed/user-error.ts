/** Something that whoever called the command can do something about; its message says what. */
export class UserError extends Error {
  override name = "UserError";
}
