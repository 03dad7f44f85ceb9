/**
 * Gives a card as a person with this language sees it: texts with `i18n_content` (JSON 2.0) or `i18n` (JSON 1.0), and
 * the elements in that language.
 *
 * @param {any} card
 * @param {string} language such as `en_us`
 * @returns {any} a copy
 */
export function inLanguage(card, language) {
	const { i18n_elements: versions, i18n_header: headers, ...rest } = card;
	return localized(
		{
			...rest,
			...(versions && { elements: pick(versions, language) ?? rest.elements }),
			...(headers && { header: pick(headers, language) ?? rest.header }),
		},
		language,
	);
}

/** What there is in this language, else in the first one. @param {any} versions @param {string} language */
const pick = (versions, language) => versions[language] ?? Object.values(versions)[0];

/** @param {any} node @param {string} language @returns {any} */
function localized(node, language) {
	if (typeof node !== 'object' || node === null) return node;
	if (Array.isArray(node)) return node.map((child) => localized(child, language));
	const copy = Object.fromEntries(
		Object.entries(node).map(([name, child]) => [name, localized(child, language)]),
	);
	const translated = (node.i18n_content ?? node.i18n)?.[language];
	return typeof translated === 'string' ? { ...copy, content: translated } : copy;
}
