// Addresses that tell a company who follows them, as generator/check/tracking.py.
const ADDRESS = /https?:\/\/[^\s<>"'()[\]]+/g;
const CODE = /^(?:utm_[a-z]+|[a-z]{1,4}clid|mc_[ce]id|igshid)=[^&#]*$/;
const DETOUR =
  /^https?:\/\/(?:[a-z0-9]+\.safelinks\.protection\.outlook\.com\/(?:ap\/[^?]*)?\?|www\.google\.(?:com|nl)\/url\?)(?:[^#]*&)?(?:url|q)=(https?%3A%2F%2F[^&#]+|https?:\/\/[^&#]+)/;

function decoded(target) {
  if (!target.includes("%3A")) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // It holds a percent sign that begins no code.
  }
}

function withoutCodes(address) {
  const [, before, query, fragment] = /^([^?]*)\??([^#]*)(.*)$/s.exec(address);
  const parts = query.replaceAll("&amp;", "&").split("&");
  const [first] = parts.filter((part) => CODE.test(part));
  if (!first) return null;
  const kept = parts.filter((part) => !CODE.test(part)).join("&");
  return [first, `${before}${kept && `?${kept}`}${fragment}`];
}

function withoutTracking(address) {
  const detour = DETOUR.exec(address);
  if (!detour) return withoutCodes(address);
  const target = decoded(detour[1]);
  return [address.split("/")[2], withoutCodes(target)?.[1] ?? target];
}

/** Each address in a text that follows its readers: { address, part, clean }. */
export function findTracking(text) {
  return [...text.matchAll(ADDRESS)].flatMap(([address]) => {
    const found = withoutTracking(address);
    return found ? [{ address, part: found[0], clean: found[1] }] : [];
  });
}
