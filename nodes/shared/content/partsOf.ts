/** Where an element has data of the user: what a button hands over, the rows of a table, the definition of a chart. */
const DATA = new Set(['value', 'rows', 'chart_spec']);

/** What a card or an element of it contains by name, but not the data of the user, in which `tag` means something else. */
export const partsOf = (value: object): Array<[name: string, part: unknown]> =>
	Object.entries(value).filter(([name]) => !DATA.has(name));
