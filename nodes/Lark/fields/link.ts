import { unusableValue } from '../../shared/inputError';

/**
 * Checks the address of a web page.
 *
 * @param field as the editor shows it
 * @param schemes that Lark takes there
 * @returns the address without surrounding spaces
 * @throws InputError when it is no whole address
 */
export function checkLink(value: string, field: string, schemes = ['https', 'http']): string {
	const link = value.trim();
	const scheme = schemes.find((candidate) => link.startsWith(`${candidate}://`));
	if (scheme && URL.canParse(link)) return link;
	throw unusableValue(
		field,
		link,
		`it does not start with ${schemes.map((name) => `${name}://`).join(' or ')}`,
		'Enter a whole address such as https://example.com.',
	);
}
