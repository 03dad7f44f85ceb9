import { toObject } from '../values';

/** The order in which the official SDK looks for a language, when a text has several. */
const LOCALES = ['zh_cn', 'en_us', 'ja_jp'];

/**
 * Gives one of the versions of a text: `{ "zh_cn": …, "en_us": … }`.
 *
 * @param accept what a version must be to be taken
 * @returns undefined when there is no such version
 */
export function pickLocale<Version>(
	versions: unknown,
	accept: (version: unknown) => version is Version,
): Version | undefined {
	const given: Record<string, unknown> = toObject(versions);
	return [...LOCALES, ...Object.keys(given)].map((locale) => given[locale]).find(accept);
}
