// The name and the place of a record's file.
import { slugify } from "./tekst.js";

/** The file name that a title gives, without `.yml`, of at most so many signs. */
export function nameFor(title, most) {
  return slugify(title).slice(0, most).replace(/-+$/, "");
}

/** The folder of an owner, as `owner_folder` of the generator. */
export function folderFor(owner) {
  return slugify(owner.replace(/^gemeente /, "").replace(/^Gemeente /, ""));
}

/** The path of a record in the repository. */
export function pathFor(owner, name) {
  return `practices/${folderFor(owner) || "naam-van-de-eigenaar"}/${name}.yml`;
}
