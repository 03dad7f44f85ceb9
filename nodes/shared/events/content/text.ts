import { list, object, str, words, type ContentReader } from './content';

/** `text`, and `hongbao`, whose text is Lark's word for a red packet. */
export const text: ContentReader = ({ text }) => words(str(text));

/** `merge_forward`: Lark's fixed text; what is inside takes a call of its own. */
export const mergeForward: ContentReader = ({ content }) =>
	words(str(content) || 'Merged and Forwarded Message');

/** `system`: the template with its variables filled in; one that the content lacks stays as it is. */
export const system: ContentReader = ({ template, ...values }) =>
	words(
		str(template).replace(/\{(\w+)\}/g, (variable, name: string) => {
			if (!Object.hasOwn(values, name)) return variable;
			const value = values[name];
			if (Array.isArray(value)) return list(value).map(str).join(', ');
			return str(value) || str(object(value).text);
		}),
	);
