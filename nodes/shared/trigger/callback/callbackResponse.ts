import { isObject } from '../../objects';
import { cardContent } from '../../content/card';
import { readJson, type JsonObject } from '../../content/json';
import { TOAST_STYLES } from '../../content/toast';
import { InputError } from '../../inputError';

/** How long the workflow may take to answer a callback, in ms. Lark waits 3 s; the rest is for the network. */
export const CALLBACK_DEADLINE_MS = 2_500;

/** What Lark takes as the response to a callback; {} shows nothing and changes nothing. */
export interface CallbackResponse {
	toast?: { type: string; content?: string; i18n?: Record<string, string> };
	card?: { type: 'raw' | 'template'; data: JsonObject };
	/** The preview of a link. */
	inline?: JsonObject;
}

const FIELDS = ['toast', 'card', 'inline'];
const TOAST_TYPES = TOAST_STYLES.map(({ value }) => value);

/**
 * Checks the response to `card.action.trigger` or `url.preview.get`. Not checked: a card JSON 2.0 must be
 * answered with one of 2.0, and the callback does not tell which it is.
 *
 * @param value an object or its JSON
 * @returns the response as Lark takes it
 * @throws InputError that says what Lark would refuse
 * @see card callback, "Response": 200672 wrong body, 200673 wrong card, 200830 card JSON 1.0 for 2.0
 */
export function checkCallbackResponse(value: unknown): CallbackResponse {
	const response = readJson(value, 'The answer to the callback');
	if (!isObject(response)) return refuse('it is not an object');
	const unknown = Object.keys(response).find((key) => !FIELDS.includes(key));
	if (unknown !== undefined) return refuse(`it has an unknown field, ${unknown}`);
	const { toast, card, inline } = response;
	if (inline !== undefined && !isObject(inline)) return refuse('inline is not an object');
	return {
		...(toast !== undefined && { toast: readToast(toast) }),
		...(card !== undefined && { card: readCard(card) }),
		...(inline !== undefined && { inline }),
	};
}

function readToast(toast: unknown): CallbackResponse['toast'] {
	if (!isObject(toast)) return refuse('toast is not an object');
	const { type = 'info', content, i18n } = toast;
	if (typeof type !== 'string' || !TOAST_TYPES.includes(type)) {
		return refuse(`toast.type is ${JSON.stringify(type)} instead of ${TOAST_TYPES.join(', ')}`);
	}
	if (i18n !== undefined && !isObject(i18n)) return refuse('toast.i18n is not an object');
	const texts = [...(content === undefined ? [] : [content]), ...Object.values(i18n ?? {})];
	if (texts.length === 0) return refuse('toast has no content');
	if (texts.some((text) => typeof text !== 'string' || text === '')) {
		return refuse('a text of the toast is empty or no text');
	}
	return {
		type,
		...(content !== undefined && { content: content as string }),
		...(i18n !== undefined && { i18n: i18n as Record<string, string> }),
	};
}

/** Reads a card by itself, or as Lark takes it in a response: `{ type: "raw" | "template", data }`. */
function readCard(value: unknown): CallbackResponse['card'] {
	const card = readJson(value, 'Card');
	if (!isObject(card)) return refuse('card is not an object');
	const sent = card.type === 'raw' ? card.data : card;
	if (isObject(sent) && sent.type === 'card') return refuse('a card entity cannot be an answer');
	const checked = JSON.parse(cardContent(sent).content) as JsonObject;
	return checked.type === 'template'
		? { type: 'template', data: checked.data as JsonObject }
		: { type: 'raw', data: checked };
}

function refuse(reason: string): never {
	throw new InputError(
		`The answer to the callback cannot be sent: ${reason}`,
		'Give {}, or an object with toast, for example { "toast": { "type": "success", "content": "Done" } }, or card, or both.',
	);
}
