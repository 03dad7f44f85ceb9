import { toList, toObject, toText } from '../values';
import { textOnly, type ContentReader } from './reader';

/** `text`, and `hongbao`, whose text is Lark's word for a red packet. */
export const textReader: ContentReader = ({ text }) => textOnly(toText(text));

/** `merge_forward`: Lark's fixed text; what is inside takes a call of its own. */
export const mergeForwardReader: ContentReader = ({ content }) =>
	textOnly(toText(content) || 'Merged and Forwarded Message');

/** More variables than any of Lark's templates has; a text does not grow without limit. */
const MAX_VARIABLES = 100;

/** `system`: the template with its variables filled in; one that the content lacks stays as it is. */
export const systemReader: ContentReader = ({ template, ...values }) => {
	let filled = 0;
	return textOnly(
		toText(template).replace(/\{(\w+)\}/g, (variable, name: string) => {
			if (!Object.hasOwn(values, name) || filled++ >= MAX_VARIABLES) return variable;
			const value = values[name];
			if (Array.isArray(value)) return toList(value).map(toText).join(', ');
			return toText(value) || toText(toObject(value).text);
		}),
	);
};
