// Where a file is made or changed: the addresses of forges, and of mail.

/**
 * GitHub refuses an address of more than 8,191 bytes (github/docs issue 5136, and several tools found the same).
 * Other forges stand behind servers with the same usual limit. Some room is left for the log-in page in between.
 */
export const MOST_URL = 8000;

/** Windows and Outlook cut off what is longer than about 2,000 signs. */
export const MOST_MAIL = 1900;

const FORGES = {
  // GitHub: the same parameters as Gitea documents, which took them from there.
  github: {
    name: "GitHub",
    make: "new/{branch}",
    change: "edit/{branch}/{path}",
    parameters: (path, text) => ({ filename: path, value: text }),
    steps: ["Kies rechtsboven Commit changes.", "Kies Propose changes en daarna Create pull request. Uw voorstel is nu verstuurd."],
  },
  // GitLab's editor leaves `content` out (gitlab-org/gitlab 594214), so the text is pasted.
  gitlab: {
    name: "GitLab",
    make: "-/new/{branch}",
    change: "-/edit/{branch}/{path}",
    parameters: (path) => ({ file_name: path }),
    pasted: true,
    steps: ["Kies Commit changes, en laat een nieuwe tak (branch) maken.", "Kies Create merge request. Uw voorstel is nu verstuurd."],
  },
  // Gitea and Forgejo: docs.gitea.com, "Pre-Fill New File name and contents".
  forgejo: {
    name: "de projectpagina",
    make: "_new/{branch}/",
    change: "_edit/{branch}/{path}",
    parameters: (path, text) => ({ filename: path, value: text }),
    steps: ["Kies onderaan een nieuwe tak (branch) voor deze wijziging en leg die vast.", "Maak een pull request. Uw voorstel is nu verstuurd."],
  },
};

/**
 * How to send a file to a forge (`{ kind, repository, branch }`): `{ name, url, filled, tooLong, steps }`, or null
 * when no forge is known. `filled` tells that the page already holds the text; if not, it must be pasted there.
 */
export function sendTo({ kind, repository, branch }, { path, text, exists }) {
  const forge = FORGES[kind];
  if (!forge || !repository) return null;
  const base = repository.replace(/\/+$/, "");
  const at = (pattern) => `${base}/${pattern.replace("{branch}", encodeURI(branch)).replace("{path}", encodeURI(path))}`;
  const about = { name: forge.name, steps: forge.steps };
  if (exists) return { ...about, url: at(forge.change), filled: false, tooLong: false };
  const whole = `${at(forge.make)}?${new URLSearchParams(forge.parameters(path, text))}`;
  if (whole.length <= MOST_URL) return { ...about, url: whole, filled: !forge.pasted, tooLong: false };
  const parameters = forge.parameters(path, "");
  delete parameters.value;
  return { ...about, url: `${at(forge.make)}?${new URLSearchParams(parameters)}`, filled: false, tooLong: true };
}

/** A mail with the text, or, when that is too long for a mail, `{ url, whole: false }` that asks to attach the file. */
export function mailTo(address, { title, path, text }) {
  const link = (body) => `mailto:${address}?subject=${encodeURIComponent(`Praktijk: ${title}`)}&body=${encodeURIComponent(body)}`;
  const whole = link(`${path}\n\n${text}`);
  if (whole.length <= MOST_MAIL) return { url: whole, whole: true };
  return { url: link(`Bij deze mail zit het bestand voor ${path}.`), whole: false };
}
