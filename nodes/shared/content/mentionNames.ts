/** Code comes first, so that it is left alone. */
const CODE_OR_AT = /```[^]*?```|`[^`\n]*`|(?<![\w@])@/g;

const WORD = /^[\p{L}\p{N}_]/u;

/** What people type for each name: all of it, or its first word if that is meant for one person alone. */
function formsOf(names: Array<string | undefined>): Array<{ form: string; number: number }> {
	const lower = names.map((name = '') => name.trim().toLowerCase());
	const first = lower.map((name) => name.split(/\s/, 1)[0]);
	const counts = new Map<string, number>();
	for (const word of first) counts.set(word, (counts.get(word) ?? 0) + 1);
	const isClear = (word: string) => counts.get(word) === 1;
	return lower
		.flatMap((name, index) =>
			[name, ...(isClear(first[index]) ? [first[index]] : [])].map((form) => ({
				form,
				number: index + 1,
			})),
		)
		.filter(({ form }) => form !== '')
		.sort((a, b) => b.form.length - a.form.length);
}

/**
 * Gives a mention the place at which its name has been typed: `@Alice` and `@Alice Chen` become `@1`, if Alice Chen is
 * the first one who is mentioned. Code is left alone.
 *
 * @param names of those who are mentioned, in their order; undefined where a name is not known
 * @see findPlaces, which finds the numbers
 */
export function numberNames(text: string, names: Array<string | undefined>): string {
	const forms = formsOf(names);
	if (forms.length === 0) return text;
	let numbered = '';
	let end = 0;
	for (const { 0: match, index } of text.matchAll(CODE_OR_AT)) {
		if (match !== '@') continue;
		const start = index + 1;
		const typed = forms.find(
			({ form }) =>
				text.slice(start, start + form.length).toLowerCase() === form &&
				!WORD.test(text.slice(start + form.length, start + form.length + 2)),
		);
		if (!typed) continue;
		numbered += `${text.slice(end, index)}@${typed.number}`;
		end = start + typed.form.length;
	}
	return numbered + text.slice(end);
}
