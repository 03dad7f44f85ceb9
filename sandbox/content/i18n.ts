/** The languages that cards and toasts can have (feishu-cards/card-json-v2-structure). */
export const LANGUAGES = ['en_us', 'zh_cn', 'zh_hk', 'zh_tw', 'ja_jp'];

/** @returns a text in one language if it is there, else its own words */
export function wordsIn(
	language: string,
	{ content, i18n }: { content?: string; i18n?: Record<string, string> },
): string {
	return i18n?.[language] ?? content ?? '';
}
