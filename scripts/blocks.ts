/**
 * Replaces what stands between the two marks of a block in a page of the documentation.
 *
 * @throws when the page has no place for it
 */
export function withBlock(page: string, name: string, block: string): string {
	const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
	const from = page.indexOf(start);
	const to = page.indexOf(end);
	if (from < 0 || to < from) throw new Error(`The page has no place for the ${name}`);
	return `${page.slice(0, from)}${start}\n\n${block}\n\n${page.slice(to)}`;
}
