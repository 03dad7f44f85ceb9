import { jsonParse } from 'n8n-workflow';

import { checkExtent } from '../../../shared/content/json';
import { InputError } from '../../../shared/inputError';

/** A paragraph of plain text, in the format of Lark's old documents. */
const paragraph = (text: string) => ({
	type: 'paragraph',
	paragraph: { elements: [{ type: 'textRun', textRun: { text, style: {} } }], style: {} },
});

/**
 * Makes the edit that appends a text, one paragraph per line.
 *
 * @throws InputError for an empty text
 * @see group/chat-announcement/patch, the example
 */
export function appendText(text: string): string[] {
	if (text.trim() === '') throw new InputError('Text is empty', 'Enter the text to append.');
	const blocks = text.split(/\r?\n/).map(paragraph);
	const edit = {
		requestType: 'InsertBlocksRequestType',
		insertBlocksRequest: {
			payload: JSON.stringify({ blocks }),
			location: { zoneId: '0', index: 0, endOfZone: true },
		},
	};
	return [JSON.stringify(edit)];
}

/**
 * Reads edits in Lark's own format.
 *
 * @param value a list of edits, or one; as JSON or from an expression
 * @returns each as JSON, as Lark takes them
 * @throws InputError when there is none or one is no object
 */
export function readEdits(value: unknown): string[] {
	const fix =
		'Enter a list of edit requests in the format of Lark\'s old documents, such as [{ "requestType": "InsertBlocksRequestType", ... }].';
	const given = checkExtent(typeof value === 'string' ? parse(value, fix) : value, 'Edits');
	const edits: unknown[] = Array.isArray(given) ? given : [given];
	if (edits.length === 0) throw new InputError('Edits is empty', fix);
	return edits.map((edit) => {
		const parsed = typeof edit === 'string' ? checkExtent(parse(edit, fix), 'Edits') : edit;
		if (typeof parsed === 'object' && parsed !== null) return JSON.stringify(parsed);
		throw new InputError('Edits must be a list of objects', fix);
	});
}

function parse(json: string, fix: string): unknown {
	const value = jsonParse<unknown>(json, { fallbackValue: null });
	if (value !== null) return value;
	throw new InputError(json.trim() === '' ? 'Edits is empty' : 'Edits is not valid JSON', fix);
}
