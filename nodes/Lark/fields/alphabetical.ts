/**
 * The alphabetical order of labels, which are all English. `localeCompare` would take several
 * milliseconds to get ready, more than all the rest of loading the node.
 */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The order that n8n wants for the choices of a list; for Array.sort. */
export const byName = (a: { name: string }, b: { name: string }): number => compare(a.name, b.name);

/** The order that n8n wants for the fields of a collection; for Array.sort. */
export const byDisplayName = (a: { displayName: string }, b: { displayName: string }): number =>
	compare(a.displayName, b.displayName);
